package org.touchstone.matcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.touchstone.hit.Hit;
import org.touchstone.record.Formats;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.RecordWriter;

/**
 * Hits in any number, given back best first, in bounded memory: sorted runs go to temporary files and are merged. Equal
 * scores are ordered by listing and mark, so that the same scan gives the same list. Not thread-safe.
 */
public final class RankedHits implements Closeable {
    /** Best first. */
    public static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble((Hit hit) -> -hit.score())
            .thenComparing(Hit::listing)
            .thenComparing(Hit::mark);

    /** Hits held in memory; about 50 MB. */
    private static final int RUN = 50_000;

    private final Path folder;
    private final List<Path> runs = new ArrayList<>();
    private List<Hit> current = new ArrayList<>();
    private long count;

    /** Takes what a ranked hit is for. */
    @FunctionalInterface
    public interface Taker {
        void take(Hit hit) throws IOException;
    }

    public RankedHits() throws IOException {
        folder = Files.createTempDirectory("touchstone-hits");
    }

    public void add(Hit hit) throws IOException {
        current.add(hit);
        count++;
        if (current.size() >= RUN) {
            current.sort(BEST_FIRST);
            Path run = folder.resolve("run-" + runs.size() + ".jsonl");
            try (RecordWriter<Hit> writer = RecordWriter.create(run, Formats.HIT)) {
                for (Hit one : current) {
                    writer.write(one);
                }
                writer.commit();
            }
            runs.add(run);
            current = new ArrayList<>();
        }
    }

    /** How many hits were added. */
    public long count() {
        return count;
    }

    /** Gives all hits, best first, with their ranks. */
    public void drainTo(Taker taker) throws IOException {
        current.sort(BEST_FIRST);
        if (runs.isEmpty()) {
            long rank = 0;
            for (Hit hit : current) {
                taker.take(hit.withRank(++rank));
            }
            return;
        }
        merge(taker);
    }

    private void merge(Taker taker) throws IOException {
        PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(run -> run.head, BEST_FIRST));
        List<RecordReader<Hit>> open = new ArrayList<>();
        try {
            Run.add(queue, current.iterator());
            for (Path file : runs) {
                RecordReader<Hit> reader = RecordReader.open(file, Formats.HIT, rejection -> {
                    throw new IllegalStateException("a temporary file was altered: " + rejection);
                });
                open.add(reader);
                Run.add(queue, new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return reader.hasNext();
                    }

                    @Override
                    public Hit next() {
                        Located<Hit> next = reader.next();
                        return next.value();
                    }
                });
            }
            long rank = 0;
            while (!queue.isEmpty()) {
                Run best = queue.remove();
                taker.take(best.head.withRank(++rank));
                Run.add(queue, best.rest);
            }
        } finally {
            for (RecordReader<Hit> reader : open) {
                reader.close();
            }
        }
    }

    /** A sorted run: its first hit and what follows. */
    private record Run(Hit head, Iterator<Hit> rest) {
        static void add(PriorityQueue<Run> queue, Iterator<Hit> hits) {
            if (hits.hasNext()) {
                queue.add(new Run(hits.next(), hits));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        Files.deleteIfExists(folder);
    }
}
