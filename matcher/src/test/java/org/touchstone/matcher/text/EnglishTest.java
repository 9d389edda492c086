package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishTest {
    @Test
    void commonWordSurprisesLessThanARareOne() {
        assertThat(English.surprise("the")).isBetween(3.0, 6.0);
        assertThat(English.surprise("phone")).isGreaterThan(English.surprise("the") + 5);
        assertThat(English.surprise("abacus")).isGreaterThan(English.surprise("phone") + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nuvimo", "krestlyn", "zqxj", "tovanda", "vlq"})
    void unknownWordSurprisesMoreThanAnyEverydayWord(String word) {
        assertThat(English.knows(word)).isFalse();
        assertThat(English.surprise(word)).isEqualTo(English.unknown(word)).isGreaterThan(15);
    }

    @Test
    void unlikelyLettersSurpriseMoreThanLikelyOnes() {
        assertThat(English.unknown("zqxjkv")).isGreaterThan(English.unknown("tranes") + 5);
    }

    @Test
    void everyDigitAddsAsMuch() {
        double one = English.unknown("nuvimo8") - English.unknown("nuvimo");
        assertThat(English.unknown("87")).isLessThan(English.unknown("nq"));
        assertThat(English.unknown("12345") - English.unknown("1234"))
                .isCloseTo(Math.log(10) / Math.log(2), within(0.1));
        assertThat(one).isBetween(0.0, 6.0);
    }

    @Test
    void knownWordNeverSurprisesMoreThanItsLetters() {
        for (String word : new String[] {"the", "phone", "jacket", "ottoman", "abacus", "xylem", "london", "samsung"}) {
            assertThat(English.surprise(word)).as(word).isLessThanOrEqualTo(English.unknown(word));
        }
    }

    @Test
    void nameThatPeopleWriteIsAsDistinctAsANewOne() {
        assertThat(English.distinction("london")).isEqualTo(English.unknown("london"));
        assertThat(English.distinction("phone")).isEqualTo(English.surprise("phone"));
    }

    @Test
    void distinctiveIsWhatIsNoWordAndWhatFewWrite() {
        assertThat(English.isDistinctive("nuvimo")).isTrue();
        assertThat(English.isDistinctive("jacket")).isFalse();
        assertThat(English.isDistinctive("london")).isFalse();
        assertThat(English.isDistinctive("abc")).isFalse();
    }

    @Test
    void anythingHasASurprise() {
        assertThat(English.surprise("")).isPositive();
        assertThat(English.surprise("努维")).isGreaterThan(10);
        assertThat(English.surprise("-")).isPositive();
    }
}
