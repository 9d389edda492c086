package org.touchstone.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Rejection;

class CaseStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");

    @TempDir
    private Path folder;

    private Path file;
    private CaseStore store;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("cases.db");
        store = CaseStore.open(file, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    static String hit(int rank, double score, String listing) {
        return "{\"rank\":" + rank + ",\"score\":" + score + ",\"listing\":\"" + listing
                + "\",\"mark\":\"CN-1\",\"brand\":\"auroris\",\"outlook\":\"infringement\",\"evidence\":[{\"kind\":\"word\","
                + "\"field\":\"title\",\"start\":0,\"end\":7,\"quote\":\"AUR0RlS\",\"against\":\"AURORIS\",\"weight\":6.1}]}";
    }

    private void importThree() throws IOException {
        store.importHits(write("hits.jsonl", hit(1, 0.9, "a"), hit(2, 0.8, "b"), hit(3, 0.7, "c")), rejection -> {});
    }

    private long caseOf(int place) throws IOException {
        return store.list(CaseFilter.EVERYTHING, 0, 10).get(place).id();
    }

    @Test
    void importKeepsTheOrder() throws IOException {
        importThree();
        assertThat(store.list(CaseFilter.EVERYTHING, 0, 10))
                .extracting(CaseLine::title)
                .containsExactly("a", "b", "c");
        assertThat(store.list(CaseFilter.EVERYTHING, 1, 1))
                .extracting(CaseLine::title)
                .containsExactly("b");
    }

    @Test
    void importOfTheSameHitsChangesNothing() throws IOException {
        importThree();
        Path hits = folder.resolve("hits.jsonl");
        assertThat(store.importHits(hits, rejection -> {})).isEqualTo(new ImportReport(0, 0, 3, 0));
        assertThat(store.count(CaseFilter.EVERYTHING)).isEqualTo(3);
    }

    @Test
    void importOfANewHitKeepsTheDecision() throws Exception {
        importThree();
        store.decide(caseOf(0), 0, Verdict.COUNTERFEIT, "Li", "");
        ImportReport report = store.importHits(write("more.jsonl", hit(1, 0.6, "a")), rejection -> {});
        assertThat(report).isEqualTo(new ImportReport(0, 1, 0, 0));
        Case changed = store.find(caseOf(2)).orElseThrow();
        assertThat(changed.hit().score()).isEqualTo(0.6);
        assertThat(changed.verdict()).isEqualTo(Verdict.COUNTERFEIT);
        assertThat(changed.trail().getFirst().current()).isFalse();
    }

    @Test
    void importTellsWhatItCannotRead() throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        ImportReport report =
                store.importHits(write("bad.jsonl", hit(1, 0.9, "a"), "{broken", "{\"score\":7}"), rejections::add);
        assertThat(report).isEqualTo(new ImportReport(1, 0, 0, 2));
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L, 3L);
    }

    @Test
    void importOfListingsGivesTitles() throws IOException {
        importThree();
        store.importListings(write("listings.jsonl", "{\"id\":\"b\",\"title\":\"AUR0RlS 背包 👟 𠮷\"}"), rejection -> {});
        Case found = store.find(caseOf(1)).orElseThrow();
        assertThat(found.listing()).isNotNull();
        assertThat(found.listing().title()).isEqualTo("AUR0RlS 背包 👟 𠮷");
        assertThat(found.folder()).isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void filtersSelect() throws Exception {
        importThree();
        store.decide(caseOf(1), 0, Verdict.UNRELATED, "Li", "");
        assertThat(store.count(new CaseFilter(CaseFilter.State.UNDECIDED, "", "", "")))
                .isEqualTo(2);
        assertThat(store.count(new CaseFilter(CaseFilter.State.DECIDED, "", "unrelated", "")))
                .isEqualTo(1);
        assertThat(store.count(new CaseFilter(CaseFilter.State.ALL, "counterfeit", "", "")))
                .isZero();
        assertThat(store.count(new CaseFilter(CaseFilter.State.ALL, "", "", "AURoris b")))
                .isEqualTo(1);
        assertThat(store.count(new CaseFilter(CaseFilter.State.ALL, "", "", "' OR 1=1 --")))
                .isZero();
        assertThat(store.count(new CaseFilter(CaseFilter.State.ALL, "", "", "%")))
                .isZero();
    }

    @Test
    void besideFollowsTheFilter() throws Exception {
        importThree();
        CaseFilter undecided = new CaseFilter(CaseFilter.State.UNDECIDED, "", "", "");
        store.decide(caseOf(1), 0, Verdict.UNRELATED, "Li", "");
        assertThat(store.beside(caseOf(0), undecided, true)).hasValue(caseOf(2));
        assertThat(store.beside(caseOf(2), undecided, false)).hasValue(caseOf(0));
        assertThat(store.beside(caseOf(2), undecided, true)).isEmpty();
    }

    @Test
    void undoAppendsAndBringsBackTheVerdictBefore() throws Exception {
        importThree();
        long id = caseOf(0);
        store.decide(id, 0, Verdict.COUNTERFEIT, "Li", "same stitching");
        store.decide(id, 1, Verdict.UNSURE, "Li", "");
        store.undo(id, 2, "Li");
        Case found = store.find(id).orElseThrow();
        assertThat(found.verdict()).isEqualTo(Verdict.COUNTERFEIT);
        assertThat(found.trail()).hasSize(3);
        assertThat(found.trail().getLast().undoes()).isEqualTo(2);
        assertThat(found.trail().getFirst().reason()).isEqualTo("same stitching");
        assertThat(found.trail().getFirst().at()).isEqualTo(NOW);
        store.undo(id, 3, "Li");
        assertThat(store.find(id).orElseThrow().verdict()).isNull();
        store.undo(id, 4, "Li");
        assertThat(store.find(id).orElseThrow().trail()).hasSize(4);
    }

    @Test
    void secondReviewerIsToldOfTheFirst() throws Exception {
        importThree();
        long id = caseOf(0);
        store.decide(id, 0, Verdict.COUNTERFEIT, "Li", "");
        try (CaseStore other = CaseStore.open(file)) {
            assertThatExceptionOfType(DecidedMeanwhileException.class)
                    .isThrownBy(() -> other.decide(id, 0, Verdict.AUTHORISED, "Ann", ""));
        }
        assertThat(store.find(id).orElseThrow().trail()).hasSize(1);
    }

    @Test
    void decisionsCannotBeChangedInTheFile() throws Exception {
        importThree();
        store.decide(caseOf(0), 0, Verdict.COUNTERFEIT, "Li", "");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.executeUpdate("UPDATE decisions SET verdict = 'unsure'"))
                    .withMessageContaining("never changed");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.executeUpdate("DELETE FROM decisions"))
                    .withMessageContaining("never removed");
        }
    }

    @Test
    void decideNeedsACaseAndAReviewer() throws IOException {
        importThree();
        assertThatIllegalArgumentException().isThrownBy(() -> store.decide(99, 0, Verdict.UNSURE, "Li", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> store.decide(caseOf(0), 0, Verdict.UNSURE, " ", ""));
    }

    @Test
    void openRefusesANewerStore() throws Exception {
        Path newer = folder.resolve("newer.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatIOException().isThrownBy(() -> CaseStore.open(newer)).withMessageContaining("version 99");
    }

    @Test
    void openRefusesWhatIsNoStore() throws Exception {
        Path text = Files.writeString(folder.resolve("text.db"), "this is no database, it is a text ".repeat(50));
        assertThatIOException().isThrownBy(() -> CaseStore.open(text)).withMessageContaining("text.db");
        Path other = folder.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x)");
        }
        assertThatIOException().isThrownBy(() -> CaseStore.open(other)).withMessageContaining("another database");
    }

    /** A process that is killed while it imports leaves nothing of the import, and everything of before. */
    @Test
    void importThatIsKilledLeavesNothing() throws Exception {
        importThree();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            many.append(hit(i + 1, 0.5, "k" + i)).append('\n');
        }
        Path hits = Files.writeString(folder.resolve("many.jsonl"), many);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Importer.class.getName(),
                        file.toString(),
                        hits.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("importing");
            long started = System.nanoTime();
            Path log = folder.resolve("cases.db-wal");
            while (Files.size(log) < 1_500_000 && System.nanoTime() - started < 30_000_000_000L) {
                Thread.sleep(5);
            }
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isNotZero();
        assertThat(store.count(CaseFilter.EVERYTHING)).isEqualTo(3);
        assertThat(store.importHits(hits, rejection -> {}).added()).isEqualTo(60_000);
    }

    /** Imports in a process of its own. */
    static final class Importer {
        private Importer() {}

        public static void main(String[] arguments) throws IOException {
            try (CaseStore store = CaseStore.open(Path.of(arguments[0]))) {
                System.out.println("importing");
                store.importHits(Path.of(arguments[1]), rejection -> {});
            }
        }
    }
}
