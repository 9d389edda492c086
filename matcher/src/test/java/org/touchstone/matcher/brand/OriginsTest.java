package org.touchstone.matcher.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.listing.Listing;
import org.touchstone.mark.BrandPolicy.GeographicalIndication;

class OriginsTest {
    private static final GeographicalIndication AREA =
            new GeographicalIndication(List.of("浙江省杭州市云岭区", "Yunling, Hangzhou, Zhejiang"), List.of());

    private static double weight(Listing listing) {
        return Origins.evidence(listing, AREA).map(one -> one.weight()).orElse(0.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "云岭 | -4",
                "浙江杭州云岭 | -4",
                "中国浙江省杭州市云岭区翁家村 | -4",
                "雲嶺 | -4",
                "Yunling, Hangzhou | -4",
                "Yunling, Zhejiang, China | -4",
                "浙江 | 0",
                "中国大陆 | 0",
                "浙江省杭州市 | 0",
                "Zhejiang, China | 0",
                "China | 0",
                "福建 | 8",
                "福建省安溪县 | 8",
                "云南云岭 | 8",
                "浙江绍兴 | 8",
                "浙江省绍兴市 | 8",
                "Shaoxing, Zhejiang | 8",
                "Fujian | 8",
                "Sri Lanka | 8",
                "日本 | 8",
                "见包装 | 0",
                "其他 | 0",
                "- | 0",
            })
    void statedInAnAttribute(String origin, double weight) {
        for (String name : List.of("产地", "Origin")) {
            assertThat(weight(Listing.builder("1")
                            .attributes(Map.of(name, origin))
                            .build()))
                    .isEqualTo(weight);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "龙井茶 产地：福建 250g | 8",
                "产自浙江绍兴的绿茶 | 8",
                "green tea grown in Fujian | 8",
                "green tea, origin: Yunling, Hangzhou | -4",
                "福建发货 龙井茶 | 0",
                "made in small batches | 0",
            })
    void statedInATitle(String title, double weight) {
        assertThat(weight(Listing.builder("1").title(title).build())).isEqualTo(weight);
    }

    @Test
    void oneOriginElsewhereIsEnough() {
        assertThat(weight(Listing.builder("1")
                        .description("产地：云岭")
                        .attributes(Map.of("原产地", "四川"))
                        .build()))
                .isEqualTo(8);
    }

    @Test
    void areasThatDoNotSayWhereTheyLieLeaveOtherProvincesOpen() {
        GeographicalIndication bare = new GeographicalIndication(List.of("云岭"), List.of());
        Listing listing = Listing.builder("1").attributes(Map.of("产地", "福建")).build();
        assertThat(Origins.evidence(listing, bare)).isEmpty();
    }

    @Test
    void longTextTakesLittleTime() {
        assertThat(weight(Listing.builder("1").description("产地".repeat(500_000)).build()))
                .isZero();
    }
}
