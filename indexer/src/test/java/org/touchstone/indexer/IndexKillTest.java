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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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
    static Path folder;

    private static Path first;
    private static Path second;
    private static Path undisturbed;

    /** Fingerprints of the states that an undisturbed run goes through. */
    private static String built;

    private static String updated;

    /** How long an undisturbed run takes, in milliseconds. */
    private static long building;

    private static long updating;

    private int killed;

    @BeforeAll
    static void runUndisturbed() throws IOException, InterruptedException {
        first = folder.resolve("first.csv");
        second = folder.resolve("second.csv");
        Files.writeString(first, marks(0, MARKS, 0));
        Files.writeString(second, marks(MARKS / 2, MARKS + MARKS / 2, 1));
        undisturbed = folder.resolve("undisturbed");
        building = run("build", undisturbed, first);
        built = fingerprint(undisturbed);
        updating = run("update", undisturbed, second);
        updated = fingerprint(undisturbed);
        assertThat(updated).isNotEqualTo(built);
        assertThat(MarkIndex.verify(undisturbed).registrations()).isEqualTo(MARKS + MARKS / 2);
        assertThat(MarkIndex.verify(undisturbed).ended()).isPositive();
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

    private static Process start(String what, Path dir, Path marks) throws IOException {
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
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private static Path log() {
        return folder.resolve("process.log");
    }

    private static long run(String what, Path dir, Path marks) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(what, dir, marks);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log())).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Kills a run at a moment that falls anywhere between its start and a little after its end. */
    private void kill(String what, Path dir, Path marks, long milliseconds, Random random)
            throws IOException, InterruptedException {
        Process process = start(what, dir, marks);
        if (!process.waitFor(random.nextLong(milliseconds + milliseconds / 5), TimeUnit.MILLISECONDS)) {
            killed++;
        }
        process.destroyForcibly().waitFor();
    }

    /** Fingerprint of what the folder holds, every byte of it read back; empty when there is no index yet. */
    private static Optional<String> state(Path dir) throws IOException {
        try {
            IndexInfo verified = MarkIndex.verify(dir);
            try (MarkIndex index = MarkIndex.open(dir)) {
                assertThat(index.info()).isEqualTo(verified);
            }
            return Optional.of(verified.fingerprint());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String fingerprint(Path dir) throws IOException {
        return state(dir).orElseThrow();
    }

    @Test
    void aKilledBuildLeavesNoIndexOrAWholeOne() throws IOException, InterruptedException {
        Random random = new Random(21);
        for (int kill = 0; kill < KILLS; kill++) {
            Path dir = folder.resolve("build-" + kill);
            kill("build", dir, first, building, random);
            Optional<String> left = state(dir);
            assertThat(left.orElse(built)).isEqualTo(built);
            kill("build", dir, first, building, random); // over what the kill before has left
            Optional<String> then = state(dir);
            assertThat(then.orElse(built)).isEqualTo(built);
            assertThat(then.isPresent() || left.isEmpty()).isTrue();
            run("build", dir, first);
            assertThat(fingerprint(dir)).isEqualTo(built);
            assertThat(size(dir)).isLessThan(2 * size(undisturbed)); // what killed runs left has been cleared
        }
        assertThat(killed).isPositive();
    }

    @Test
    void aKilledUpdateLeavesTheIndexBeforeOrTheOneAfter() throws IOException, InterruptedException {
        Random random = new Random(22);
        Path dir = folder.resolve("updated");
        for (int kill = 0; kill < KILLS; kill++) {
            run("build", dir, first);
            assertThat(fingerprint(dir)).isEqualTo(built);
            for (int again = 0; again < 2; again++) {
                String before = fingerprint(dir);
                kill("update", dir, second, updating, random);
                assertThat(fingerprint(dir)).isIn(before, updated);
            }
            run("update", dir, second);
            assertThat(fingerprint(dir)).isEqualTo(updated);
            assertThat(size(dir)).isLessThan(2 * size(undisturbed));
        }
        assertThat(killed).isPositive();
    }

    @Test
    void aReaderKeepsItsIndexWhileAnUpdateIsKilled() throws IOException, InterruptedException {
        Path dir = folder.resolve("read");
        run("build", dir, first);
        try (MarkIndex index = MarkIndex.open(dir)) {
            kill("update", dir, second, updating, new Random(23));
            run("update", dir, second);
            List<String> ids = List.of("XX-0", "XX-" + (MARKS - 1));
            assertThat(ids).allSatisfy(id -> assertThat(index.registration(id)).isPresent());
            assertThat(index.registration("XX-" + MARKS)).isEmpty();
        }
        assertThat(fingerprint(dir)).isEqualTo(updated);
    }

    private static long size(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
