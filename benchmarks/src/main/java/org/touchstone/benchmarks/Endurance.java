package org.touchstone.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.touchstone.image.ImageDecoder;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.image.ImageMatcher;
import org.touchstone.record.Located;

/** Matches photos for a long time and watches the memory, of which native libraries take some that no collector frees. */
final class Endurance {
    private static final int ROWS = 10;

    private final List<Located<Registration>> marks;
    private final List<Photo> photos;
    private final PrintStream talk;

    Endurance(List<Located<Registration>> marks, List<Photo> photos, PrintStream talk) {
        this.marks = marks;
        this.photos = photos;
        this.talk = talk;
    }

    /** What the process had when so many photos were done; bytes. */
    private record State(long photos, double seconds, long resident, long anonymous, long heap) {
        /** What is neither the Java heap, however full it is, nor a mapped file. */
        long beside() {
            return anonymous - heap;
        }
    }

    /** Matches so many photos, taken over and over, in so many threads; gives the table. */
    String measure(int count, int threads) throws IOException {
        Path folder = Folders.create();
        try (Models models = Models.load()) {
            ImageIndex.build(folder, marks, models);
            try (MarkIndex index = MarkIndex.open(folder);
                    ImageMatcher matcher = new ImageMatcher(index, models.encoder(), models.regions())) {
                return table(run(matcher, count, threads)) + "\n" + models.line() + "\n";
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private List<State> run(ImageMatcher matcher, int count, int threads) throws IOException {
        ImageDecoder decoder = new ImageDecoder();
        AtomicLong done = new AtomicLong();
        List<State> rows = new CopyOnWriteArrayList<>();
        int step = Math.max(1, count / ROWS);
        long start = System.nanoTime();
        Pace.over(count, threads, number -> {
            Photo photo = photos.get((int) (number % photos.size()));
            matcher.match("photo", decoder.decode(photo.jpeg()).image());
            long now = done.incrementAndGet();
            if (now % step == 0) {
                State state = new State(
                        now,
                        (System.nanoTime() - start) / 1e9,
                        Memory.resident(),
                        Memory.anonymous(),
                        Memory.heapCommitted());
                rows.add(state);
                talk.printf(
                        Locale.ROOT,
                        "%,d photos in %.0f s: %s resident, %s of it neither heap nor files%n",
                        now,
                        state.seconds,
                        Memory.shown(state.resident),
                        Memory.shown(state.beside()));
            }
        });
        return rows;
    }

    private static String table(List<State> states) {
        Table table = new Table("photos", "seconds", "photos/s", "resident", "heap", "neither heap nor mapped files");
        for (State state : states) {
            table.row(
                    state.photos,
                    state.seconds,
                    state.photos / state.seconds,
                    Memory.shown(state.resident),
                    Memory.shown(state.heap),
                    Memory.shown(state.beside()));
        }
        State early = states.get(Math.min(1, states.size() - 1));
        State last = states.get(states.size() - 1);
        long grown = last.beside() - early.beside();
        return table
                + String.format(
                        Locale.ROOT,
                        "%nFrom photo %,d to photo %,d what is neither heap nor mapped files changed by %+.1f MB.%n",
                        early.photos,
                        last.photos,
                        grown / 0x1p20);
    }
}
