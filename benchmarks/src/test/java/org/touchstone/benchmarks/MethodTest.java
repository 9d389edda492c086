package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.touchstone.listing.Listing;
import org.touchstone.record.Truth;

class MethodTest {
    private static final MarkSource MARKS = new MarkSource(
            List.of(new Word("A", "lumora"), new Word("B", "岚泉坊"), new Word("C", "velkano")), 3, Growth.SCRAMBLED);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void plainMarksAreFound(Method method) throws IOException {
        method.build(MARKS, folder);
        try (Contestant contestant = method.open(MARKS, folder)) {
            assertThat(marks(contestant, "Lumora running shoes")).contains("A").doesNotContain("B", "C");
            assertThat(marks(contestant, "新款 岚泉坊 保温杯")).contains("B").doesNotContain("A", "C");
            assertThat(marks(contestant, "running shoes")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MATCHER", "FUZZY", "STORED_FUZZY"})
    void anotherLetterIsForgiven(Method method) throws IOException {
        method.build(MARKS, folder);
        try (Contestant contestant = method.open(MARKS, folder)) {
            assertThat(marks(contestant, "velkana running shoes")).contains("C");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunTakesEveryTitleAndCounts(Method method) throws IOException {
        List<Title> titles = List.of(title("1", "lumora shoes", "A"), title("2", "cups", "C"));
        method.build(MARKS, folder);
        try (Contestant contestant = method.open(MARKS, folder)) {
            Tally tally = contestant.run(Course.measurement(titles, 0.2), 2);
            assertThat(tally.titles()).isGreaterThanOrEqualTo(2);
            assertThat(tally.plain()).isEqualTo(tally.titles());
            assertThat(tally.plainShare()).isBetween(0.4, 0.6);
            assertThat(tally.seconds()).isGreaterThanOrEqualTo(0.2);
        }
    }

    private static List<String> marks(Contestant contestant, String text) throws IOException {
        return contestant.find(title("1", text, "")).stream()
                .map(Contestant.Found::mark)
                .toList();
    }

    /** A title with a mark that its truth calls plain. */
    private static Title title(String id, String text, String mark) {
        List<Truth> truths = List.of(new Truth(id, mark, Truth.Label.UNKNOWN, Title.PLAIN));
        return new Title(Listing.builder(id).title(text).build(), "plain", "", truths);
    }
}
