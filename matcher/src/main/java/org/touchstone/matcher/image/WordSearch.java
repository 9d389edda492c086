package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.touchstone.indexer.FeatureCursor;
import org.touchstone.indexer.FeatureDictionary;
import org.touchstone.indexer.ViewSet;
import org.touchstone.matcher.image.FeatureSearch.Match;
import org.touchstone.matcher.image.Vocabulary.Halves;

/** Finds the views of marks whose local features look like a photo's, by their visual words. Thread-safe. */
final class WordSearch {
    /** Words looked up for each feature of a photo at most: of all pairs of the centres near its halves, the nearest. */
    private static final int WORDS = 48;

    /** Features from which no further word is looked up: a small register has few to a word. */
    private static final int ENOUGH = 120;

    private static final int NEIGHBOURS = 12;

    /** Bits in which the signatures of features that look alike differ at most. */
    private static final int MOST_APART = 22;

    /** Weight under which a match says nothing. */
    private static final double LEAST_WEIGHT = 0.1;

    /** Views whose matches are looked at more closely: those with the heaviest. */
    private static final int VIEWS = 300;

    private final FeatureDictionary dictionary;
    private final ViewSet wanted;

    WordSearch(FeatureDictionary dictionary, ViewSet wanted) {
        this.dictionary = dictionary;
        this.wanted = wanted;
    }

    /**
     * What a photo and a view have in common.
     *
     * @param view its number
     * @param matches of the photo's features with the mark's
     * @param mark those of its features that were matched, without descriptors
     */
    record Found(int view, List<Match> matches, LocalFeatures mark) {}

    /**
     * The views that have most in common with a photo.
     *
     * @param both its features, followed by the same as reversed contrast would show them
     */
    List<Found> search(LocalFeatures both) {
        int n = both.count() / 2;
        Matches all = new Matches();
        Vocabulary vocabulary = Vocabulary.bundled();
        Halves halves = vocabulary.halves(both, n, Vocabulary.NEAR);
        Neighbours neighbours = new Neighbours(dictionary.cursor(), wanted);
        for (int i = 0; i < n; i++) {
            neighbours.find(halves, 2 * i, 2 * i + 1);
            neighbours.weigh(i, all);
            neighbours.find(halves, 2 * i + 1, 2 * i);
            neighbours.weigh(n + i, all);
        }
        return all.heaviest();
    }

    /** The features nearest to one of a photo's, by their signatures. */
    private static final class Neighbours {
        private static final int NEAR = Vocabulary.NEAR;

        private final FeatureCursor cursor;
        private final ViewSet wanted;
        private final int[] apart = new int[NEIGHBOURS + 1];
        private final int[] view = new int[NEIGHBOURS + 1];
        private final int[] place = new int[NEIGHBOURS + 1];
        private final float[] sums = new float[NEAR * NEAR];
        private int count;

        Neighbours(FeatureCursor cursor, ViewSet wanted) {
            this.cursor = cursor;
            this.wanted = wanted;
        }

        void find(Halves halves, int upper, int lower) {
            count = 0;
            for (int pair = 0; pair < sums.length; pair++) {
                sums[pair] =
                        halves.distance()[upper * NEAR + pair / NEAR] + halves.distance()[lower * NEAR + pair % NEAR];
            }
            int seen = 0;
            for (int i = 0; i < WORDS && seen < ENOUGH; i++) {
                int best = 0;
                for (int pair = 1; pair < sums.length; pair++) {
                    if (sums[pair] < sums[best]) {
                        best = pair;
                    }
                }
                sums[best] = Float.MAX_VALUE;
                seen += look(halves, upper * NEAR + best / NEAR, lower * NEAR + best % NEAR);
            }
        }

        private int look(Halves halves, int upper, int lower) {
            long signature = halves.signature(upper, lower);
            int there = cursor.read(halves.word(upper, lower));
            for (int i = 0; i < there; i++) {
                int bits = Long.bitCount(cursor.signature(i) ^ signature);
                if (bits <= MOST_APART
                        && (count <= NEIGHBOURS || bits < apart[NEIGHBOURS])
                        && wanted.contains(cursor.view(i))) {
                    insert(bits, cursor.view(i), cursor.place(i));
                }
            }
            return there;
        }

        private void insert(int bits, int ofView, int at) {
            int i = Math.min(count, NEIGHBOURS);
            for (; i > 0 && apart[i - 1] > bits; i--) {
                apart[i] = apart[i - 1];
                view[i] = view[i - 1];
                place[i] = place[i - 1];
            }
            apart[i] = bits;
            view[i] = ofView;
            place[i] = at;
            count = Math.min(count + 1, NEIGHBOURS + 1);
        }

        /**
         * Weighs the neighbours against the farthest of them, which stands for the unrelated marks (after S. McCann and D.
         * Lowe, Local naive Bayes nearest neighbor for image classification, 2012).
         */
        void weigh(int feature, Matches all) {
            double background = count > NEIGHBOURS ? Math.max(1, apart[NEIGHBOURS]) : MOST_APART;
            for (int i = 0; i < Math.min(count, NEIGHBOURS); i++) {
                double weight = 1 - apart[i] * apart[i] / (background * background);
                if (weight < LEAST_WEIGHT) {
                    break;
                }
                all.add(view[i], feature, place[i], (float) weight);
            }
        }
    }

    /** All matches of a photo. */
    private static final class Matches {
        /** View, then number of the match: sorted, matches of a view stand together in the order they came in. */
        private long[] keys = new long[4096];

        private int[] features = new int[4096];
        private int[] places = new int[4096];
        private float[] weights = new float[4096];
        private int count;

        void add(int view, int feature, int place, float weight) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, 2 * count);
                features = Arrays.copyOf(features, 2 * count);
                places = Arrays.copyOf(places, 2 * count);
                weights = Arrays.copyOf(weights, 2 * count);
            }
            keys[count] = (long) view << 32 | count;
            features[count] = feature;
            places[count] = place;
            weights[count++] = weight;
        }

        List<Found> heaviest() {
            long[] sorted = Arrays.copyOf(keys, count);
            Arrays.sort(sorted);
            List<long[]> views = new ArrayList<>(); // negative weight in millionths, from, to
            for (int from = 0, to; from < count; from = to) {
                double sum = 0;
                for (to = from; to < count && sorted[to] >>> 32 == sorted[from] >>> 32; to++) {
                    sum += weights[(int) sorted[to]];
                }
                if (to - from >= 2) {
                    views.add(new long[] {(long) (-1e6 * sum), from, to});
                }
            }
            views.sort((a, b) -> Long.compare(a[0], b[0]));
            List<Found> out = new ArrayList<>();
            for (long[] view : views.subList(0, Math.min(VIEWS, views.size()))) {
                out.add(found(sorted, (int) view[1], (int) view[2]));
            }
            return out;
        }

        private Found found(long[] sorted, int from, int to) {
            int[] distinct = new int[to - from];
            for (int i = from; i < to; i++) {
                distinct[i - from] = places[(int) sorted[i]];
            }
            distinct = Arrays.stream(distinct).sorted().distinct().toArray();
            int n = distinct.length;
            LocalFeatures mark = new LocalFeatures(
                    new float[n], new float[n], new float[n], new float[n], new float[n], new byte[0]);
            for (int i = 0; i < n; i++) {
                mark.x()[i] = FeaturePlace.x(distinct[i]);
                mark.y()[i] = FeaturePlace.y(distinct[i]);
                mark.size()[i] = FeaturePlace.size(distinct[i]);
                mark.angle()[i] = FeaturePlace.angle(distinct[i]);
            }
            List<Match> matches = new ArrayList<>();
            for (int i = from; i < to; i++) {
                int k = (int) sorted[i];
                matches.add(new Match(features[k], Arrays.binarySearch(distinct, places[k]), weights[k]));
            }
            return new Found((int) (sorted[from] >>> 32), matches, mark);
        }
    }
}
