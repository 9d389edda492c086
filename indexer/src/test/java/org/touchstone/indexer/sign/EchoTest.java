package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
    private static String said(String syllables) {
        return Echo.ofSyllables(List.of(syllables.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "belorin, bei luo lin",
        "velkan, wei er kan", // l said as a syllable
        "velkan, wei kan", // or lost before another consonant
        "kalinder, ka lin de", // r lost at the end
        "kalinder, ka lin de er",
        "shanteva, shan de wa",
        "pharento, fa lan duo",
        "xandora, shan duo la",
        "maxilo, ma ke xi luo",
        "cendra, sen de la",
        "candra, kan de la",
        "hulmo, hu er mo",
    })
    void syllablesShareAKeyWithTheNameTheySpell(String name, String syllables) {
        assertThat(Echo.ofName(name)).contains(said(syllables));
    }

    @ParameterizedTest
    @CsvSource({"belorin, bei luo si", "velkan, te kan", "kalinder, ka li de", "tovanda, nu wei mo"})
    void otherSyllablesShareNone(String name, String syllables) {
        assertThat(said(syllables)).isNotEmpty();
        assertThat(Echo.ofName(name)).doesNotContain(said(syllables));
    }

    @ParameterizedTest
    @CsvSource({
        "velkan, velcan",
        "velkan, felkan",
        "velkan, wellkann",
        "velkan, volken",
        "zaporo, saboro",
        "phanto, fando",
        "xilo, silo",
        "kirano, ciraano", // not: c is soft before i
    })
    void wordSharesItsKeyWithNamesThatSoundAlike(String name, String word) {
        boolean alike = !word.startsWith("ci");
        assertThat(Echo.ofName(name).contains(Echo.ofWord(word))).isEqualTo(alike);
    }

    @Test
    void betweenLatinNamesVowelsHaveAPlace() {
        assertThat(Echo.ofWord("velkan")).isEqualTo("W-LK-N");
        assertThat(Echo.ofWord("velkano")).isEqualTo("W-LK-N-");
        assertThat(Echo.ofName("velkano")).doesNotContain(Echo.ofWord("velkan"));
        assertThat(Echo.ofName("velkan")).containsExactlyInAnyOrder("W-LK-N", "WLKN", "WKN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ae", "aba", "努维莫", "velkan2", "vel kan", "VELKAN", "k"})
    void nameWithoutTwoConsonantsOrInOtherLettersHasNone(String name) {
        assertThat(Echo.ofName(name)).isEmpty();
        assertThat(Echo.ofWord(name)).isEmpty();
    }

    @Test
    void longNameHasNone() {
        assertThat(Echo.ofWord("tako".repeat(20))).isEmpty();
        assertThat(said("ta ka ta ka ta ka ta ka ta ka ta")).isEmpty();
        assertThat(said("ta ka ta ka ta ka ta ka ta ka")).hasSize(10);
    }

    @Test
    void syllablesOfVowelsAloneHaveNone() {
        assertThat(said("a ou")).isEmpty();
        assertThat(said("a er")).isEmpty();
        assertThat(said("an er")).isEqualTo("NL");
    }
}
