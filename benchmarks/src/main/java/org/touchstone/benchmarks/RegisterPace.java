package org.touchstone.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.touchstone.benchmarks.register.Day;
import org.touchstone.benchmarks.register.TdxfWriter;
import org.touchstone.record.Json;

/**
 * Indexes an invented register with the command itself, each time in a new virtual machine, brings it up to date while
 * somebody goes on searching, and measures how long answers take then.
 */
final class RegisterPace {
    static final String RECORDS = "1m";
    private static final String DAY = "40k";
    private static final String HEAP = "1536m";
    private static final long SEED = 20_261_126;

    /** As many records as a part of the office's yearly files has. */
    private static final int PART = 155_000;

    /** How long is searched before the update and after it, in milliseconds. */
    private static final long QUIET = 5000;

    private static final int REJECTED_SOME = 3;

    private final int records;
    private final Day day;
    private final String heap;
    private final String form;
    private final PrintStream talk;
    private final TdxfWriter register = new TdxfWriter(SEED);

    /** What the process that searches said last. */
    private volatile SearchLoop.Counts counts = SearchLoop.Counts.NONE;

    private RegisterPace(int records, Day day, String heap, String form, PrintStream talk) {
        this.records = records;
        this.day = day;
        this.heap = heap;
        this.form = form;
        this.talk = talk;
    }

    /**
     * @throws IllegalArgumentException saying which option is wrong
     */
    static RegisterPace of(Arguments arguments, PrintStream talk) {
        int records = Arguments.number(arguments.value("records", RECORDS));
        int changes = Arguments.number(arguments.value("day", DAY));
        String heap = arguments.value("heap", HEAP);
        String form = arguments.value("form", "zip");
        if (!heap.matches("[1-9]\\d{0,6}[mgMG]")) {
            throw new IllegalArgumentException("expected a heap such as 1536m or 2g, found '" + heap + "'");
        }
        if (!form.equals("zip") && !form.equals("xml")) {
            throw new IllegalArgumentException("expected the form zip or xml, found '" + form + "'");
        }
        return new RegisterPace(records, Day.usual(records, changes), heap, form, talk);
    }

    /** What the command reported, and what it took. */
    private record Indexed(JsonNode report, double seconds, long peak, long disk) {
        long count(String name) {
            return report.path(name).asLong();
        }
    }

    /** How far the searching was at a moment. */
    private record Moment(SearchLoop.Counts counts, long nanoseconds) {}

    String measure() throws IOException {
        Path folder = Folders.create();
        try {
            long start = System.nanoTime();
            Files.createDirectory(folder.resolve("register"));
            List<Path> parts = new ArrayList<>();
            long bytes = 0;
            for (int from = 0; from < records; from += PART) {
                Path part = folder.resolve(String.format(Locale.ROOT, "register/part-%03d.%s", parts.size() + 1, form));
                bytes += register.writeRegister(part, from, Math.min(PART, records - from));
                parts.add(part);
            }
            Path daily = folder.resolve("day." + form);
            bytes += register.writeDay(daily, day);
            say(
                    "wrote %,d records, %,.0f MB of XML, in %.0f s",
                    records, bytes / 1e6, (System.nanoTime() - start) / 1e9);
            return measure(parts, daily, bytes / ((long) records + day.records()), folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private String measure(List<Path> parts, Path daily, long each, Path folder) throws IOException {
        Path index = folder.resolve("index");
        Indexed built = index(List.of(), parts, index, folder.resolve("build.log"));
        say("built in %.1f s", built.seconds);
        Folders.delete(folder.resolve("register"));
        String searching;
        Indexed updated;
        try (Started loop = Started.of(
                Started.java(SearchLoop.class, heap, searched(index)),
                folder.resolve("loop.log"),
                line -> counts = SearchLoop.Counts.read(line))) {
            while (loop.isRunning() && counts.answers() == 0) {
                pause(10);
            }
            Moment first = new Moment(counts, System.nanoTime());
            pause(QUIET);
            Moment begin = new Moment(counts, System.nanoTime());
            updated = index(List.of("--update"), List.of(daily), index, folder.resolve("update.log"));
            Moment end = new Moment(counts, System.nanoTime());
            say("updated in %.1f s", updated.seconds);
            pause(QUIET);
            Moment last = new Moment(counts, System.nanoTime());
            loop.closeInput();
            loop.await(0);
            searching = searching(List.of(first, begin, end, last), loop.peakResident());
        }
        StringBuilder latencies = new StringBuilder();
        try (Started answers = Started.of(
                Started.java(Latencies.class, heap, searched(index)),
                folder.resolve("latencies.log"),
                line -> latencies.append(line).append('\n'))) {
            answers.await(0);
        }
        return String.format(
                        Locale.ROOT,
                        "%,d records of %,d bytes of XML on average, as %s in %d parts, and a day with %,d: %,d new, %,d changed,"
                                + " %,d died. Each command has a virtual machine of its own with a heap of %s.%n%n",
                        records,
                        each,
                        form,
                        parts.size(),
                        day.records(),
                        day.freshRecords(),
                        day.changedRecords(),
                        day.diedRecords(),
                        heap)
                + indexing(built, updated) + "\nSearching in another process meanwhile:\n\n" + searching
                + "\nAnswers after that. " + latencies;
    }

    private List<String> searched(Path index) {
        return List.of(index.toString(), String.valueOf(SEED), String.valueOf(records));
    }

    private Indexed index(List<String> options, List<Path> files, Path index, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("./touchstone", "index", "--json", "--no-images"));
        command.addAll(options);
        command.addAll(List.of("--into", index.toString(), "--marks"));
        files.forEach(file -> command.add(file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TOUCHSTONE_JAVA", System.getProperty("java.home"));
        builder.environment().put("TOUCHSTONE_OPTS", "-Xmx" + heap);
        StringBuilder printed = new StringBuilder();
        try (Started run = Started.of(builder, log, printed::append)) {
            double seconds = run.await(0, REJECTED_SOME);
            JsonNode report = Json.mapper().readTree(printed.toString());
            return new Indexed(report, seconds, run.peakResident(), Folders.size(index));
        }
    }

    private static String indexing(Indexed built, Indexed updated) {
        Table table = new Table(
                "",
                "s",
                "records",
                "records/s",
                "added",
                "changed",
                "died",
                "rejected",
                "peak resident",
                "index on disk");
        row(table, "`index`", built);
        row(table, "`index --update`", updated);
        return table.toString();
    }

    private static void row(Table table, String name, Indexed run) {
        table.row(
                name,
                run.seconds,
                run.count("read"),
                run.count("read") / run.seconds,
                run.count("added"),
                run.count("changed"),
                run.count("ended"),
                run.count("rejected"),
                Memory.shown(run.peak),
                Memory.shown(run.disk));
    }

    private static String searching(List<Moment> moments, long peak) {
        Table table = new Table(
                "", "s", "answers", "answers/s", "its mark found", "failed", "times opened", "registrations then");
        List<String> names = List.of("before the update", "during it", "after it");
        for (int i = 0; i < names.size(); i++) {
            SearchLoop.Counts from = moments.get(i).counts;
            SearchLoop.Counts to = moments.get(i + 1).counts;
            double seconds = (moments.get(i + 1).nanoseconds - moments.get(i).nanoseconds) / 1e9;
            table.row(
                    names.get(i),
                    seconds,
                    to.answers() - from.answers(),
                    (to.answers() - from.answers()) / seconds,
                    to.found() - from.found(),
                    to.failures() - from.failures(),
                    to.openings() - from.openings(),
                    to.registrations());
        }
        return table + "\nPeak resident of the one that searches: " + Memory.shown(peak) + ".\n";
    }

    private void say(String format, Object... values) {
        talk.println(String.format(Locale.ROOT, format, values));
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("a run was interrupted", e);
        }
    }
}
