package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes at random moments: what stands afterwards is whole, and a rerun gives what an unhurt run gives. */
class KilledIT {
    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Touchstone.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(new File(folder.toFile(), "stderr.txt"));
        builder.environment().put("TOUCHSTONE_CACHE", folder.resolve("cache").toString());
        return builder.start();
    }

    private CliRun run(String... arguments) {
        return CliRun.of(Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), arguments);
    }

    private int finish(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String marks(int count) throws IOException {
        StringBuilder csv = new StringBuilder("id,text,status\n");
        Random random = new Random(3);
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = 0; j < 8; j++) {
                name.append((char) ('a' + random.nextInt(26)));
            }
            csv.append(i).append(',').append(name).append(",registered\n");
        }
        return Files.writeString(folder.resolve("marks.csv"), csv).toString();
    }

    @Test
    void killedIndexIsTheOldOneOrTheNewOne() throws IOException, InterruptedException {
        String into = folder.resolve("index").toString();
        String marks = marks(20_000);
        String few = Files.writeString(folder.resolve("few.csv"), "id,text\na,AURORIS\n")
                .toString();
        assertThat(finish("index", "--marks", few, "--into", into)).isZero();
        long start = System.nanoTime();
        assertThat(finish("index", "--marks", few, "--into", into + "-timed")).isZero();
        long shortest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Random random = new Random(11);
        for (int i = 0; i < KILLS; i++) {
            Process process = start("index", "--marks", marks, "--into", into);
            process.waitFor(shortest / 2 + random.nextLong(shortest * 2), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            CliRun verified = run("index", "verify", into, "--json");
            assertThat(verified.code()).as(verified.err()).isZero();
            assertThat(verified.out()).containsAnyOf("\"registrations\":1,", "\"registrations\":20000,");
        }
        assertThat(finish("index", "--marks", marks, "--into", into)).isZero();
        assertThat(run("index", "info", into, "--json").out()).contains("\"registrations\":20000,");
    }

    @Test
    void killedScanLeavesNoHalfFile() throws IOException, InterruptedException {
        String marks = marks(5_000);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"id\":\"%d\",\"title\":\"bag number %d aaaaaaaa qwertyui\"}\n".formatted(i, i));
        }
        lines.append("{\"id\":\"last\",\"title\":\"AURORIS\"}\n");
        String listings =
                Files.writeString(folder.resolve("listings.jsonl"), lines).toString();
        Files.writeString(
                folder.resolve("marks.csv"), "x,AURORIS,registered\n", java.nio.file.StandardOpenOption.APPEND);
        Path out = folder.resolve("hits.jsonl");
        String[] scan = {"scan", "--marks", marks, listings, "--out", out.toString()};
        Random random = new Random(12);
        for (int i = 0; i < KILLS; i++) {
            Process process = start(scan);
            boolean done = process.waitFor(300 + random.nextLong(4_000), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            if (!done && Files.exists(out)) {
                assertThat(Files.readString(out)).endsWith("}\n").contains("\"listing\":\"last\"");
            }
            Files.deleteIfExists(out);
        }
        assertThat(finish(scan)).isZero();
        assertThat(Files.readString(out)).contains("\"listing\":\"last\"");
    }
}
