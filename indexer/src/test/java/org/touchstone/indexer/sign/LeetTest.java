package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeetTest {
    private static String leet(String raw) {
        SignText text = SignText.ofLeet(raw);
        return text.base(0, text.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nuvimo", "3.5", "1/4", "$100", "1:1", "size 42", "2000", "隼驰5"})
    void numbersStayNumbers(String raw) {
        assertThat(SignText.mayBeLeet(raw)).isFalse();
        SignText plain = SignText.of(raw);
        assertThat(leet(raw)).isEqualTo(plain.base(0, plain.length()));
    }

    @ParameterizedTest
    @CsvSource({
        "41173l, alltel",
        "1k3@, lkea",
        "m4@9, maag",
        "k0$3, kose",
        "2@les, zales",
        "6@(|<, back",
        "7357, test",
        "|3rand, brand",
        "|-|a7, hat",
        "/\\uroris, aurorls",
        "5()l¢, solc",
        "５@les, sales",
        "n×ke, nxke",
        "l⭕v, lov",
        "丅ommy, tommy",
        "nuv|mo, nuvlmo",
        "nuv｜mo, nuvlmo",
    })
    void disguisedWordsReadAsLetters(String raw, String expected) {
        assertThat(SignText.mayBeLeet(raw)).isTrue();
        assertThat(leet(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ex-z11, exz11", "4050a, 4050a", "600ml, 600ml", "mp3, mp3", "5g, 5g"})
    void plainReadingKeepsTheDigitsOfModelNumbers(String raw, String expected) {
        SignText text = SignText.of(raw);
        assertThat(text.folded(0, text.length())).isEqualTo(expected);
    }

    @Test
    void closedBracketsAreNoLetters() {
        assertThat(leet("n!ke(black)")).isEqualTo("nlkeblack");
        assertThat(SignText.ofLeet("n!ke(black)").edge(4)).isTrue();
    }

    @Test
    void rowOfSymbolsHasItsPlace() {
        SignText text = SignText.ofLeet("a 6@(|<s");
        assertThat(text.quote(4, 5)).isEqualTo("|<");
        assertThat(text.isAssumed(4, 5)).isTrue();
        assertThat(text.isAssumed(5, 6)).isFalse();
    }

    @Test
    void digitsOfOtherScriptsAreDigitsUnlessTheyStandInAWord() {
        SignText number = SignText.of("๑๐๐");
        assertThat(number.base(0, 3)).isEqualTo("100");
        SignText word = SignText.of("tud๐r");
        assertThat(word.base(0, 5)).isEqualTo("tudor");
    }
}
