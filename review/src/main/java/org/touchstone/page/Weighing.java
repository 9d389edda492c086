package org.touchstone.page;

import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;

/**
 * How a hit's score comes about: the prior and the weights of all evidence add up to the total, and the total makes the
 * score. All in decibans.
 *
 * @param prior before any evidence
 * @param evidence sum of the weights
 * @param correction what the calibration added besides; 0 when the sum alone makes the score
 * @param score 0 to 1
 */
public record Weighing(double prior, double evidence, double correction, double score) {
    /** Weights are written with one decimal, so that a sum of many may be off by this much. */
    private static final double ROUNDING = 0.3;

    private static final double LARGEST = 60;

    public static Weighing of(Hit hit, double prior) {
        double evidence = hit.evidence().stream().mapToDouble(Evidence::weight).sum();
        double clamped = Math.max(1e-6, Math.min(1 - 1e-6, hit.score()));
        double told = 10 * Math.log10(clamped / (1 - clamped));
        double sum = Math.max(-LARGEST, Math.min(LARGEST, prior + evidence));
        boolean adds = Math.abs(told - sum) <= ROUNDING || Math.abs(probability(sum) - hit.score()) <= 0.0051;
        return new Weighing(prior, evidence, adds ? 0 : told - sum, hit.score());
    }

    /** Total of prior, evidence and correction. */
    public double total() {
        return prior + evidence + correction;
    }

    /** The probability that decibans of evidence make. */
    public static double probability(double decibans) {
        return 1 / (1 + Math.pow(10, -decibans / 10));
    }
}
