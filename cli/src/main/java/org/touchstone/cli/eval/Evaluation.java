package org.touchstone.cli.eval;

import java.util.List;
import java.util.Map;

/**
 * How good a hit list is. Each hit is a pair of listing and mark; it is right when the truth has the pair.
 *
 * @param hits pairs in the hit list
 * @param pairs pairs in the truth that are not lawful uses
 * @param found how many of these are hits
 * @param precision right hits over hits; a hit on a lawful use counts as right, for the sign is there
 * @param recall found over pairs
 * @param averagePrecision mean of the precision at each right hit, over all pairs; equal scores count together
 * @param ndcg normalised discounted cumulative gain of the whole list, gain 1 for a pair that is not lawful (Järvelin and
 *     Kekäläinen, 2002)
 * @param brier mean squared difference between score and truth over all hits, lawful uses being 0
 * @param calibrationError expected calibration error over ten bins of equal width
 * @param lawfulFound hits on lawful uses
 * @param lawfulPairs lawful uses in the truth
 * @param lawfulMeanScore mean score of the hits on lawful uses, 0 when there are none
 * @param cleanListingsHit listings in the hit list of which the truth knows no sign
 * @param bins reliability by score
 * @param byEvidence by kind of evidence
 * @param byKind recall by the truth's kind of disguise
 */
public record Evaluation(
        long hits,
        long pairs,
        long found,
        double precision,
        double recall,
        double averagePrecision,
        double ndcg,
        double brier,
        double calibrationError,
        long lawfulFound,
        long lawfulPairs,
        double lawfulMeanScore,
        long cleanListingsHit,
        List<Bin> bins,
        Map<String, Share> byEvidence,
        Map<String, Share> byKind) {

    /** Hits whose scores lie from {@code from} to a tenth above: how many, their mean score, how many of them are true. */
    public record Bin(double from, long hits, double meanScore, double trueShare) {}

    /** So many of so many. */
    public record Share(long part, long whole) {
        /** 0 to 1; 0 of nothing is 0. */
        public double value() {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }
}
