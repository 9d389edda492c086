package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void unknownCodePointsAreKnownToNone() {
        assertThat(Han.is(0x20000)).isTrue();
        assertThat(Han.readings(0x20000)).isEmpty();
        assertThat(Han.lookAlikes('a')).isEmpty();
        assertThat(Han.simplified(0x1f600)).isEqualTo(0x1f600);
    }
}
