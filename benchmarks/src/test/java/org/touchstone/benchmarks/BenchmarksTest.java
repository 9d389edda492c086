package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1g", "k", "-5", "1.5m", "9999999m"})
    void aBadNumberIsRejected(String number) {
        assertThatThrownBy(() -> Arguments.number(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '" + number + "'");
    }

    @Test
    void anUnknownOptionIsRejectedByName() {
        assertThatThrownBy(() -> new Arguments(List.of("--mark", "40k")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'--mark'");
    }

    @Test
    void numbersHaveUnits() {
        assertThat(new Arguments(List.of("--write", "--marks", "40k")).number("marks", 1))
                .isEqualTo(40_000);
        assertThat(Arguments.number("5m")).isEqualTo(5_000_000);
    }

    @Test
    void theInventedBenchIsTheSameEachTimeAndHasAllGroups() throws IOException {
        TextBench bench = Benchmarks.bench("");
        assertThat(bench).isEqualTo(FictionalBench.make());
        assertThat(bench.titles().stream().map(Title::group).distinct())
                .containsExactlyInAnyOrder("plain", "evaded", "clean");
    }

    @Test
    void aBenchIsReadFromItsFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("marks.csv"), "id,text\nA,lumora\nB,岚泉坊\n");
        Files.writeString(folder.resolve("listings.jsonl"), "{\"id\":\"1\",\"title\":\"l u m o r a cup\"}\n");
        Files.writeString(folder.resolve("truth.csv"), "listing,mark,label,kind,variant\n1,A,,spaced,l u m o r a\n");
        Files.writeString(folder.resolve("groups.csv"), "listing,group,near\n1,evaded,\n");
        Files.writeString(folder.resolve("targets.txt"), "A\n");
        TextBench bench = TextBench.read(folder);
        assertThat(bench.words()).containsExactly(new Word("A", "lumora"), new Word("B", "岚泉坊"));
        assertThat(bench.titles()).singleElement().satisfies(title -> {
            assertThat(title.group()).isEqualTo("evaded");
            assertThat(title.truths())
                    .singleElement()
                    .satisfies(truth -> assertThat(truth.kind()).isEqualTo("spaced"));
        });
        assertThat(bench.targets()).containsExactly("A");
    }

    @Test
    void everyMethodHasItsRowsInTheSpeedTables() throws IOException {
        TextBench bench = FictionalBench.make().withTitles(20);
        MarkSource marks = new MarkSource(bench.words(), 200, Growth.SYLLABLES);
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String tables =
                new Speed(marks, bench.titles(), 0.05, List.of(1, 2), nowhere).measure(List.of(Method.values()));
        for (Method method : Method.values()) {
            assertThat(tables.lines().filter(line -> line.startsWith("| " + method.title() + " |")))
                    .hasSize(2);
        }
    }

    @Test
    void hostileTitlesAreLong() {
        assertThat(Hostile.titles(FictionalBench.make()).values())
                .allSatisfy(title -> assertThat(title).hasSize(100_000));
    }
}
