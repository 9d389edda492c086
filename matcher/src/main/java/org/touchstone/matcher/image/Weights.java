package org.touchstone.matcher.image;

/**
 * What the findings in a picture weigh, in decibans. The numbers come from a logistic regression over composed scenes.
 */
final class Weights {
    /** Sightings that weigh less are not reported. */
    static final double LEAST = -4;

    private static final double MOST = 40;

    private Weights() {}

    /**
     * Weight of a mark laid onto a photo.
     *
     * @param agreement of the edges, -1 to 1
     * @param rival best agreement of another mark in the photo
     * @param support summed weight of the local features that agree on the pose
     * @param cosine of the straightened sign's vector with the mark's; {@code NaN} without an encoder
     */
    static double logo(double agreement, double rival, double support, double cosine) {
        double sum = -32 + 62 * agreement + 12 * Math.clamp(agreement - rival, -0.3, 0.3) + 1.2 * Math.min(support, 8);
        if (!Double.isNaN(cosine)) {
            sum += 20 * (cosine - 0.4);
        }
        return Math.clamp(sum, -MOST, MOST);
    }

    /** Weight of a picture being a copy: distance of the fingerprints, 0 to 31 bits. */
    static double copy(int distance) {
        return 24 - 0.5 * distance;
    }
}
