package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthTest {
    private static final List<Word> WORDS = List.of(new Word("A", "lumora 9"), new Word("B", "岚泉坊"));

    @Test
    void noMarksAreRejected() {
        assertThatThrownBy(() -> new MarkSource(List.of(), 1, Growth.SCRAMBLED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void theBenchComesFirst(Growth growth) {
        assertThat(new MarkSource(WORDS, 5, growth).words().limit(2)).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @EnumSource
    void marksAreTheSameEachTime(Growth growth) {
        MarkSource marks = new MarkSource(WORDS, 1000, growth);
        assertThat(marks.words())
                .hasSize(1000)
                .containsExactlyElementsOf(
                        new MarkSource(WORDS, 1000, growth).words().toList());
    }

    @ParameterizedTest
    @EnumSource
    void grownMarksHaveIdsOfTheirOwnAndKeepTheScript(Growth growth) {
        List<Word> words = new MarkSource(WORDS, 1000, growth).words().toList();
        Set<String> ids = new HashSet<>();
        words.forEach(word -> assertThat(ids.add(word.id())).as(word.id()).isTrue());
        assertThat(words)
                .allSatisfy(
                        word -> assertThat(word.hasHan()).isEqualTo(word.id().startsWith("B")));
        assertThat(words.stream().map(Word::text).distinct()).hasSizeGreaterThan(500 / 3);
    }

    @Test
    void scramblingKeepsWhatIsNoLetter() {
        Word grown = Growth.SCRAMBLED.grower(WORDS).apply(WORDS.get(0), 1);
        assertThat(grown.text()).matches("[a-z]{6} 9").isNotEqualTo("lumora 9");
    }

    @Test
    void syllablesDrawFromTheCharactersOfTheBench() {
        assertThat(new MarkSource(WORDS, 200, Growth.SYLLABLES).words().filter(Word::hasHan))
                .allSatisfy(word -> assertThat(word.text()).matches("[岚泉坊]{2,4}"));
    }
}
