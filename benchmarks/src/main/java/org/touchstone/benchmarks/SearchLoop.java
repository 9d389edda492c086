package org.touchstone.benchmarks;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.touchstone.benchmarks.register.TdxfWriter;

/**
 * Searches an index without an end, in a process of its own, and opens it anew every second, until its input is closed.
 * Prints a line of counts after every tenth of a second; what fails is counted, and told on the error stream.
 */
final class SearchLoop {
    private static final int QUERIES = 400;
    private static final long LINE = 100_000_000;
    private static final long OPENING = 1_000_000_000;

    private final Path index;
    private final List<Query> queries;
    private final PrintStream out;
    private final PrintStream talk;
    private long answers;
    private long found;
    private long failures;
    private long openings;
    private long registrations;

    private SearchLoop(Path index, List<Query> queries) {
        this.index = index;
        this.queries = queries;
        this.out = Benchmarks.stream(FileDescriptor.out);
        this.talk = Benchmarks.stream(FileDescriptor.err);
    }

    /** What a loop has done so far, as it prints it. */
    record Counts(long answers, long found, long failures, long openings, long registrations) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        static Counts read(String line) {
            long[] numbers =
                    Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Counts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        }

        String line() {
            return answers + " " + found + " " + failures + " " + openings + " " + registrations;
        }
    }

    /**
     * @param args folder of the index, seed and number of records of the register that it was made from
     */
    public static void main(String[] args) {
        long records = Long.parseLong(args[2]);
        List<Query> queries = Query.of(new TdxfWriter(Long.parseLong(args[1])), records, QUERIES, 3);
        AtomicBoolean ended = new AtomicBoolean();
        Thread.ofPlatform().name("input").daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // nothing to do until it is closed
                }
            } catch (IOException e) {
                // closed as well
            }
            ended.set(true);
        });
        new SearchLoop(Path.of(args[0]), queries).run(ended);
    }

    private void run(AtomicBoolean ended) {
        long line = System.nanoTime();
        while (!ended.get()) {
            long opened = System.nanoTime();
            try (Searcher searcher = Searcher.open(index)) {
                openings++;
                registrations = searcher.registrations();
                while (!ended.get() && System.nanoTime() - opened < OPENING) {
                    ask(searcher, queries.get((int) (answers % queries.size())));
                    if (System.nanoTime() - line > LINE) {
                        line = System.nanoTime();
                        print();
                    }
                }
            } catch (IOException e) {
                fail(e);
            }
        }
        print();
    }

    private void ask(Searcher searcher, Query query) {
        answers++;
        try {
            if (query.isAmong(searcher.search(query.text()))) {
                found++;
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Exception e) {
        failures++;
        talk.println("search loop: " + e);
    }

    private void print() {
        out.println(new Counts(answers, found, failures, openings, registrations).line());
    }
}
