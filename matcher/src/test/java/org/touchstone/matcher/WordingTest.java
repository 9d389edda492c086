package org.touchstone.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;
import org.touchstone.listing.Listing;

class WordingTest {
    private static final String MARK = "NUVIMO";

    private static List<String> kinds(String title) {
        int start = title.indexOf(MARK);
        Evidence sign = new Evidence.Word(
                "word", "title", start, start + MARK.length(), MARK, MARK, 1, List.of("exact"), 20, "");
        Listing listing = Listing.builder("1").title(title).build();
        return Wording.of(listing, List.of(List.of(sign))).beside(List.of(sign)).stream()
                .map(Evidence::kind)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "适用于NUVIMO X2 手机壳",
                "适用 NUVIMO 充电器",
                "case for NUVIMO X2",
                "charger compatible with NUVIMO",
                "Replacement for (NUVIMO) filter",
                "strap fits KESTREL, NUVIMO watches",
                "NUVIMO X2 适用保护壳",
                "NUVIMO-compatible charger"
            })
    void madeToFit(String title) {
        assertThat(kinds(title)).contains(Wording.LAWFUL_USE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUVIMO 手机 正品",
                "NUVIMO phone, perfect for travel",
                "gift for her: a very nice and quite large NUVIMO bag",
                "platform NUVIMO shoes"
            })
    void notMadeToFit(String title) {
        assertThat(kinds(title)).doesNotContain(Wording.LAWFUL_USE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高仿 NUVIMO 包",
                "NUVIMO 1:1 复刻",
                "NUVIMO A货",
                "replica NUVIMO bag",
                "NUVIMO mirror quality",
                "莆田鞋 NUVIMO",
                "NUVIMO 超A品质"
            })
    void replica(String title) {
        assertThat(kinds(title)).contains(Wording.REPLICA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUVIMO 高仿真 恐龙模型",
                "NUVIMO 11:12 上新",
                "NUVIMO 原单位福利",
                "NUVIMO 超AMOLED 屏",
                "NUVIMO 复刻盘",
                "NUVIMO 1:10 车模"
            })
    void notReplica(String title) {
        assertThat(kinds(title)).doesNotContain(Wording.REPLICA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"二手 NUVIMO 手机", "闲置 NUVIMO", "pre-owned NUVIMO bag", "NUVIMO second hand"})
    void secondHand(String title) {
        assertThat(kinds(title)).contains(Wording.LAWFUL_USE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUVIMO 同款 包", "NUVIMO 平替", "NUVIMO dupe"})
    void comparison(String title) {
        assertThat(kinds(title)).contains(Wording.COMPARISON);
    }
}
