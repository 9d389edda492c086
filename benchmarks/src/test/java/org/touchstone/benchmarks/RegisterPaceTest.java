package org.touchstone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.benchmarks.register.InventedMark;
import org.touchstone.benchmarks.register.TdxfWriter;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterRecord;

@Timeout(300)
class RegisterPaceTest {
    private static final long SEED = 9;
    private static final int RECORDS = 3000;
    private static final TdxfWriter REGISTER = new TdxfWriter(SEED);

    @TempDir
    Path folder;

    private void index(long from, long to) throws IOException {
        Iterator<Located<Registration>> marks = LongStream.range(from, to)
                .filter(number ->
                        !(REGISTER.mark(number).text() + REGISTER.mark(number).han()).isEmpty())
                .mapToObj(number -> new Located<>(registration(number), "invented", folder, number))
                .iterator();
        MarkIndexWriter.update(
                folder.resolve("index"),
                RegisterRecord.all(marks),
                null,
                rejection -> {
                    throw new AssertionError(rejection.toString());
                },
                read -> {});
    }

    private static Registration registration(long number) {
        InventedMark mark = REGISTER.mark(number);
        return Registration.of(
                "US-" + TdxfWriter.serial(number), Mark.word(mark.han().isEmpty() ? mark.text() : mark.han()));
    }

    private static List<String> arguments(Path index) {
        return List.of(index.toString(), String.valueOf(SEED), String.valueOf(RECORDS));
    }

    @Test
    void wrongOptionsAreRejected() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> words : List.of(
                List.of("--records", "1k", "--day", "500"),
                List.of("--heap", "plenty"),
                List.of("--form", "csv"),
                List.of("--records", "0"))) {
            assertThatThrownBy(() -> RegisterPace.of(new Arguments(words), nowhere))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("found");
        }
    }

    @Test
    void aRegisterWithoutAFittingMarkIsToldOf() {
        assertThatThrownBy(() -> Query.of(REGISTER, 2, 20, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take more records");
    }

    @Test
    void queriesAreOfEveryKindAndTheSameEachTime() {
        List<Query> queries = Query.of(REGISTER, RECORDS, 400, 1);
        assertThat(queries).hasSize(400).isEqualTo(Query.of(REGISTER, RECORDS, 400, 1));
        assertThat(queries).isNotEqualTo(Query.of(REGISTER, RECORDS, 400, 2));
        assertThat(queries.stream().map(Query::kind).distinct()).hasSize(Query.Kind.values().length);
        for (Query query : queries) {
            assertThat(query.text()).isNotBlank();
            assertThat(query.text().matches("\\p{IsHan}+")).isEqualTo(query.kind() == Query.Kind.HAN);
            assertThat(query.serial().isEmpty()).isEqualTo(query.kind() == Query.Kind.UNKNOWN);
            assertThat(query.isAmong(List.of("US-11111111", "US-" + query.serial())))
                    .isEqualTo(query.kind() != Query.Kind.UNKNOWN);
        }
    }

    @Test
    void percentilesAreValuesThatWereMeasured() {
        double[] sorted = {1, 2, 3, 4};
        assertThat(Latencies.percentile(sorted, 50)).isEqualTo(2);
        assertThat(Latencies.percentile(sorted, 90)).isEqualTo(4);
        assertThat(Latencies.percentile(sorted, 100)).isEqualTo(4);
        assertThat(Latencies.percentile(new double[] {7}, 1)).isEqualTo(7);
    }

    @Test
    void everyKindOfQueryIsMeasuredAndPlainOnesAreFound() throws IOException {
        index(0, RECORDS);
        String table = Latencies.measure(folder.resolve("index"), REGISTER, RECORDS, 0.1);
        for (Query.Kind kind : Query.Kind.values()) {
            assertThat(table).contains("| " + kind.title() + " | 250 |");
        }
        assertThat(table).contains("| as registered | 250 | 2").contains("| Chinese for its sound | 250 | 250 |");
        assertThat(table).contains("| of no mark | 250 | 0 |").contains("| all | 2,000 |");
    }

    @Test
    void aLoopGoesOnSearchingThroughAnUpdateAndMeetsIt() throws IOException, InterruptedException {
        index(0, RECORDS);
        BlockingQueue<SearchLoop.Counts> lines = new LinkedBlockingQueue<>();
        Path log = folder.resolve("loop.log");
        try (Started loop = Started.of(
                Started.java(SearchLoop.class, "256m", arguments(folder.resolve("index"))),
                log,
                line -> lines.add(SearchLoop.Counts.read(line)))) {
            SearchLoop.Counts first = next(lines);
            index(RECORDS, RECORDS + 500);
            SearchLoop.Counts now = next(lines);
            while (now.registrations() == first.registrations()) {
                now = next(lines);
            }
            loop.closeInput();
            loop.await(0);
            assertThat(now.failures()).as(log.toString()).isZero();
            assertThat(now.answers()).isGreaterThan(first.answers());
            assertThat(now.found()).isGreaterThan(first.found());
            assertThat(now.registrations() - first.registrations()).isBetween(400L, 500L);
            assertThat(loop.peakResident()).isPositive();
        }
    }

    private static SearchLoop.Counts next(BlockingQueue<SearchLoop.Counts> lines) throws InterruptedException {
        SearchLoop.Counts counts = lines.poll(60, TimeUnit.SECONDS);
        assertThat(counts).as("a line of the loop's").isNotNull();
        return counts;
    }

    @Test
    void aProcessThatFailsSaysWhy() throws IOException {
        try (Started failing = Started.of(
                Started.java(Latencies.class, "64m", arguments(folder.resolve("nowhere"))),
                folder.resolve("failing.log"),
                line -> {})) {
            assertThatThrownBy(() -> failing.await(0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nowhere");
        }
    }
}
