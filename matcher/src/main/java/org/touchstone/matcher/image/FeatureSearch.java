package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds, among the local features of all marks at once, those that look most like a photo's. Immutable and thread-safe.
 */
final class FeatureSearch {
    /** Descriptors compared for each feature of a photo. */
    private static final int CHECKS = 96;

    private static final int NEIGHBOURS = 12;

    /** Weight under which a match says nothing. */
    private static final double LEAST_WEIGHT = 0.06;

    private final int[] owner;
    private final int[] place;
    private final KdForest forest;

    /** One of a photo's features that looks like one of a mark's; weight 0 to 1, 1 for one that looks like no other. */
    record Match(int ofPhoto, int ofMark, double weight) {}

    /** The matches of one of the marks that the search was built over. */
    record Matches(int mark, List<Match> matches) {}

    FeatureSearch(List<LocalFeatures> marks) {
        int total = marks.stream().mapToInt(LocalFeatures::count).sum();
        owner = new int[total];
        place = new int[total];
        byte[] all = new byte[Math.multiplyExact(total, LocalFeatures.LENGTH)];
        int n = 0;
        for (int mark = 0; mark < marks.size(); mark++) {
            LocalFeatures features = marks.get(mark);
            System.arraycopy(features.descriptors(), 0, all, n * LocalFeatures.LENGTH, features.descriptors().length);
            for (int i = 0; i < features.count(); i++) {
                owner[n] = mark;
                place[n++] = i;
            }
        }
        forest = new KdForest(all);
    }

    /** All matches of a photo's features, gathered by mark. */
    List<Matches> search(LocalFeatures photo) {
        int[] found = new int[NEIGHBOURS];
        int[] distances = new int[NEIGHBOURS];
        Map<Integer, List<Match>> byMark = new TreeMap<>();
        for (int i = 0; i < photo.count() && forest.size() > 0; i++) {
            forest.search(photo.descriptors(), i * LocalFeatures.LENGTH, CHECKS, found, distances);
            weigh(i, found, distances, byMark);
        }
        List<Matches> out = new ArrayList<>();
        byMark.forEach((mark, matches) -> out.add(new Matches(mark, matches)));
        return out;
    }

    /**
     * Weighs the neighbours of one feature against the farthest of them, which stands for the unrelated marks (after S.
     * McCann and D. Lowe, Local naive Bayes nearest neighbor for image classification, 2012).
     */
    private void weigh(int feature, int[] found, int[] distances, Map<Integer, List<Match>> byMark) {
        int last = found.length - 1;
        while (last > 0 && found[last] < 0) {
            last--;
        }
        double background = Math.max(1, distances[last]);
        for (int i = 0; i < last; i++) {
            double weight = 1 - distances[i] / background;
            if (weight < LEAST_WEIGHT) {
                break;
            }
            byMark.computeIfAbsent(owner[found[i]], mark -> new ArrayList<>())
                    .add(new Match(feature, place[found[i]], weight));
        }
    }
}
