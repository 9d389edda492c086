package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.touchstone.indexer.FeatureDictionary;
import org.touchstone.indexer.ViewSet;
import org.touchstone.matcher.image.PoseVotes.Vote;
import org.touchstone.matcher.image.WordSearch.Found;

/** Proposes marks and places from a photo's local features. Thread-safe. */
final class Proposals {
    private static final int FEATURES = 1000;
    private static final int LIMIT = 30;

    private final WordSearch search;

    Proposals(FeatureDictionary dictionary, ViewSet wanted) {
        search = new WordSearch(dictionary, wanted);
    }

    /** The photo's features, once as they are and once as reversed contrast would show them. */
    static LocalFeatures features(Pixels photo) {
        LocalFeatures found = Sift.of(photo, Sift.QUICK, FEATURES);
        return found.plus(found.reversed());
    }

    /**
     * The marks that a photo's features speak for, the most likely first.
     *
     * @param both what {@link #features} gave
     */
    List<Candidate> of(LocalFeatures both) {
        List<Candidate> out = new ArrayList<>();
        for (Found found : search.search(both)) {
            Vote vote = PoseVotes.best(found.matches(), found.mark(), both, PoseVotes.Reach.SIGN);
            if (vote != null && vote.inliers() >= 2 && vote.pose().plausible()) {
                out.add(new Candidate(found.view(), vote.pose(), vote.weight(), true, false, -1));
            }
        }
        out.sort(Comparator.comparingDouble(Candidate::support).reversed());
        return out.subList(0, Math.min(LIMIT, out.size()));
    }
}
