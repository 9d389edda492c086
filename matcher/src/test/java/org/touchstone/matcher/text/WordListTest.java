package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordListTest {
    @Test
    void getGivesTheNumberOrNought() {
        WordList list = new WordList(1000);
        for (long key = 1; key <= 1000; key++) {
            list.put(key * 65_536, (int) (key % 100) + 1);
        }
        assertThat(list.get(7 * 65_536)).isEqualTo(8);
        assertThat(list.get(7)).isZero();
    }

    @Test
    void englishKnowsWordsNamesAndNothingElse() {
        assertThat(English.has("jacket")).isTrue();
        assertThat(English.isCommon("jacket")).isTrue();
        assertThat(English.isCommon("abacuses")).isEqualTo(English.has("abacuses"));
        assertThat(English.hasOrNames("geneva")).isTrue();
        assertThat(English.has("nuvimo")).isFalse();
    }
}
