package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoLikenessTest {
    private static double likeness(String syllables, String name) {
        return EchoLikeness.of(List.of(syllables.split(" ")), name);
    }

    @ParameterizedTest
    @CsvSource({
        "bei luo lin, belorin",
        "bai luo lin, belorin", // a vowel nearby
        "ta nu ka, tanuka",
        "da nu ka, tanuka", // voiced or not
        "ma de lan, madlan", // a vowel that only fills
    })
    void syllablesThatSpellANameAreSurelyAlike(String syllables, String name) {
        assertThat(likeness(syllables, name)).isBetween(EchoLikeness.SURE, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "nu wei mo, nuvimo",
        "ka luo mi er, carromere",
        "ou luo rui si, auroris",
        "ke rui si te lin, krestlyn",
    })
    void syllablesNearANameAreLikelyAlike(String syllables, String name) {
        assertThat(likeness(syllables, name)).isBetween(EchoLikeness.LEAST, EchoLikeness.SURE);
    }

    @ParameterizedTest
    @CsvSource({
        "bai luo lin, tovanda",
        "da zhong, nuvimo",
        "xi lan di, belorin",
        "a di, auroris",
        "ke lei si te, krestlyn", // what the name ends in is missing
        "er, belorin",
    })
    void othersAreFarApart(String syllables, String name) {
        assertThat(likeness(syllables, name)).isBetween(0.0, EchoLikeness.LEAST - 0.1);
    }

    @Test
    void finalRIsDropped() {
        assertThat(likeness("ka lin de", "kalinder")).isGreaterThan(likeness("ka lin de", "kalindem"));
    }

    @Test
    void doubledLettersSoundOnce() {
        assertThat(likeness("bei luo lin", "bellorrin")).isEqualTo(likeness("bei luo lin", "belorin"));
    }

    @Test
    void whatIsNotInLatinLettersIsNotAlike() {
        assertThat(likeness("bei luo lin", "贝洛林")).isZero();
        assertThat(likeness("bei luo lin", "belorin2")).isZero();
        assertThat(likeness("bei luo lin", "")).isZero();
        assertThat(EchoLikeness.of(List.of(), "belorin")).isZero();
    }
}
