package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    private static final double ANY = Slips.bits('p', 'z');

    @ParameterizedTest
    @CsvSource({
        "a, s", // beside each other in a row
        "a, q", // in the row above
        "k, m", // in the row below
        "a, u", // vowels
        "y, i", "c, e", // look alike
        "5, s", "1, l", "b, p", // sound alike
        "c, k", "d, l", // a bit apart
    })
    void likelySlipCostsLessThanAnyOther(char wrong, char right) {
        assertThat(Slips.bits(wrong, right)).isBetween(1.0, ANY - 2);
        assertThat(Slips.bits(right, wrong)).isLessThan(ANY);
    }

    @ParameterizedTest
    @CsvSource({"p, z", "x, t", "m, q", "w, k", "é, e", "п, n", "z, 7"})
    void otherLettersCostTheMost(char wrong, char right) {
        assertThat(Slips.bits(wrong, right)).isEqualTo(ANY);
    }

    @Test
    void lookAlikeCostsLessThanANeighbour() {
        assertThat(Slips.bits('c', 'e')).isLessThan(Slips.bits('g', 'h'));
    }

    @Test
    void neighboursAreMutualAndLettersOfTheSameCornerOnly() {
        for (char a = '0'; a <= 'z'; a++) {
            int neighbours = 0;
            for (char b = '0'; b <= 'z'; b++) {
                assertThat(Slips.isNeighbour(a, b)).isEqualTo(Slips.isNeighbour(b, a));
                neighbours += Slips.isNeighbour(a, b) ? 1 : 0;
            }
            assertThat(neighbours).as("neighbours of %s", a).isLessThanOrEqualTo(9);
        }
        assertThat(Slips.isNeighbour('g', 'h')).isTrue();
        assertThat(Slips.isNeighbour('g', 'l')).isFalse();
        assertThat(Slips.isNeighbour('q', 'p')).isFalse();
        assertThat(Slips.isNeighbour('努', 'p')).isFalse();
    }

    @Test
    void vowelsAreThoseOfTheAlphabet() {
        assertThat("aeiouy".chars().allMatch(Slips::isVowel)).isTrue();
        assertThat("bcdfghjklmnpqrstvwxz0é".chars().anyMatch(Slips::isVowel)).isFalse();
    }
}
