package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({
        "KESTREL,7",
        "奥若丽,6",
        "山隐茶 SHANYIN,14",
        "ｎｕｖｉｍｏ,12",
        "e\u0301,1",
        "𠮷,2",
        "👟,2",
        "'',0",
        "a\u200Bb,2",
        "：,2"
    })
    void of(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"奥若丽护手霜,8,奥若...", "奥若丽护手霜,9,奥若丽...", "奥若丽护手霜,12,奥若丽护手霜", "AURORIS,2,.."})
    void cut(String text, int columns, String expected) {
        assertThat(DisplayWidth.cut(text, columns)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void fitIsExact(@ForAll String text, @ForAll @IntRange(max = 60) int columns) {
        assertThat(DisplayWidth.of(DisplayWidth.fit(text, columns))).isEqualTo(columns);
    }
}
