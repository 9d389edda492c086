package org.touchstone.benchmarks.sift;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Features of a mark and the ones of a photo that they resemble, each of the photo's at most once.
 *
 * @param from x and y in the mark, one after the other
 * @param to x and y in the photo
 */
record Pairs(float[] from, float[] to) {
    /** Nearest over second nearest distance, above which a resemblance says nothing. */
    private static final float RATIO = 0.85f;

    /** Places nearer than about this many pixels are one. */
    private static final double GRAIN = 3;

    private record Pair(int mark, float distance) {}

    /**
     * @param nearest for each feature of the mark the numbers of the photo's two nearest
     * @param distances to them
     */
    static Pairs of(Features mark, Features photo, int[] nearest, float[] distances) {
        Map<Integer, Pair> best = new LinkedHashMap<>();
        for (int i = 0; i < mark.count(); i++) {
            if (distances[2 * i] < RATIO * distances[2 * i + 1]) {
                Pair pair = new Pair(i, distances[2 * i]);
                best.merge(nearest[2 * i], pair, (a, b) -> b.distance < a.distance ? b : a);
            }
        }
        float[] from = new float[2 * best.size()];
        float[] to = new float[2 * best.size()];
        int at = 0;
        for (Map.Entry<Integer, Pair> pair : best.entrySet()) {
            from[at] = mark.x()[pair.getValue().mark];
            to[at++] = photo.x()[pair.getKey()];
            from[at] = mark.y()[pair.getValue().mark];
            to[at++] = photo.y()[pair.getKey()];
        }
        return new Pairs(from, to);
    }

    int count() {
        return from.length / 2;
    }

    /** How many different places the pairs that are taken have, in the mark or in the photo, whichever are fewer. */
    int places(byte[] taken) {
        return Math.min(places(from, taken), places(to, taken));
    }

    private static int places(float[] points, byte[] taken) {
        Set<Long> places = new HashSet<>();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] != 0) {
                long x = (long) Math.rint(points[2 * i] / GRAIN);
                long y = (long) Math.rint(points[2 * i + 1] / GRAIN);
                places.add(x << 32 ^ y & 0xffffffffL);
            }
        }
        return places.size();
    }
}
