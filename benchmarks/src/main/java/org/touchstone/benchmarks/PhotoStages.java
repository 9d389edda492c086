package org.touchstone.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.Region;
import org.touchstone.image.RegionFinder;
import org.touchstone.indexer.MarkFilter;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.ViewSet;
import org.touchstone.matcher.image.ImageMatcher;

/**
 * Where the time of a photo goes. Models are timed while the matcher uses them; the search is timed afterwards, with the
 * vectors that the matcher got. For one thread.
 */
final class PhotoStages {
    /** Neighbours that the matcher asks for. */
    private static final int NEIGHBOURS = 8;

    private final MarkIndex index;
    private final ViewSet all;
    private final Models models;
    private final ImageDecoder decoder = new ImageDecoder();
    private long photos;
    private long decode;
    private long regions;
    private long embed;
    private long search;
    private long match;
    private long crops;
    private long vectors;

    PhotoStages(MarkIndex index, Models models) {
        this.index = index;
        this.all = index.views().among(MarkFilter.ALL);
        this.models = models;
    }

    /** Takes the photos one after the other until so much time has passed, one at least; gives the table. */
    String measure(List<Photo> all, double seconds) throws IOException {
        TimedEncoder encoder = models.encoder() == null ? null : new TimedEncoder(models.encoder());
        TimedFinder finder = models.regions() == null ? null : new TimedFinder(models.regions());
        try (ImageMatcher matcher = new ImageMatcher(index, encoder, finder)) {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            while (photos == 0 || System.nanoTime() < end) {
                look(all.get((int) (photos % all.size())), matcher, encoder, finder);
            }
        }
        return table();
    }

    private void look(Photo photo, ImageMatcher matcher, @Nullable TimedEncoder encoder, @Nullable TimedFinder finder)
            throws IOException {
        photos++;
        long start = System.nanoTime();
        BufferedImage image = decoder.decode(photo.jpeg()).image();
        long decoded = System.nanoTime();
        matcher.match("photo", image);
        match += System.nanoTime() - decoded;
        decode += decoded - start;
        if (finder != null) {
            regions += finder.taken();
        }
        if (encoder != null) {
            embed += encoder.taken();
            crops += encoder.crops;
            float[][] places = encoder.takeMost();
            long searching = System.nanoTime();
            for (float[] vector : places) {
                index.views().nearest(vector, NEIGHBOURS, all);
            }
            search += System.nanoTime() - searching;
            vectors += places.length;
        }
    }

    private String table() {
        Table table = new Table("stage", "ms a photo", "share");
        row(table, "decode", decode);
        row(table, models.regions() == null ? "regions (no model)" : "regions", regions);
        row(table, "embed, " + each(crops) + " crops", embed);
        row(table, "search, " + each(vectors) + " vectors", search);
        row(table, "propose, lay and judge (the rest)", match - regions - embed - search);
        row(table, "all", decode + match);
        return table.toString();
    }

    private void row(Table table, String stage, long nanoseconds) {
        table.row(
                stage,
                nanoseconds / 1e6 / photos,
                String.format(Locale.ROOT, "%.0f %%", 100.0 * nanoseconds / (decode + match)));
    }

    private String each(long count) {
        return String.format(Locale.ROOT, "%.0f", (double) count / photos);
    }

    /** An encoder that says how long it took, and keeps what it gave. */
    private static final class TimedEncoder implements ImageEncoder {
        private final ImageEncoder encoder;
        private final List<float[][]> given = new ArrayList<>();
        private long nanoseconds;
        private long crops;

        TimedEncoder(ImageEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public String id() {
            return encoder.id();
        }

        @Override
        public int dimension() {
            return encoder.dimension();
        }

        @Override
        public float[][] encode(List<BufferedImage> images) {
            long start = System.nanoTime();
            float[][] vectors = encoder.encode(images);
            nanoseconds += System.nanoTime() - start;
            given.add(vectors);
            return vectors;
        }

        /** Nanoseconds since it was last asked. */
        long taken() {
            long taken = nanoseconds;
            nanoseconds = 0;
            crops = given.stream().mapToInt(vectors -> vectors.length).sum();
            return taken;
        }

        /** The largest batch, which is that of the places looked at; then forgets all. */
        float[][] takeMost() {
            float[][] most = given.stream()
                    .max((a, b) -> Integer.compare(a.length, b.length))
                    .orElse(new float[0][]);
            given.clear();
            return most;
        }

        @Override
        public void close() {
            // the one within is its owner's to close
        }
    }

    /** A region finder that says how long it took. */
    private static final class TimedFinder implements RegionFinder {
        private final RegionFinder finder;
        private long nanoseconds;

        TimedFinder(RegionFinder finder) {
            this.finder = finder;
        }

        @Override
        public String id() {
            return finder.id();
        }

        @Override
        public List<Region> find(BufferedImage image) {
            long start = System.nanoTime();
            List<Region> found = finder.find(image);
            nanoseconds += System.nanoTime() - start;
            return found;
        }

        /** Nanoseconds since it was last asked. */
        long taken() {
            long taken = nanoseconds;
            nanoseconds = 0;
            return taken;
        }

        @Override
        public void close() {
            // the one within is its owner's to close
        }
    }
}
