package org.touchstone.benchmarks.sift;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_features2d;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * What one does with OpenCV alone: the nearest descriptors of the photo for each of a mark's, kept where the second nearest
 * lies clearly farther off (D. Lowe, Distinctive image features from scale-invariant keypoints, 2004), and an affine
 * transform by RANSAC; against every mark in turn, for as long as there are marks. Thread-safe once all marks are added.
 */
public final class BruteForce implements Closeable {
    private static final int MARK_SIDE = 200;
    private static final int LEAST_FEATURES = 5;
    private static final int REPORTED = 5;

    private final Queue<Reference> references = new ConcurrentLinkedQueue<>();

    private record Reference(String mark, Features features) {}

    /**
     * A mark in a photo.
     *
     * @param agreeing features that lie where the transform puts them, those at one place counted once
     * @param box around the mark's picture, in the photo's pixels; may reach over its edge
     */
    public record Match(String mark, int agreeing, Rectangle2D box) {}

    /** Without marks yet; OpenCV itself works on one thread for each caller. */
    public BruteForce() {
        // its guard counts mapped files as memory in use, an index among them
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        Loader.load(opencv_core.class);
        Loader.load(opencv_imgproc.class);
        Loader.load(opencv_features2d.class);
        Loader.load(opencv_calib3d.class);
        opencv_core.setNumThreads(1);
    }

    /** Adds a picture of a mark; a mark may have several. One with hardly any features is left out. */
    public void add(String mark, BufferedImage picture) {
        Features features = Features.ofMark(picture, MARK_SIDE);
        if (features.count() < LEAST_FEATURES) {
            features.close();
        } else {
            references.add(new Reference(mark, features));
        }
    }

    /** How many pictures of marks there are to compare with. */
    public int size() {
        return references.size();
    }

    /** The five marks with which most features agree, the best first; fewer where fewer agree at all. */
    public List<Match> match(BufferedImage photo) {
        Map<String, Match> best = new HashMap<>();
        try (Features seen = Features.of(photo)) {
            for (Reference reference : references) {
                Match match = match(reference, seen);
                if (match != null) {
                    best.merge(reference.mark, match, (a, b) -> a.agreeing >= b.agreeing ? a : b);
                }
            }
        }
        List<Match> matches = new ArrayList<>(best.values());
        matches.sort(Comparator.comparingInt(Match::agreeing).reversed().thenComparing(Match::mark));
        return List.copyOf(matches.subList(0, Math.min(REPORTED, matches.size())));
    }

    private static @Nullable Match match(Reference reference, Features photo) {
        Features mark = reference.features;
        if (photo.count() < 2) {
            return null;
        }
        int[] nearest = new int[2 * mark.count()];
        float[] distances = new float[nearest.length];
        try (PointerScope scope = new PointerScope()) {
            Mat distance = new Mat();
            Mat number = new Mat();
            // what BFMatcher.knnMatch does, without an object for each pair
            opencv_core.batchDistance(
                    mark.descriptors(),
                    photo.descriptors(),
                    distance,
                    opencv_core.CV_32F,
                    number,
                    opencv_core.NORM_L2,
                    2,
                    new Mat(),
                    0,
                    false);
            new IntPointer(number.data()).get(nearest);
            new FloatPointer(distance.data()).get(distances);
            Pairs pairs = Pairs.of(mark, photo, nearest, distances);
            Transform transform = Transform.of(pairs);
            return transform == null
                    ? null
                    : new Match(reference.mark, transform.agreeing(), transform.box(mark.width(), mark.height()));
        }
    }

    @Override
    public void close() {
        references.forEach(reference -> reference.features.close());
        references.clear();
    }
}
