package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HanTest {
    @Test
    void readingsOfAPolyphoneAreAllThere() {
        assertThat(Han.syllables('行', 3)).contains("xing", "hang");
        assertThat(Han.syllables('乐', 3)).contains("le", "yue");
    }

    @Test
    void sameReadingMindsTheTone() {
        assertThat(Han.sameReading('隼', '损')).isTrue();
        assertThat(Han.sameReading('隼', '孙')).isFalse();
        assertThat(Han.sameSyllable('隼', '孙')).isTrue();
    }

    @Test
    void simplifiedLeavesSimplifiedAlone() {
        assertThat(Han.simplified('麗')).isEqualTo('丽');
        assertThat(Han.simplified('丽')).isEqualTo('丽');
        assertThat(Han.isSimplifiedOnly('丽')).isTrue();
        assertThat(Han.isSimplifiedOnly('山')).isFalse();
    }

    @Test
    void likenessIsOfDrawings() {
        assertThat(Han.likeness('末', '未')).isGreaterThan(0.8);
        assertThat(Han.likeness('末', '鹰')).isZero();
        assertThat(Han.likeness('末', '末')).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "峯峰", "閒闲", "戶户", "戸户", "裏里", "羣群", "麪面", "牀床", "豊丰", "歩步", "徳德", "楽乐", "銭钱", "児儿", "伝传", "沢泽", "衹只",
                "眞真", "寳宝", "氷冰", "蓺艺"
            })
    void simplifiedKnowsVariants(String pair) {
        assertThat((char) Han.simplified(pair.charAt(0))).isEqualTo(pair.charAt(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"喆", "堃", "犇", "芸", "沈", "氵", "亻", "艹"})
    void simplifiedLeavesAloneWhatStandsForItself(String character) {
        assertThat(Han.simplified(character.charAt(0))).isEqualTo(character.charAt(0));
    }

    @Test
    void simplifiedIsSimplifiedForGood() {
        for (int point = Han.FIRST; point <= Han.LAST; point++) {
            assertThat(Han.simplified(Han.simplified(point)))
                    .as(Character.toString(point))
                    .isEqualTo(Han.simplified(point));
        }
    }

    @Test
    void unknownCodePointsAreKnownToNone() {
        assertThat(Han.is(0x20000)).isTrue();
        assertThat(Han.readings(0x20000)).isEmpty();
        assertThat(Han.lookAlikes('a')).isEmpty();
        assertThat(Han.simplified(0x1f600)).isEqualTo(0x1f600);
    }
}
