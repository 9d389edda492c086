package org.touchstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1a", "－1a",
                        "＠x",
                " =1", "\u200B=1", "\uFEFF=1", "\u3000=1", "-", "+", "=", "−1", "|calc", "-1 =x", "+86 10 1234"
            })
    void formulasAreMadeInert(String text) {
        assertThat(CellText.inert(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.5", "+3", "-2e-3", "0", "7,5", "AURORIS", "a=b", "奥若丽", "1-2", ""})
    void numbersAndTextsAreLeftAlone(String text) {
        assertThat(CellText.inert(text)).isEqualTo(text);
    }

    @Test
    void whatATextFileCannotHoldIsTakenOut() {
        assertThat(CellText.clean("a\u0000b\u0007c\u001Fd\u0085e\uFFFFf")).isEqualTo("abcdef");
        assertThat(CellText.clean("\uD83Dx😀")).isEqualTo("\uFFFDx😀");
        assertThat(CellText.clean("a\r\nb\rc\td")).isEqualTo("a\nb\nc\td");
        assertThat(CellText.clean("𠮷镕㍿👟")).isEqualTo("𠮷镕㍿👟");
    }

    @Property
    void cleanTextSurvivesUtf8AndXml(@ForAll String text) {
        String clean = CellText.clean(text);
        assertThat(new String(clean.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(clean);
        assertThat(clean.codePoints()).allMatch(c -> c == '\n' || c == '\t' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
    }
}
