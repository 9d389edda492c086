package org.touchstone.matcher.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.touchstone.indexer.WordSign;

/**
 * A registration that is like a query.
 *
 * @param registration its id
 * @param sign the sign of it that is most like
 * @param likenesses all respects in which it is, the strongest first; not empty
 */
public record TextMatch(String registration, WordSign sign, List<Likeness> likenesses) {
    public TextMatch {
        likenesses = List.copyOf(likenesses);
    }

    /** How alike in the strongest respect, 0 to 1. */
    public double similarity() {
        return likenesses.get(0).similarity();
    }

    /** The ways in which they are alike. */
    public Set<Way> ways() {
        return likenesses.stream().map(Likeness::way).collect(Collectors.toUnmodifiableSet());
    }
}
