package org.touchstone.benchmarks;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A process that is measured: how long it runs and what memory it takes. */
final class Started implements Closeable {
    private static final long LOOK = 20;

    private final Process process;
    private final Path log;
    private final long start = System.nanoTime();
    private final AtomicLong peak = new AtomicLong();
    private final Thread watch;
    private final Thread reading;

    private Started(Process process, Path log, Consumer<String> lines) {
        this.process = process;
        this.log = log;
        this.watch = Thread.ofPlatform().name("watch-" + process.pid()).daemon().start(this::watch);
        this.reading =
                Thread.ofPlatform().name("lines-" + process.pid()).daemon().start(() -> read(process, lines));
    }

    /**
     * @param log takes what the process says on its error stream
     * @param lines takes what it prints, on a thread of its own
     */
    static Started of(ProcessBuilder command, Path log, Consumer<String> lines) throws IOException {
        return new Started(command.redirectError(log.toFile()).start(), log, lines);
    }

    /** A Java program of this class path, in a new virtual machine. */
    static ProcessBuilder java(Class<?> program, String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private void watch() {
        while (process.isAlive()) {
            peak.accumulateAndGet(Memory.peakResident(process.pid()), Math::max);
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void read(Process process, Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            // its end was not a quiet one; the exit status tells
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Closes its input, which some take for the end. */
    void closeInput() throws IOException {
        process.outputWriter().close();
    }

    /**
     * Waits for its end, and gives the seconds that it ran.
     *
     * @param most exit status that counts as done
     * @throws IOException with the end of its log, when it failed
     */
    double await(int... most) throws IOException {
        try {
            int status = process.waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            watch.join();
            reading.join();
            for (int fine : most) {
                if (status == fine) {
                    return seconds;
                }
            }
            String said = Files.readString(log).strip();
            throw new IOException(
                    "a process ended with " + status + ": " + said.substring(Math.max(0, said.length() - 2000)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("waiting for a process was interrupted", e);
        }
    }

    /** Most bytes of physical memory that it has had, as far as was seen; 0 where the system does not say. */
    long peakResident() {
        return peak.get();
    }

    /** Kills it where it has not ended. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
