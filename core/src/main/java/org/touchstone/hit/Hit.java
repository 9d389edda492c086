package org.touchstone.hit;

import java.util.List;

/**
 * A listing in which a sign of a mark was found. Immutable.
 *
 * @param rank place in the hit list, 1 for the first; 0 while not ranked
 * @param score calibrated probability of infringement, 0 to 1
 * @param listing id of the listing
 * @param mark id of the registration
 * @param brand key of the brand, empty when none is known
 * @param outlook what it looks like to the machine
 * @param evidence all reasons, the heaviest first
 * @param versions what it was made with
 */
public record Hit(
        long rank,
        double score,
        String listing,
        String mark,
        String brand,
        Outlook outlook,
        List<Evidence> evidence,
        Versions versions) {

    public Hit {
        evidence = List.copyOf(evidence);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score is not within 0 to 1: " + score);
        }
    }

    public Hit withRank(long newRank) {
        return new Hit(newRank, score, listing, mark, brand, outlook, evidence, versions);
    }

    /** Sum of the weights of all evidence, in decibans. */
    public double weight() {
        return evidence.stream().mapToDouble(Evidence::weight).sum();
    }
}
