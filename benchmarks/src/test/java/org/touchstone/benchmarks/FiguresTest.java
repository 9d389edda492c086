package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.touchstone.benchmarks.Contestant.Found;
import org.touchstone.listing.Listing;
import org.touchstone.record.Truth;

class FiguresTest {
    private static final TextBench BENCH = new TextBench(
            "test",
            List.of(new Word("A", "lumora"), new Word("B", "岚泉坊"), new Word("C", "velkano")),
            List.of(
                    title("1", "evaded", new Truth("1", "A", Truth.Label.UNKNOWN, "spaced")),
                    title("2", "evaded", new Truth("2", "B", Truth.Label.UNKNOWN, "homophone")),
                    title("3", "evaded", new Truth("3", "A", Truth.Label.UNKNOWN, "reversed")),
                    title("4", "compatible", new Truth("4", "A", Truth.Label.LAWFUL, "compatible")),
                    title("5", "clean"),
                    title("6", "clean")),
            Set.of("A"));

    @Test
    void nothingFoundIsNothing() {
        Figures figures = new Figures(BENCH, Map.of());
        assertThat(figures.strong()).isEqualTo(new Figures.Share(0, 0, 2));
        assertThat(figures.falsePer1000()).isZero();
    }

    @Test
    void weakKindsAndLawfulUsesAreNotStrong() {
        Figures figures = new Figures(BENCH, Map.of("3", List.of(new Found("A", 1)), "4", List.of(new Found("A", 1))));
        assertThat(figures.strong().found()).isZero();
        assertThat(figures.byKind()).containsOnlyKeys("spaced", "homophone", "reversed");
        assertThat(figures.byKind().get("reversed").found()).isOne();
    }

    @Test
    void theHighestScoreIsOnTop() {
        Figures figures = new Figures(
                BENCH,
                Map.of(
                        "1", List.of(new Found("A", 0.4), new Found("C", 0.5)),
                        "2", List.of(new Found("B", 0.5), new Found("C", 0.5))));
        assertThat(figures.strong()).isEqualTo(new Figures.Share(2, 1, 2));
    }

    @Test
    void onlyTargetsAreFalseOnCleanTitles() {
        Figures figures = new Figures(BENCH, Map.of("5", List.of(new Found("C", 1)), "6", List.of(new Found("A", 1))));
        assertThat(figures.falsePer1000()).isEqualTo(500);
    }

    private static Title title(String id, String group, Truth... truths) {
        return new Title(Listing.builder(id).title("cup").build(), group, "", List.of(truths));
    }
}
