package org.touchstone.cli.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.plan.Schedule;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Json;

/**
 * A plan, and what a watch remembers of it in its folder: {@code crawl/}, {@code runs/}, {@code runs.jsonl} with a line for
 * each run and for each time at which there was none, and {@code running.json} while there is one. For one thread.
 */
public final class WatchedPlan {
    private static final int MOST_MISSED = 1000;

    private final CrawlPlan plan;
    private final Path folder;

    /** @param into folder of the watch; the plan has one of its own in it */
    public WatchedPlan(CrawlPlan plan, Path into) {
        this.plan = plan;
        folder = into.resolve(plan.name().replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceFirst("^\\.+", "_"));
    }

    public CrawlPlan plan() {
        return plan;
    }

    public Path folder() {
        return folder;
    }

    Path crawl() {
        return folder.resolve("crawl");
    }

    /** When the plan is due next after a moment; empty for a plan without a schedule. */
    Optional<Instant> next(Instant after) {
        Schedule schedule = plan.schedule();
        return schedule == null ? Optional.empty() : schedule.next(after);
    }

    /** The times after one moment and up to another at which the plan was due, the first {@value #MOST_MISSED}. */
    List<Instant> due(Instant after, Instant until) {
        List<Instant> due = new ArrayList<>();
        Optional<Instant> next = next(after);
        while (next.isPresent() && !next.get().isAfter(until) && due.size() < MOST_MISSED) {
            due.add(next.get());
            next = next(next.get());
        }
        return due;
    }

    /** The last time at which the plan was due that has been dealt with; empty before the first. */
    Optional<Instant> lastDue() throws IOException {
        Path runs = folder.resolve("runs.jsonl");
        Instant last = null;
        if (Files.exists(runs)) {
            for (String line : Files.readAllLines(runs)) {
                last = due(line, last);
            }
        }
        return Optional.ofNullable(last);
    }

    private static @Nullable Instant due(String line, @Nullable Instant otherwise) {
        try {
            return Instant.parse(Json.mapper().readTree(line).path("due").asText());
        } catch (IOException | DateTimeParseException e) {
            return otherwise; // a line that was torn by a crash
        }
    }

    /** The time of a run that was begun and not ended; empty when there is none. */
    Optional<Instant> interrupted() throws IOException {
        Path running = folder.resolve("running.json");
        return Files.exists(running) ? Optional.ofNullable(due(Files.readString(running), null)) : Optional.empty();
    }

    /** Why the crawl of the interrupted run ended; empty when it did not. */
    String crawled() throws IOException {
        Path running = folder.resolve("running.json");
        return Files.exists(running)
                ? Json.mapper()
                        .readTree(Files.readString(running))
                        .path("crawled")
                        .asText()
                : "";
    }

    /**
     * Remembers that a run has begun.
     *
     * @param crawled why its crawl ended; empty before that
     */
    void begin(Instant due, String crawled) throws IOException {
        String line = Json.line(Json.object().put("due", due.toString()).put("crawled", crawled)) + "\n";
        AtomicFile.write(folder.resolve("running.json"), line.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line to {@code runs.jsonl}. */
    void record(RunRecord run) throws IOException {
        Path runs = folder.resolve("runs.jsonl");
        String before = Files.exists(runs) ? Files.readString(runs) : "";
        String whole = before.isEmpty() || before.endsWith("\n") ? before : before + "\n";
        AtomicFile.write(runs, (whole + Json.line(run.toJson()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void end() throws IOException {
        Files.deleteIfExists(folder.resolve("running.json"));
    }
}
