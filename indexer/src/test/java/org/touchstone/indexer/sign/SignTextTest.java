package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.indexer.sign.SignText.Gap;

class SignTextTest {
    private static String base(String raw) {
        SignText text = SignText.of(raw);
        return text.base(0, text.length());
    }

    private static String folded(String raw) {
        SignText text = SignText.of(raw);
        return text.folded(0, text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "AURORIS, auroris",
        "ＡＵＲＯＲＩＳ, auroris",
        "Ⓐⓤⓡⓞⓡⓘⓢ, auroris",
        "𝐀𝐮𝐫𝐨𝐫𝐢𝐬, auroris",
        "🄰🅄🅁🄾🅁🄸🅂, auroris",
        "🅰🆄🆁🅾🆁🅸🆂, auroris",
        "Áürörîş, auroris",
        "a̶u̶r̶o̶r̶i̶s̶, auroris",
        "ᴀᴜʀᴏʀɪs, auroris",
        "au\u200bro\u00adris, auroris",
        "a.u-r·o*r i s, auroris",
    })
    void lettersFoldWhateverTheirDress(String raw, String expected) {
        assertThat(folded(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "АUROЯ, auro", // Cyrillic A; the last letter resembles none
        "ΝUVIΜΟ, nuvlmo",
        "ոuvimo, nuvlmo",
        "nuv1m0, nuvlmo",
        "nuv|mo, nuvmo",
        "⍺uroris, aurorls",
    })
    void lettersHaveTheBaseTheyCanBeTakenFor(String raw, String expected) {
        assertThat(base(raw)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "nuv˛mo, nuvlmo",
        "vatt˛, vattl",
        "Tudoം, tudoo",
        "𞣇uro, luro",
        "∪n∪, unu",
        "𝟎⍺ken, oaken",
        "𑣩һelo, chelo"
    })
    void symbolsWithinAWordAreWhatTheyLookLike(String raw, String expected) {
        assertThat(base(raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"a ˛ b, ab", "˛˛˛, ''", "隼˛驰, 隼驰", "nuv｜mo, nuvmo"})
    void symbolsElsewhereAreGaps(String raw, String expected) {
        assertThat(base(raw)).isEqualTo(expected);
    }

    @Test
    void syllablesOfHangulHoldNoLookAlikes() {
        SignText text = SignText.of("나이키");
        assertThat(text.base(0, text.length())).isEqualTo(text.folded(0, text.length()));
    }

    @ParameterizedTest
    @CsvSource({"niiike, 3, 1, nike", "cooool, 3, 2, cool", "hellooo, 3, 1, hello", "aurrooris, 2, 1, auroris"})
    void longRunsAreCutShort(String raw, int least, int keep, String expected) {
        SignText text = SignText.of(raw).collapsed(least, keep).orElseThrow();
        assertThat(text.folded(0, text.length())).isEqualTo(expected);
        assertThat(text.quote(0, text.length())).isEqualTo(raw);
        assertThat(text.isAssumed(0, text.length())).isTrue();
    }

    @Test
    void runsShorterThanThatAndNumbersStay() {
        assertThat(SignText.of("cool 1000 a a a").collapsed(3, 1)).isEmpty();
        assertThatThrownBy(() -> SignText.of("aaa").collapsed(2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cutRunTakesInThePlacesOfAll() {
        SignText text = SignText.of("ni​iike!x").collapsed(3, 2).orElseThrow();
        assertThat(text.quote(1, 2)).isEqualTo("i");
        assertThat(text.quote(2, 3)).isEqualTo("ii");
        assertThat(text.gap(2)).isEqualTo(Gap.HIDDEN);
        assertThat(text.gap(5)).isEqualTo(Gap.JOINT);
        assertThat(SignText.of("niiike").repeats(1)).isEqualTo(3);
        assertThat(SignText.of("1000").repeats(1)).isEqualTo(1);
    }

    @Test
    void numbersStayNumbers() {
        assertThat(base("size 100 10")).isEqualTo("slze10010");
    }

    @Test
    void traditionalCharactersHaveSimplifiedBases() {
        assertThat(base("奧若麗")).isEqualTo("奥若丽");
        assertThat(folded("奧若麗")).isEqualTo("奧若麗");
    }

    @Test
    void leetReadsDigitsAndSymbolsWithinWords() {
        SignText text = SignText.ofLeet("@u80r!$ 80");
        assertThat(text.base(0, text.length())).isEqualTo("auborls80");
    }

    @Test
    void quoteGivesTheRawTextWithItsMarks() {
        SignText text = SignText.of("买 a̶u̶ 真");
        assertThat(text.quote(1, 3)).isEqualTo("a̶u̶");
        assertThat(text.start(1)).isEqualTo(2);
    }

    @Test
    void characterThatIsSeveralLettersGivesThemOnePlace() {
        SignText text = SignText.of("x㎏y");
        assertThat(text.length()).isEqualTo(4);
        assertThat(text.quote(1, 2)).isEqualTo("㎏");
        assertThat(text.quote(1, 3)).isEqualTo("㎏");
    }

    @Test
    void gapsTellWhatStandsBetween() {
        SignText text = SignText.of("a\u200bb-c d\ne");
        assertThat(text.gap(0)).isEqualTo(Gap.NONE);
        assertThat(text.gap(1)).isEqualTo(Gap.HIDDEN);
        assertThat(text.gap(2)).isEqualTo(Gap.JOINT);
        assertThat(text.gap(3)).isEqualTo(Gap.BLANK);
        assertThat(text.gap(4)).isEqualTo(Gap.BREAK);
    }

    @Test
    void edgesLieBetweenScriptsCasesAndDigits() {
        SignText text = SignText.of("NuvimoPlus2隼");
        assertThat(text.edge(0)).isTrue();
        assertThat(text.edge(3)).isFalse();
        assertThat(text.edge(6)).isTrue();
        assertThat(text.edge(10)).isTrue();
        assertThat(text.edge(11)).isTrue();
    }

    @Test
    void masksAreSymbolsInALettersPlace() {
        SignText text = SignText.of("nu*imo n-o");
        assertThat(text.masked(2)).isTrue();
        assertThat(text.maskedWithin(2)).isTrue();
        assertThat(text.masked(6)).isFalse();
        assertThat(text.maskedWithin(6)).isTrue();
    }
}
