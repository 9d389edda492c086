package org.touchstone.benchmarks;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.touchstone.benchmarks.register.TdxfWriter;

/** Opens an index in a virtual machine of its own and measures how long answers take; prints tables in Markdown. */
final class Latencies {
    private static final int OPENINGS = 11;
    private static final int QUERIES = 2000;
    private static final double WARM_UP = 10;

    private Latencies() {}

    /** What a query took, in milliseconds, and whether its own mark was among what was found. */
    private record Answer(Query query, double milliseconds, boolean found) {}

    /**
     * @param args folder of the index, seed and number of records of the register that it was made from
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = Benchmarks.stream(FileDescriptor.out);
        out.print(measure(Path.of(args[0]), new TdxfWriter(Long.parseLong(args[1])), Long.parseLong(args[2]), WARM_UP));
    }

    /**
     * @param warmUp at most so many seconds of other queries before
     */
    static String measure(Path index, TdxfWriter register, long records, double warmUp) throws IOException {
        double first = open(index);
        double[] again = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            again[i] = open(index);
        }
        Arrays.sort(again);
        List<Query> before = Query.of(register, records, QUERIES, 1);
        List<Query> queries = Query.of(register, records, QUERIES, 2);
        List<Answer> answers = new ArrayList<>();
        long heap;
        try (Searcher searcher = Searcher.open(index)) {
            long start = System.nanoTime();
            for (int i = 0; i < before.size() && (System.nanoTime() - start) / 1e9 < warmUp; i++) {
                searcher.search(before.get(i).text());
            }
            for (Query query : queries) {
                long begin = System.nanoTime();
                List<String> found = searcher.search(query.text());
                answers.add(new Answer(query, (System.nanoTime() - begin) / 1e6, query.isAmong(found)));
            }
            heap = Memory.heapInUse();
        }
        return String.format(
                        Locale.ROOT,
                        "Opened in %.0f ms by a new virtual machine and in %.1f ms by one that has opened it before (median of %d)."
                                + " Heap in use %s, peak resident %s.%n%n",
                        first,
                        again[OPENINGS / 2],
                        OPENINGS,
                        Memory.shown(heap),
                        Memory.shown(Memory.peakResident()))
                + table(answers);
    }

    private static double open(Path index) throws IOException {
        long start = System.nanoTime();
        Searcher searcher = Searcher.open(index);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        searcher.close();
        return milliseconds;
    }

    private static String table(List<Answer> answers) {
        Table table = new Table("query", "queries", "its mark found", "p50, ms", "p90, ms", "p99, ms", "longest, ms");
        for (Query.Kind kind : Query.Kind.values()) {
            row(table, kind.title(), answers, answer -> answer.query.kind() == kind);
        }
        row(table, "all", answers, answer -> true);
        return table.toString();
    }

    private static void row(Table table, String title, List<Answer> answers, Predicate<Answer> which) {
        List<Answer> these = answers.stream().filter(which).toList();
        double[] times =
                these.stream().mapToDouble(Answer::milliseconds).sorted().toArray();
        table.row(
                title,
                these.size(),
                these.stream().filter(Answer::found).count(),
                percentile(times, 50),
                percentile(times, 90),
                percentile(times, 99),
                percentile(times, 100));
    }

    /**
     * The least value that so many of a hundred do not exceed.
     *
     * @param sorted ascending, not empty
     */
    static double percentile(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
