package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build and an update that are killed at random moments. {@code -Dtouchstone.kills=50} kills them more often than by
 * default.
 */
@Timeout(600)
class IndexKillTest {
    private static final int KILLS = Integer.getInteger("touchstone.kills", 4);
    private static final int MARKS = 2000;

    @TempDir
    Path folder;

    private Path dir;
    private Path first;
    private Path second;
    private Path log;

    /** Fingerprints of the states that an undisturbed run goes through. */
    private String built;

    private String updated;

    /** How long an undisturbed run takes, in milliseconds. */
    private long building;

    private long updating;

    @BeforeEach
    void runUndisturbed() throws IOException, InterruptedException {
        first = folder.resolve("first.csv");
        second = folder.resolve("second.csv");
        log = folder.resolve("process.log");
        Files.writeString(first, marks(0, MARKS, 0));
        Files.writeString(second, marks(MARKS / 2, MARKS + MARKS / 2, 1));
        dir = folder.resolve("undisturbed");
        building = run("build", first);
        built = state().orElseThrow().fingerprint();
        updating = run("update", second);
        updated = state().orElseThrow().fingerprint();
        assertThat(updated).isNotEqualTo(built);
        assertThat(MarkIndex.verify(dir).registrations()).isEqualTo(MARKS + MARKS / 2);
        assertThat(MarkIndex.verify(dir).ended()).isPositive();
    }

    /** Of every three marks that the edition before has, one has changed, one has ended, and one is as it was. */
    private static String marks(int from, int to, int edition) {
        Random random = new Random(edition);
        StringBuilder csv = new StringBuilder("id,feature,text,transliterations,niceClasses,holder,status\n");
        for (int i = from; i < to; i++) {
            boolean known = edition > 0 && i < MARKS;
            csv.append("XX-").append(i).append(",word,").append(text(i)).append(",奥若");
            csv.append((char) (0x4e00 + i)).append(",25,");
            csv.append(known && i % 3 == 0 ? "Holder " + random.nextInt(100) + " the Second" : "Holder " + i);
            csv.append(known && i % 3 == 1 ? ",cancelled\n" : ",registered\n");
        }
        return csv.toString();
    }

    private static String text(int number) {
        StringBuilder text = new StringBuilder("mor");
        for (int rest = number; rest > 0; rest /= 20) {
            text.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
        }
        return text.toString();
    }

    private Process start(String what, Path marks) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexProcess.class.getName(),
                        what,
                        dir.toString(),
                        marks.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private long run(String what, Path marks) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(what, marks);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Kills a run at a moment that falls anywhere between its start and a little after its end. */
    private void kill(String what, Path marks, long milliseconds, Random random)
            throws IOException, InterruptedException {
        Process process = start(what, marks);
        process.waitFor(random.nextLong(milliseconds + milliseconds / 4), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /** What the folder holds, every byte of it read back; empty when there is no index yet. */
    private Optional<IndexInfo> state() throws IOException {
        try {
            IndexInfo verified = MarkIndex.verify(dir);
            try (MarkIndex index = MarkIndex.open(dir)) {
                assertThat(index.info()).isEqualTo(verified);
            }
            return Optional.of(verified);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Test
    void aKilledBuildLeavesNoIndexOrAWholeOne() throws IOException, InterruptedException {
        Random random = new Random(21);
        for (int kill = 0; kill < KILLS; kill++) {
            dir = folder.resolve("build-" + kill);
            kill("build", first, building, random);
            Optional<IndexInfo> left = state();
            left.ifPresent(info -> assertThat(info.fingerprint()).isEqualTo(built));
            kill("build", first, building, random); // over what the kill before has left
            if (left.isPresent()) {
                assertThat(state()).isPresent();
            }
            run("build", first);
            assertThat(state().orElseThrow().fingerprint()).isEqualTo(built);
            assertThat(leftOver()).isZero();
        }
    }

    @Test
    void aKilledUpdateLeavesTheIndexBeforeOrTheOneAfter() throws IOException, InterruptedException {
        Random random = new Random(22);
        dir = folder.resolve("updated");
        for (int kill = 0; kill < KILLS; kill++) {
            run("build", first);
            assertThat(state().orElseThrow().fingerprint()).isEqualTo(built);
            for (int again = 0; again < 2; again++) {
                String before = state().orElseThrow().fingerprint();
                kill("update", second, updating, random);
                assertThat(state().orElseThrow().fingerprint()).isIn(before, updated);
            }
            run("update", second);
            assertThat(state().orElseThrow().fingerprint()).isEqualTo(updated);
            assertThat(leftOver()).isZero();
        }
    }

    /** Bytes by which the folder is larger than twice an undisturbed one: what killed runs left and nobody cleared. */
    private long leftOver() throws IOException {
        return Math.max(0, size(dir) - 2 * size(folder.resolve("undisturbed")));
    }

    private static long size(Path of) throws IOException {
        try (var files = Files.walk(of)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    @Test
    void aReaderKeepsItsIndexWhileAnUpdateIsKilled() throws IOException, InterruptedException {
        dir = folder.resolve("read");
        run("build", first);
        try (MarkIndex index = MarkIndex.open(dir)) {
            kill("update", second, updating, new Random(23));
            run("update", second);
            List<String> ids = List.of("XX-0", "XX-" + (MARKS - 1));
            assertThat(ids).allSatisfy(id -> assertThat(index.registration(id)).isPresent());
            assertThat(index.registration("XX-" + MARKS)).isEmpty();
        }
        assertThat(state().orElseThrow().fingerprint()).isEqualTo(updated);
    }
}
