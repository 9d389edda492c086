package org.touchstone.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.touchstone.benchmarks.sift.BruteForce;
import org.touchstone.image.ImageDecoder;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.record.Located;

/** Photos a second and what getting ready costs, beside SIFT and RANSAC against every mark in turn. */
final class PhotoSpeed {
    /** Marks that SIFT and RANSAC are tried with at most: their features take 0.1 MB a mark. */
    private static final int MOST_BY_FORCE = 10_000;

    private final List<Located<Registration>> marks;
    private final Set<String> ids;
    private final List<Photo> photos;
    private final double seconds;
    private final List<Integer> threads;
    private final PrintStream talk;
    private final ImageDecoder decoder = new ImageDecoder();

    /** How fast a method was in each number of threads, and how often it put a right mark on top. */
    private record Entry(String method, List<Pace> paces, String onTop) {}

    /** Names the mark on top in a photo, or nothing; thread-safe. */
    @FunctionalInterface
    private interface Eye {
        String top(byte[] jpeg) throws IOException;
    }

    /**
     * @param threads numbers of threads to match with, one measurement for each
     * @param seconds of a measurement, and of the warming-up before it
     */
    PhotoSpeed(
            List<Located<Registration>> marks,
            List<Photo> photos,
            double seconds,
            List<Integer> threads,
            PrintStream talk) {
        this.marks = marks;
        this.ids = marks.stream().map(mark -> mark.value().id()).collect(Collectors.toSet());
        this.photos = photos;
        this.seconds = seconds;
        this.threads = List.copyOf(threads);
        this.talk = talk;
    }

    /**
     * Indexes the marks and matches; gives the tables.
     *
     * @param byForce photos that SIFT and RANSAC take; 0 to leave them out
     */
    String measure(int byForce) throws IOException {
        Path folder = Folders.create();
        List<Entry> entries = new ArrayList<>();
        StringBuilder tables = new StringBuilder();
        Memory.forgetPeak();
        try (Models models = Models.load()) {
            double build = ImageIndex.build(folder, marks, models);
            long indexing = Memory.peakResident();
            talk.printf(Locale.ROOT, "indexed in %.1f s%n", build);
            long before = Memory.heapInUse();
            Memory.forgetPeak();
            long start = System.nanoTime();
            try (MarkIndex index = MarkIndex.open(folder);
                    ImageMatcher matcher = new ImageMatcher(index, models.encoder(), models.regions())) {
                double open = (System.nanoTime() - start) / 1e9;
                entries.add(ours(matcher));
                long heap = Math.max(0, Memory.heapInUse() - before);
                Table costs = new Table(
                        "index, s",
                        "marks a second",
                        "on disk",
                        "peak resident, indexing",
                        "load models, s",
                        "open index, s",
                        "heap in use",
                        "peak resident, matching");
                costs.row(
                        String.format(Locale.ROOT, "%.1f", build),
                        marks.size() / build,
                        Memory.shown(Folders.size(folder)),
                        Memory.shown(indexing),
                        models.seconds(),
                        open,
                        Memory.shown(heap),
                        Memory.shown(Memory.peakResident()));
                tables.append(new PhotoStages(index, models).measure(photos, seconds))
                        .append('\n')
                        .append(costs)
                        .append('\n')
                        .append(models.line())
                        .append('\n');
            }
        } finally {
            Folders.delete(folder);
        }
        if (byForce > 0) {
            entries.add(byForce(Math.min(byForce, photos.size())));
        }
        return speeds(entries) + "\n" + tables;
    }

    private Entry ours(ImageMatcher matcher) throws IOException {
        Eye eye = jpeg -> matcher.match("photo", decoder.decode(jpeg).image()).stream()
                .max(Comparator.comparingDouble(sighting -> sighting.evidence().weight()))
                .map(Sighting::mark)
                .orElse("");
        AtomicReferenceArray<String> tops = new AtomicReferenceArray<>(photos.size());
        List<Pace> paces = new ArrayList<>();
        for (int count : threads) {
            Pace.during(seconds, count, number -> look(eye, number, tops));
            paces.add(tell("Touchstone", count, Pace.during(seconds, count, number -> look(eye, number, tops))));
        }
        return new Entry("Touchstone, ImageMatcher", paces, onTop(tops));
    }

    private Entry byForce(int count) throws IOException {
        int used = Math.min(MOST_BY_FORCE, marks.size());
        // the bench's own marks are in it, and the others as they come
        List<Located<Registration>> taken = marks.subList(0, used);
        try (BruteForce force = ImageQuality.byForce(taken)) {
            Eye eye = jpeg -> force.match(decoder.decode(jpeg).image()).stream()
                    .findFirst()
                    .map(BruteForce.Match::mark)
                    .orElse("");
            AtomicReferenceArray<String> tops = new AtomicReferenceArray<>(photos.size());
            List<Pace> paces = new ArrayList<>();
            for (int one : threads) {
                Pace pace = Pace.over(count, one, number -> look(eye, number, tops));
                paces.add(tell("SIFT + RANSAC", one, pace.slower((double) marks.size() / used)));
            }
            String note = used == marks.size()
                    ? ""
                    : String.format(Locale.ROOT, ", tried with %,d marks and its time multiplied", used);
            return new Entry("SIFT + RANSAC against every mark in turn" + note, paces, onTop(tops));
        }
    }

    private void look(Eye eye, long number, AtomicReferenceArray<String> tops) throws IOException {
        int photo = (int) (number % photos.size());
        tops.set(photo, eye.top(photos.get(photo).jpeg()));
    }

    private Pace tell(String method, int count, Pace pace) {
        talk.printf(Locale.ROOT, "%s, %d threads: %,.3f photos/s%n", method, count, pace.perSecond());
        return pace;
    }

    /** Of the photos looked at that show an indexed mark, in how many one of these is on top. */
    private String onTop(AtomicReferenceArray<String> tops) {
        int right = 0;
        int all = 0;
        for (int i = 0; i < tops.length(); i++) {
            Set<String> shown = photos.get(i).marks();
            if (tops.get(i) != null && shown.stream().anyMatch(ids::contains)) {
                all++;
                right += shown.contains(tops.get(i)) ? 1 : 0;
            }
        }
        return right + " of " + all;
    }

    private String speeds(List<Entry> entries) {
        List<String> heads = new ArrayList<>(List.of("method"));
        threads.forEach(count -> heads.add("photos/s, " + count + (count == 1 ? " thread" : " threads")));
        threads.forEach(count -> heads.add("ImageMatcher is faster by, " + count));
        heads.addAll(List.of("photos a second of processor", "photos matched", "right mark on top"));
        Table table = new Table(heads.toArray(new String[0]));
        List<Pace> ours = entries.get(0).paces;
        for (Entry entry : entries) {
            List<Object> row = new ArrayList<>(List.of(entry.method));
            entry.paces.forEach(pace -> row.add(pace.perSecond()));
            for (int i = 0; i < threads.size(); i++) {
                double times = ours.get(i).perSecond() / entry.paces.get(i).perSecond();
                row.add(entry == entries.get(0) ? "–" : Table.times(times));
            }
            row.add(entry.paces.get(0).perSecondOfProcessor());
            row.add(entry.paces.get(0).photos());
            row.add(entry.onTop);
            table.row(row.toArray());
        }
        return table.toString();
    }
}
