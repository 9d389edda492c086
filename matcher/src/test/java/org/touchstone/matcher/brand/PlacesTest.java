package org.touchstone.matcher.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.brand.Places.Fit;

class PlacesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "CN | 浙江 杭州 | YES",
                "CN | Hangzhou, China | YES",
                "CN | 德国柏林 | NO",
                "CN | 杭州 | UNKNOWN",
                "中国 | 广东深圳 | YES",
                "China | 臺灣台北 | NO",
                "HK | Hong Kong, China | YES",
                "CN | Hong Kong, China | NO",
                "DE | Berlin, Germany | YES",
                "Germany | 德国 | YES",
                "EU | Lyon, France | YES",
                "欧盟 | 波兰 | YES",
                "EU | London, UK | NO",
                "浙江 | 浙江杭州 | YES",
                "浙江省 | Hangzhou, Zhejiang | YES",
                "浙江 | 福建 | NO",
                "浙江 | 中国 | UNKNOWN",
                "浙江 | 日本 | NO",
                "内蒙古 | 内蒙古呼和浩特 | YES",
                "MN | 内蒙古呼和浩特 | NO",
                "Oman | Roman Square, Italy | NO",
                "Bavaria | Munich, Bavaria | YES",
                "Bavaria | Munich | UNKNOWN",
                "全球 | - | YES",
                "CN | - | UNKNOWN",
            })
    void territory(String territory, String place, Fit fit) {
        assertThat(Places.within(List.of(territory), place == null ? "" : place, Set.of()))
                .isEqualTo(fit);
    }

    @Test
    void oneOfSeveralTerritoriesIsEnoughAndNoneIsEverywhere() {
        assertThat(Places.within(List.of("DE", "CN"), "上海", Set.of())).isEqualTo(Fit.YES);
        assertThat(Places.within(List.of(), "上海", Set.of())).isEqualTo(Fit.YES);
    }

    @Test
    void marketplaceTellsWhereThePlaceDoesNot() {
        assertThat(Places.within(List.of("CN"), "杭州", Set.of("CN"))).isEqualTo(Fit.YES);
        assertThat(Places.within(List.of("CN"), "Berlin, Germany", Set.of("CN")))
                .isEqualTo(Fit.NO);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "taobao, -, CN",
                "-, https://detail.tmall.com/item, CN",
                "amazon.de, -, DE",
                "-, https://shop.market.co.uk/1, GB",
                "shop.example, https://shop.example/1, -",
                "market.io, -, -",
                "jd, -, CN",
                "-, https://item.jd.com/1, CN",
            })
    void marketplaceCountry(String key, String url, String country) {
        Listing listing = Listing.builder("1")
                .marketplace(key == null ? "" : key)
                .url(url == null ? "" : url)
                .build();
        assertThat(Markets.countries(listing)).isEqualTo(country == null ? Set.of() : Set.of(country));
    }
}
