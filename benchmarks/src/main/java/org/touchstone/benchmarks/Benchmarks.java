package org.touchstone.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Measures one thing and prints it as Markdown; {@code benchmarks/run} starts it. */
public final class Benchmarks {
    /** Held, for a logger that nobody holds forgets its level. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private static final String KINDS = "quality, speed, hostile, jmh, images, photos, endurance, crawl or register";
    private static final String METHODS = "matcher,scanner,fuzzy,stored,stored-fuzzy";

    private final Arguments arguments;
    private final PrintStream talk;

    private Benchmarks(Arguments arguments, PrintStream talk) {
        this.arguments = arguments;
        this.talk = talk;
    }

    /**
     * @param words what to measure ({@code quality}, {@code speed}, {@code hostile}, {@code jmh}, {@code images},
     *     {@code photos}, {@code endurance}, {@code crawl}, {@code register}) and options
     */
    @SuppressForbidden("tells the script that it failed")
    public static void main(String[] words) throws IOException {
        VECTORS.setLevel(Level.SEVERE);
        PrintStream out = stream(FileDescriptor.out);
        PrintStream talk = stream(FileDescriptor.err);
        try {
            if (words.length == 0) {
                throw new IllegalArgumentException("expected " + KINDS + ", found nothing");
            }
            new Benchmarks(new Arguments(Arrays.asList(words).subList(1, words.length)), talk).run(words[0], out);
        } catch (IllegalArgumentException e) {
            talk.println("benchmarks: " + e.getMessage());
            System.exit(2);
        }
    }

    static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private void run(String what, PrintStream out) throws IOException {
        String name = switch (what) {
            case "speed" -> what + " " + arguments.value("marks", "40k");
            case "photos" -> what + " " + arguments.value("marks", ImageBenchmarks.MARKS);
            case "images" -> what + " " + ImageBenchmarks.benchName(arguments);
            case "register" -> what + " " + arguments.value("records", RegisterPace.RECORDS);
            default -> what;
        };
        String command = what.equals("images") ? "images --bench " + ImageBenchmarks.benchName(arguments) : what;
        String tables = switch (what) {
            case "quality" -> quality();
            case "speed" -> speed();
            case "crawl" ->
                new CrawlPace(arguments.number("pages", 100_000), arguments.number("hosts", 50), talk).measure();
            case "register" -> RegisterPace.of(arguments, talk).measure();
            case "hostile" -> Hostile.measure(bench());
            case "images", "photos", "endurance" -> new ImageBenchmarks(arguments, talk).measure(what);
            case "jmh" -> Micro.measure(arguments.value("bench", ""), arguments.value("only", ""));
            default -> throw new IllegalArgumentException("expected " + KINDS + ", found '" + what + "'");
        };
        String section = "### " + name + "\n\n`benchmarks/run " + command + arguments.measured() + "`\n\n" + tables
                + "\n" + Machine.line() + " " + Machine.load() + "\n";
        out.println(section);
        if (arguments.write()) {
            Results.write(Path.of(arguments.value("page", "benchmarks/RESULTS.md")), name, section);
        }
    }

    private String quality() throws IOException {
        TextBench bench = bench();
        List<Method> methods = Method.list(arguments.value("methods", "scanner,fuzzy,stored"));
        return String.format(
                        Locale.ROOT,
                        "The bench is %s: %,d titles, %,d marks.\n\n",
                        bench.name(),
                        bench.titles().size(),
                        bench.words().size())
                + new Quality(bench, talk).measure(methods);
    }

    private String speed() throws IOException {
        TextBench bench = bench().withTitles(arguments.number("titles", 2000));
        Growth growth = Growth.of(arguments.value("growth", "scrambled"));
        MarkSource marks = new MarkSource(bench.words(), arguments.number("marks", 40_000), growth);
        double seconds = arguments.number("seconds", 10);
        List<Integer> threads = arguments.numbers("threads", "1,2");
        return String.format(
                        Locale.ROOT,
                        "%,d marks, %s beyond the %,d of %s; %,d titles, over and over for %.0f s after as long a warm-up.\n\n",
                        marks.count(),
                        growth.name().toLowerCase(Locale.ROOT),
                        bench.words().size(),
                        bench.name(),
                        bench.titles().size(),
                        seconds)
                + new Speed(marks, bench.titles(), seconds, threads, talk)
                        .measure(Method.list(arguments.value("methods", METHODS)));
    }

    private TextBench bench() throws IOException {
        return bench(arguments.value("bench"));
    }

    /**
     * @param folder of the bench, null or empty for the invented one
     */
    static TextBench bench(@Nullable String folder) throws IOException {
        return folder == null || folder.isEmpty() ? FictionalBench.make() : TextBench.read(Path.of(folder));
    }
}
