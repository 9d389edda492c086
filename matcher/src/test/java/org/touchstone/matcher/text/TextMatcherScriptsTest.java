package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;

/** Signs in other scripts and styles, divided, as a part of a word, and parts of signs. */
class TextMatcherScriptsTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture =
                new Fixture(folder, "NUVIMO", "TOVAN", "Kalina", "AURORIS", "Tilda Carrowmere", "Velkan Torvo", "海棠岚");
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NUVIMO, чехол Нувимо новый, Нувимо",
        "TOVAN, часы ТОВАН, ТОВАН",
        "TOVAN, ρολόι Τοβαν, Τοβαν",
        "NUVIMO, ヌヴィモ ケース, ヌヴィモ",
        "NUVIMO, ケース(ﾇｳﾞｨﾓ), ﾇｳﾞｨﾓ",
        "TOVAN, トヴァン時計, トヴァン",
    })
    void nameInAnotherScriptIsRomanised(String mark, String title, String quote) {
        Evidence.Word word = fixture.see(mark, title);
        assertThat(word).as("%s in '%s'", mark, title).isNotNull();
        assertThat(word.quote()).isEqualTo(quote);
        assertThat(word.how()).containsExactly("romanised");
        assertThat(word.weight()).isEqualTo(Weights.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "NUVIMO, 누비모 케이스, 누비모", // Korean has no v
        "TOVAN, 토반 시계, 토반",
        "NUVIMO, ヌビモ ケース, ヌビモ",
        "NUVIMO, θήκη Νουβιμο, Νουβιμο",
        "AURORIS, アウロリス ケース, アウロリス",
    })
    void nameThatAnotherScriptSpellsNearlyIsFound(String mark, String title, String quote) {
        Evidence.Word word = fixture.see(mark, title);
        assertThat(word).as("%s in '%s'", mark, title).isNotNull();
        assertThat(word.quote()).isEqualTo(quote);
        assertThat(word.weight()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"чехол для телефона", "ケースと時計", "시계 케이스", "θήκη κινητού"})
    void ordinaryWordsOfOtherScriptsAreNoSign(String title) {
        assertThat(fixture.matcher.match("title", title)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ⓝⓤⓥⓘⓜⓞ",
                "𝐍𝐮𝐯𝐢𝐦𝐨",
                "𝓝𝓾𝓿𝓲𝓶𝓸",
                "🅽🆄🆅🅸🅼🅾",
                "n̶u̶v̶i̶m̶o̶",
                "nuv\u200bimo",
                "n\u200du\u200dv\u200di\u200dm\u200do",
                "nu\u00advimo",
                "núvímo",
            })
    void fontsAndHiddenCharactersAreStyled(String sign) {
        Evidence.Word word = fixture.see("NUVIMO", "new " + sign + " case");
        assertThat(word).as(sign).isNotNull();
        assertThat(word.quote()).isEqualTo(sign);
        assertThat(word.how()).containsExactly("styled");
        assertThat(word.weight()).isEqualTo(Weights.MOST);
        assertThat(word.similarity()).isEqualTo(0.98); // below 1, so that the outlook is not that of a plain use
    }

    @ParameterizedTest
    @ValueSource(strings = {"ＮＵＶＩＭＯ", "nuvimó", "Nüvimo"})
    void widthAndOneAccentAreHabits(String sign) {
        Evidence.Word word = fixture.see("NUVIMO", "new " + sign + " case");
        assertThat(word.how()).containsExactly("folded");
        assertThat(word.weight()).isBetween(Weights.PLAIN, Weights.PLAIN + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nu-vimo", "nu vimo", "nuv-imo", "Nuv Imo"})
    void oneBlankOrHyphenDivides(String sign) {
        Evidence.Word word = fixture.see("NUVIMO", "new " + sign + " case");
        assertThat(word.quote()).isEqualTo(sign);
        assertThat(word.how()).containsExactly("divided");
        assertThat(word.weight()).isBetween(Weights.PLAIN + 1, Weights.PLAIN + 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n-u-v-i-m-o", "n u v i m o", "nu.vi.mo", "nu*vi*mo", "nuv❤imo", "nu~vimo"})
    void moreThanThatSeparates(String sign) {
        Evidence.Word word = fixture.see("NUVIMO", "new " + sign + " case");
        assertThat(word.quote()).isEqualTo(sign);
        assertThat(word.how()).containsExactly("separated");
        assertThat(word.weight()).isEqualTo(Weights.MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopnuvimo", "nuvimoshop", "nuvimossl", "mynuvimo", "nuvimologin", "nuvimophone"})
    void affixesLeaveThePart(String word) {
        Evidence.Word part = fixture.see("NUVIMO", "new " + word + " deals");
        assertThat(part).as(word).isNotNull();
        assertThat(part.quote()).isEqualTo("nuvimo");
        assertThat(part.how()).containsExactly("part");
        assertThat(part.weight()).isBetween(Weights.PLAIN, Weights.PLAIN + 2);
    }

    @ParameterizedTest
    @CsvSource({"Kalina, kalinaxzqvbt bag", "TOVAN, tovanxqzwrk case", "NUVIMO, xxnuvimoxx case"})
    void longerWordThatNothingExplainsHasNoPart(String mark, String title) {
        assertThat(fixture.see(mark, title)).isNull();
    }

    @Test
    void distinctiveElementMeansTheWholeMarkLessSurely() {
        Evidence.Word whole = fixture.see("Tilda Carrowmere", "tilda carrowmere jacket");
        Evidence.Word element = fixture.see("Tilda Carrowmere", "carrowmere jacket");
        assertThat(whole.how()).containsExactly("exact");
        assertThat(element.how()).containsExactly("exact", "element");
        assertThat(element.against()).isEqualTo("Carrowmere");
        assertThat(element.weight()).isEqualTo(whole.weight() - 3);
    }

    @Test
    void longElementMayHaveALetterWrong() {
        assertThat(fixture.see("Tilda Carrowmere", "carowmere jacket").how()).containsExactly("edit", "element");
        assertThat(fixture.see("Velkan Torvo", "velkam jacket")).isNull();
    }

    @Test
    void firstNameOrRareLetterOfAMarkIsNoElement() {
        assertThat(fixture.see("Tilda Carrowmere", "tilda jacket")).isNull();
        assertThat(fixture.see("Tilda Carrowmere", "meet tilda and her friends"))
                .isNull();
    }
}
