package org.touchstone.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Speed and size end to end: every method in turn, in one process, with the same marks and the same titles. */
final class Speed {
    private final MarkSource marks;
    private final List<Title> titles;
    private final double seconds;
    private final List<Integer> threads;
    private final PrintStream talk;
    private final Set<Method> built = EnumSet.noneOf(Method.class);

    /**
     * What a method did.
     *
     * @param note why it could not be measured; empty when it was
     * @param tallies one for each number of threads
     */
    private record Entry(Method method, String note, Cost cost, List<Tally> tallies) {}

    /**
     * What it cost to get ready, times in seconds, sizes in bytes.
     *
     * @param build 0 where it uses what another method built
     * @param disk 0 for what is kept in memory alone
     * @param heap in use by the opened method alone, after matching
     * @param resident most of the process, from building, or opening where another method built, to matching
     */
    private record Cost(double build, double open, long disk, long heap, long resident) {}

    /**
     * @param threads numbers of threads to match with, one measurement for each
     * @param seconds of a measurement, and of the warming-up before it
     */
    Speed(MarkSource marks, List<Title> titles, double seconds, List<Integer> threads, PrintStream talk) {
        this.marks = marks;
        this.titles = titles;
        this.seconds = seconds;
        this.threads = List.copyOf(threads);
        this.talk = talk;
    }

    /** Measures the methods in their order; gives the tables. */
    String measure(List<Method> methods) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Path folder = Folders.create();
        try {
            for (Method method : methods) {
                entries.add(measure(method, folder.resolve(method.builder().name())));
            }
        } finally {
            Folders.delete(folder);
        }
        return speeds(entries) + "\n" + costs(entries);
    }

    private Entry measure(Method method, Path folder) throws IOException {
        if (marks.count() > method.mostMarks()) {
            String note = String.format(Locale.ROOT, "left out beyond %,d marks: minutes a title", method.mostMarks());
            return new Entry(method, note, new Cost(0, 0, 0, 0, 0), List.of());
        }
        long before = Memory.heapInUse();
        Memory.forgetPeak();
        talk.printf(Locale.ROOT, "%s: %,d marks%n", method.title(), marks.count());
        double build = built.add(method.builder()) ? build(method, folder) : 0;
        long opening = System.nanoTime();
        try (Contestant contestant = method.open(marks, folder)) {
            double open = since(opening);
            talk.printf(Locale.ROOT, "  built in %.1f s, opened in %.2f s%n", build, open);
            List<Tally> tallies = new ArrayList<>();
            for (int count : threads) {
                contestant.run(Course.warmUp(titles, seconds), count);
                Tally tally = contestant.run(Course.measurement(titles, seconds), count);
                talk.printf(Locale.ROOT, "  %d threads: %,.2f titles/s%n", count, tally.perSecond());
                tallies.add(tally);
            }
            long heap = Math.max(0, Memory.heapInUse() - before);
            Cost cost = method.isOnDisk()
                    ? new Cost(build, open, Folders.size(folder), heap, Memory.peakResident())
                    : new Cost(open, 0, 0, heap, Memory.peakResident());
            return new Entry(method, "", cost, tallies);
        } catch (DoesNotFitException e) {
            String note = String.valueOf(e.getMessage());
            talk.println("  " + note);
            return new Entry(method, note, new Cost(0, 0, 0, 0, Memory.peakResident()), List.of());
        }
    }

    private double build(Method method, Path folder) throws IOException {
        long start = System.nanoTime();
        method.build(marks, Files.createDirectory(folder));
        return since(start);
    }

    private String speeds(List<Entry> entries) {
        List<String> heads = new ArrayList<>(List.of("method"));
        threads.forEach(count -> heads.add("titles/s, " + count + (count == 1 ? " thread" : " threads")));
        threads.forEach(count -> heads.add("TextMatcher is faster by, " + count));
        heads.addAll(List.of("titles a second of processor", "titles matched", "found per title", "plain marks found"));
        Table table = new Table(heads.toArray(new String[0]));
        List<Tally> ours = entries.stream()
                .filter(entry -> entry.method() == Method.MATCHER)
                .findFirst()
                .map(Entry::tallies)
                .orElse(List.of());
        for (Entry entry : entries) {
            List<Object> row = new ArrayList<>(List.of(entry.method().title()));
            if (entry.tallies().isEmpty()) {
                row.add(entry.note());
                while (row.size() < heads.size()) {
                    row.add("–");
                }
            } else {
                entry.tallies().forEach(tally -> row.add(tally.perSecond()));
                for (int i = 0; i < threads.size(); i++) {
                    row.add(ratio(ours, entry, i));
                }
                Tally first = entry.tallies().get(0);
                row.add(first.perSecondOfProcessor());
                row.add(first.titles());
                row.add(first.foundPerTitle());
                row.add(String.format(Locale.ROOT, "%,d of %,d", first.plainFound(), first.plain()));
            }
            table.row(row.toArray());
        }
        return table.toString();
    }

    private static String ratio(List<Tally> ours, Entry entry, int place) {
        if (ours.isEmpty() || entry.method() == Method.MATCHER) {
            return "–";
        }
        return Table.times(
                ours.get(place).perSecond() / entry.tallies().get(place).perSecond());
    }

    private static String costs(List<Entry> entries) {
        Table table = new Table("method", "build, s", "open, s", "on disk", "heap in use", "peak resident");
        for (Entry entry : entries) {
            Cost cost = entry.cost();
            boolean measured = !entry.tallies().isEmpty();
            table.row(
                    entry.method().title(),
                    measured && cost.build() > 0 ? (Object) cost.build() : "–",
                    entry.method().isOnDisk() ? (Object) cost.open() : "–",
                    Memory.shown(cost.disk()),
                    Memory.shown(cost.heap()),
                    Memory.shown(cost.resident()));
        }
        return table.toString();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
