package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.indexer.sign.SignText;

class SoundAlignmentTest {
    private static double bits(String heard, String mark) {
        SignText text = SignText.of(heard);
        return SoundAlignment.bits(text, 0, text.length(), SignText.of(mark));
    }

    @Test
    void sameLettersCostNothing() {
        assertThat(bits("velkan", "VELKAN")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "vellkan, velkan", // doubled
        "velcan, velkan", // another letter for the sound
        "felkan, velkan",
        "velghan, velgan", // a silent letter
        "velckan, velcan",
        "volkan, velkan", // another vowel
        "vlkan, velkan", // a vowel lost
        "velkaan, velkan",
    })
    void changeThatOneHardlyHearsIsCheap(String heard, String mark) {
        assertThat(bits(heard, mark)).isBetween(1.0, 5.0);
    }

    @Test
    void changesAddUp() {
        assertThat(bits("fellcan", "velkan"))
                .isEqualTo(bits("felkan", "velkan") + bits("vellkan", "velkan") + bits("velcan", "velkan"));
    }

    @ParameterizedTest
    @CsvSource({"velman, velkan", "velka, velkan", "velkant, velkan"})
    void consonantThatIsAnotherOrMissingIsDear(String heard, String mark) {
        assertThat(bits(heard, mark)).isGreaterThanOrEqualTo(10);
    }

    @Test
    void kindredConsonantIsBetweenTheTwo() {
        assertThat(bits("beldan", "beltan"))
                .isGreaterThan(bits("velcan", "velkan"))
                .isLessThan(bits("velman", "velkan"));
    }

    @Test
    void windowCountsAlone() {
        SignText text = SignText.of("xx velkan yy");
        assertThat(SoundAlignment.bits(text, 2, 8, SignText.of("velkan"))).isZero();
    }

    @Test
    void othersAreFarApart() {
        assertThat(bits("tromo", "velkan")).isGreaterThan(40);
        assertThat(bits("", "velkan")).isGreaterThan(30);
    }
}
