package org.touchstone.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.matcher.text.TextMatcher;

/** How long a title takes that was made to take long. */
final class Hostile {
    /** UTF-16 units of a title; more than a matcher reads. */
    private static final int LENGTH = 100_000;

    /** Tells the time of the processor, which a busy machine does not stretch as it does the other. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int WARM_UP = 10;
    private static final int RUNS = 15;

    private Hostile() {}

    /** Matches each title against the marks of the bench, in one thread; gives the table. */
    static String measure(TextBench bench) throws IOException {
        MarkSource marks = new MarkSource(bench.words(), bench.words().size(), Growth.SCRAMBLED);
        Path folder = Folders.create();
        try {
            Touchstone.build(marks, folder);
            try (MarkIndex index = MarkIndex.open(folder)) {
                return table(new TextMatcher(index), bench);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static String table(TextMatcher matcher, TextBench bench) {
        Table table =
                new Table("100,000 characters of", "median, ms", "of the processor, ms", "slowest, ms", "marks found");
        titles(bench).forEach((name, title) -> {
            for (int i = 0; i < WARM_UP; i++) {
                matcher.match("title", title);
            }
            double[] times = new double[RUNS];
            double[] processor = new double[RUNS];
            int found = 0;
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                long used = THREADS.getCurrentThreadCpuTime();
                found = matcher.match("title", title).size();
                times[i] = (System.nanoTime() - start) / 1e6;
                processor[i] = (THREADS.getCurrentThreadCpuTime() - used) / 1e6;
            }
            Arrays.sort(times);
            Arrays.sort(processor);
            table.row(name, times[RUNS / 2], processor[RUNS / 2], times[RUNS - 1], found);
        });
        return String.format(
                        Locale.ROOT,
                        "After %d rounds of warm-up, %d are measured, in one thread, at %,d marks.\n\n",
                        WARM_UP,
                        RUNS,
                        bench.words().size())
                + table;
    }

    /** The titles by what they are made of. */
    static Map<String, String> titles(TextBench bench) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("one Latin letter", filled("a"));
        titles.put("one Chinese character", filled("中"));
        titles.put("the digit 0", filled("0"));
        titles.put("blanks", filled(" "));
        titles.put("hyphens", filled("-"));
        titles.put("asterisks between letters", filled("a*"));
        titles.put("combining marks", filled("\u0301"));
        titles.put("letters with combining marks", filled("e\u0301\u0302"));
        titles.put("right-to-left overrides", filled("\u202e"));
        titles.put("letters between zero-width spaces", filled("a\u200b"));
        titles.put("unpaired surrogates", filled("\ud83d"));
        titles.put("letters and blanks", filled("a "));
        titles.put("letters and digits", filled("a1"));
        titles.put("letters and digits that imitate them", filled("l3n0v0"));
        titles.put("Chinese characters and blanks", filled("中 "));
        titles.put("marks, one after the other", filled(marks(bench, " ")));
        titles.put("marks without blanks", filled(marks(bench, "")));
        return titles;
    }

    private static String marks(TextBench bench, String between) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < LENGTH; i++) {
            text.append(bench.words().get(i % bench.words().size()).text()).append(between);
        }
        return text.toString();
    }

    private static String filled(String part) {
        return part.repeat(LENGTH / part.length() + 1).substring(0, LENGTH);
    }
}
