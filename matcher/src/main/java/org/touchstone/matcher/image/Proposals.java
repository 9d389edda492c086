package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.touchstone.matcher.image.FeatureSearch.Matches;
import org.touchstone.matcher.image.PoseVotes.Vote;

/** Proposes marks and places from a photo's local features. Immutable and thread-safe. */
final class Proposals {
    private static final double CONTRAST = 0.02;
    private static final int FEATURES = 1500;
    private static final int LIMIT = 30;

    /** A forest of the features of more views than this takes too much memory and time to build. */
    private static final int MOST_VIEWS = 12_000;

    private final List<LocalFeatures> marks;
    private final FeatureSearch search;

    /** @param always whether to propose by features even where there are very many marks: when nothing else does */
    Proposals(MarkViews views, boolean always) {
        boolean few = always || views.count() <= MOST_VIEWS;
        marks = few
                ? IntStream.range(0, views.count()).mapToObj(views::features).toList()
                : List.of();
        search = new FeatureSearch(marks);
    }

    /** The photo's features, once as they are and once as reversed contrast would show them. */
    static LocalFeatures features(Pixels photo) {
        LocalFeatures found = Sift.of(photo, CONTRAST, FEATURES);
        return found.plus(found.reversed());
    }

    /** @param both what {@link #features} gave */
    List<Candidate> of(LocalFeatures both) {
        List<Candidate> out = new ArrayList<>();
        for (Matches matches : search.search(both)) {
            if (matches.matches().size() < 2) {
                continue;
            }
            Vote vote = PoseVotes.best(matches.matches(), marks.get(matches.mark()), both, PoseVotes.Reach.SIGN);
            if (vote != null && vote.inliers() >= 2 && vote.pose().plausible()) {
                out.add(new Candidate(matches.mark(), vote.pose(), vote.weight(), true, false, -1));
            }
        }
        out.sort(Comparator.comparingDouble(Candidate::support).reversed());
        return out.subList(0, Math.min(LIMIT, out.size()));
    }
}
