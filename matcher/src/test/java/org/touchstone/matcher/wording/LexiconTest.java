package org.touchstone.matcher.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples that the lexicon itself gives. */
class LexiconTest {
    static Stream<Arguments> examples() {
        return counting()
                .flatMap(entry -> entry.words().stream()
                        .map(word -> arguments(kind(entry), entry.example().replace("{}", word))));
    }

    static Stream<Arguments> counterexamples() {
        return counting().flatMap(entry -> entry.counters().stream().map(title -> arguments(kind(entry), title)));
    }

    private static Stream<Entry> counting() {
        return Lexicon.DATED.entries().stream().filter(entry -> !entry.source().isEmpty());
    }

    private static String kind(Entry entry) {
        return switch (entry.sense()) {
            case REPLICA -> OfferWording.REPLICA;
            case COMPARISON, COMPARISON_BEFORE, COMPARISON_AFTER -> OfferWording.COMPARISON;
            case SECOND_HAND, FITS_BEFORE, FITS_AFTER -> OfferWording.LAWFUL_USE;
            case DENIAL, DENIAL_BEFORE, DENIAL_AFTER -> OfferWording.DENIAL;
            case CONTACT -> OfferWording.CONTACT;
            default -> throw new IllegalStateException("expected a sense that counts, found " + entry);
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void countsInItsExample(String kind, String title) {
        assertThat(Titles.kinds(title)).contains(kind);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("counterexamples")
    void isSilentInItsCounterexample(String kind, String title) {
        assertThat(Titles.kinds(title)).doesNotContain(kind);
    }

    @Test
    void everyLineThatCountsIsDatedAndHasBothExamples() {
        assertThat(counting()).hasSizeGreaterThan(60).allSatisfy(entry -> {
            assertThat(entry.words()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(entry.source()).isIn("list", "trade");
            assertThat(YearMonth.parse(entry.noted()).getYear()).isGreaterThanOrEqualTo(2026);
            assertThat(entry.language()).isIn("zh", "en");
            assertThat(entry.example()).contains("{}").contains(Titles.MARK);
            assertThat(entry.counters())
                    .isNotEmpty()
                    .allSatisfy(title -> assertThat(title).contains(Titles.MARK));
        });
    }

    @Test
    void noWordsStandTwiceInOneSense() {
        for (Sense sense : Sense.values()) {
            Set<String> seen = new HashSet<>();
            Lexicon.DATED.entries().stream()
                    .filter(entry -> entry.sense() == sense)
                    .flatMap(entry -> entry.words().stream())
                    .forEach(word ->
                            assertThat(seen.add(word)).as(sense + " " + word).isTrue());
        }
    }
}
