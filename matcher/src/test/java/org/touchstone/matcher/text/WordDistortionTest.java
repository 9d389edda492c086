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

class WordDistortionTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(
                folder,
                "NUVIMO",
                "KRESTLYN",
                "MORNALD",
                "CLEVONDA",
                "WOLVARIN",
                "TOVAN",
                "Quilldane",
                "UV100",
                "BX9000",
                "Harbor",
                "Torvane",
                "Torvani",
                "LUMO",
                "Velvet");
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NUVIMO, nuvimmo, edit", // doubled
        "Quilldane, quildane, edit", // a doubled one lost
        "NUVIMO, nuvmo, edit", // lost
        "NUVIMO, uvimo, edit",
        "NUVIMO, nuvim, edit",
        "NUVIMO, nuvximo, edit", // added
        "NUVIMO, nuvimox, edit",
        "NUVIMO, nvuimo, edit", // swapped
        "NUVIMO, unvimo, edit",
        "NUVIMO, nubimo, edit", // the key beside
        "NUVIMO, nuvino, edit", // alike
        "NUVIMO, nuvumo, edit", // another vowel
        "NUVIMO, nuvxmo, edit", // any other
        "TOVAN, tovam, edit",
        "KRESTLYN, kresestlyn, edit", // es inserted
        "KRESTLYN, krestlyns, edit", // a plural
        "NUVIMO, nuv9imo, edit", // a digit
        "TOVAN, 7ovan, leet",
        "NUVIMO, nuv1mo, leet",
        "NUVIMO, nuv*mo, masked",
        "NUVIMO, nuv-mo, masked",
        "KRESTLYN, crestlynn, sound", // more than one change that nobody hears
        "WOLVARIN, wolvarrinn, sound",
    })
    void distortedSignIsFound(String mark, String sign, String how) {
        Evidence.Word word = fixture.see(mark, "new " + sign + " case");
        assertThat(word).as("%s as %s", mark, sign).isNotNull();
        assertThat(word.quote()).isEqualTo(sign);
        assertThat(word.how()).containsExactly(how);
        assertThat(word.weight()).isBetween(Weights.PLAIN, Weights.MOST);
        assertThat(word.similarity()).isBetween(0.5, 0.97);
    }

    @ParameterizedTest
    @CsvSource({
        "MORNALD, rnornald",
        "WOLVARIN, vvolvarin",
        "CLEVONDA, cIevonda",
        "CLEVONDA, dlevonda",
    })
    void rowsOfLettersThatLookLikeOneLeaveTheMarkFound(String mark, String sign) {
        Evidence.Word word = fixture.see(mark, "new " + sign + " case");
        assertThat(word).as("%s as %s", mark, sign).isNotNull();
        assertThat(word.quote()).isEqualTo(sign);
        assertThat(word.weight()).isGreaterThan(Weights.PLAIN);
    }

    @Test
    void rowOfLettersIsConfusable() {
        assertThat(fixture.see("MORNALD", "new rnornald case").how()).containsExactly("confusable");
    }

    @ParameterizedTest
    @CsvSource({
        "Velvet, helmet light", // another word
        "Harbor, harbour light",
        "Harbor, harbors of the world", // a plural
        "Harbor, harder case",
        "Harbor, two barbers",
        "UV100, uv400 sunglasses", // another number
        "UV100, uv 200 lamp",
        "UV100, UV900",
        "BX9000, BX9001 cable",
        "BX9000, 9000 pieces",
        "LUMO, 1000 lux lamp",
        "TOVAN, van 24 hours",
        "Torvani, Torvane headphones", // another mark's own sign
        "Torvane, torvani headphones",
        "NUVIMO, numb",
        "NUVIMO, nmviuo case", // two swaps
        "NUVIMO, nxvxmo case",
        "KRESTLYN, krslt case",
        "LUMO, plum jam",
        "LUMO, lump of clay",
    })
    void ordinaryLanguageIsNoDistortedSign(String mark, String title) {
        assertThat(fixture.see(mark, title)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"BX9000, BX900 cable", "BX9000, BX90000 cable", "BX9000, BX9200 cable", "UV100, uv1000 lamp"})
    void modelWithAnotherNumberIsNoSign(String mark, String title) {
        assertThat(fixture.see(mark, title)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nuvimo8", "nuvimo88", "nuvimo 8", "8nuvimo", "NUVIMO2025", "nuvimo-8"})
    void ownSignWithANumberIsExact(String sign) {
        Evidence.Word word = fixture.see("NUVIMO", "new " + sign + " case");
        assertThat(word.how()).containsExactly("exact");
        assertThat(word.quote()).isEqualToIgnoringCase("nuvimo");
        assertThat(word.weight()).isEqualTo(Weights.PLAIN);
    }

    @Test
    void likelySlipWeighsMoreThanAnyOther() {
        assertThat(fixture.see("TOVAN", "tovam case").weight())
                .isGreaterThan(fixture.see("TOVAN", "tovax case").weight());
        assertThat(fixture.see("LUMO", "lumu case").weight())
                .isGreaterThan(fixture.see("LUMO", "luko case").weight());
    }

    @Test
    void firstLetterIsChangedLeast() {
        assertThat(fixture.see("TOVAN", "tozan case")).isNotNull();
        assertThat(fixture.see("TOVAN", "kovan case")).isNull();
    }

    @Test
    void oneSymbolForALetterIsMoreLikelyThanALostLetter() {
        assertThat(fixture.see("LUMO", "lu*o case").weight()).isEqualTo(Weights.MOST);
        assertThat(fixture.see("LUMO", "luo case")).isNull();
    }
}
