package org.touchstone.crawler.live;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The system's ffmpeg, run as a process of its own, so that what breaks in a decoder breaks there. It is fed through
 * its standard input and may open nothing else, writes to its standard output, and is ended at a deadline. Thread-safe.
 */
final class Ffmpeg {
    /** Processes at once, of all watches together: as many as there are cores. */
    private static final Semaphore SLOTS = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private static final int MAX_LOG = 2 << 20;
    /** Largest single piece of memory that it may ask for. */
    private static final int MAX_ALLOC = 256 << 20;
    /** Largest picture that is decoded: 4K. */
    private static final int MAX_PIXELS = 4096 * 2304;

    /**
     * What a run gave.
     *
     * @param out its standard output
     * @param log its messages
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Output(byte[] out, String log) {}

    private final Path program;

    Ffmpeg(Path program) {
        this.program = program;
    }

    /**
     * The one on the PATH.
     *
     * @throws IOException when there is none; its message says what to do
     */
    static Ffmpeg find() throws IOException {
        return find(System.getenv().getOrDefault("PATH", ""));
    }

    static Ffmpeg find(String path) throws IOException {
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String name : List.of("ffmpeg", "ffmpeg.exe")) {
                try {
                    Path file = Path.of(folder, name);
                    if (!folder.isBlank() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                        return new Ffmpeg(file.toAbsolutePath());
                    }
                } catch (InvalidPathException e) {
                    // A folder of the PATH that cannot exist holds no program.
                }
            }
        }
        throw new IOException("expected ffmpeg on the PATH to take stills from live streams, found none; install it, "
                + "for example with 'apt-get install ffmpeg'");
    }

    /**
     * Decodes a segment.
     *
     * @param decoding options that stand before the input
     * @param encoding options that stand behind it, the output's format last
     * @param maxOut bytes of output
     * @param limit time that it may take
     * @throws IOException when it gives nothing, too much, or takes too long
     */
    Output run(List<String> decoding, byte[] input, List<String> encoding, int maxOut, Duration limit)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-hide_banner", "-nostats"));
        command.addAll(List.of("-loglevel", "info", "-max_alloc", String.valueOf(MAX_ALLOC)));
        command.addAll(List.of("-protocol_whitelist", "pipe", "-threads", "1"));
        command.addAll(List.of("-max_pixels", String.valueOf(MAX_PIXELS)));
        command.addAll(decoding);
        command.addAll(List.of("-i", "pipe:0", "-map", "0:v:0", "-an", "-sn", "-dn"));
        command.addAll(encoding);
        command.add("pipe:1");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("FFREPORT");
        SLOTS.acquireUninterruptibly();
        try {
            return run(builder, input, maxOut, limit);
        } finally {
            SLOTS.release();
        }
    }

    private static Output run(ProcessBuilder builder, byte[] input, int maxOut, Duration limit) throws IOException {
        Process process = builder.start();
        AtomicBoolean late = new AtomicBoolean();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Thread logger = Thread.ofVirtual().name("ffmpeg-log").start(() -> drain(process.getErrorStream(), log));
        Thread feeder = Thread.ofVirtual().name("ffmpeg-feed").start(() -> feed(process.getOutputStream(), input));
        Thread guard = Thread.ofVirtual().name("ffmpeg-guard").start(() -> guard(process, limit, late));
        byte[] out;
        try {
            out = process.getInputStream().readNBytes(maxOut + 1);
            if (out.length <= maxOut) {
                join(logger); // before its stream is closed, which ending the process does
            }
        } catch (IOException e) {
            out = new byte[0]; // The stream of an ended process is closed; the reason is told below.
        } finally {
            process.destroyForcibly();
        }
        join(feeder);
        join(logger);
        join(guard);
        String said = log.toString(StandardCharsets.UTF_8);
        if (late.get()) {
            throw new IOException("ffmpeg: expected an end within " + limit.toSeconds() + " s, found none");
        }
        if (out.length > maxOut) {
            throw new IOException("ffmpeg: expected at most " + maxOut + " bytes of output, found more");
        }
        if (out.length == 0) {
            throw new IOException("ffmpeg: expected pictures, found none: " + lastLine(said));
        }
        return new Output(out, said);
    }

    private static void feed(OutputStream to, byte[] input) {
        try (to) {
            to.write(input);
        } catch (IOException e) {
            // It wants no more; what came of it, it says itself.
        }
    }

    private static void guard(Process process, Duration limit, AtomicBoolean late) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                late.set(true);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    /** Reads all, so that the process never waits; keeps the beginning. */
    private static void drain(InputStream in, ByteArrayOutputStream kept) {
        byte[] buffer = new byte[8192];
        try (in) {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                kept.write(buffer, 0, Math.min(n, MAX_LOG - kept.size()));
            }
        } catch (IOException e) {
            // The process was ended, and with it what it had to say.
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IOException("ffmpeg: stopped", e);
        }
    }

    private static String lastLine(String log) {
        String last = log.lines()
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> b)
                .orElse("no reason given")
                .strip();
        return last.length() > 200 ? last.substring(0, 200) + "…" : last;
    }
}
