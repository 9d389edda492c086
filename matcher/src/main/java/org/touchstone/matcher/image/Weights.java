package org.touchstone.matcher.image;

/**
 * What the findings in a picture weigh, in decibans. The numbers come from a logistic regression over scenes composed
 * of openly licensed logos and photos, so that after the scorer's prior the score is near the share of right hits.
 */
final class Weights {
    /** Sightings that weigh less are not reported. */
    static final double LEAST = -7;

    private static final double MOST = 40;

    /** A part of a drawing is simpler than the whole and more often met by chance. */
    private static final double PART = -6;

    /** Local features and edges are two witnesses. */
    private static final double FEATURED = 6;

    /** Stripes are on every other photo; for each unit of lean beyond the usual. */
    private static final double STRIPES = 45;

    private Weights() {}

    /**
     * Weight of a mark laid onto a photo.
     *
     * @param candidate laid onto the photo
     * @param rival best agreement of another mark in the photo
     * @param cosine of the straightened sign's vector with the mark's; {@code NaN} without an encoder
     * @param part whether only a part of the drawing was laid
     * @param lean of the mark's edges, see {@link MarkField#lean}
     */
    static double logo(Candidate candidate, double rival, double cosine, boolean part, double lean) {
        double lead = Math.clamp(candidate.agreement() - rival, -0.3, 0.3);
        double octaves = Math.clamp(Math.log(candidate.pose().size() / 100) / Math.log(2), -2, 0.5);
        double sum = 28 * lead + 4.5 * octaves + (part ? PART : 0) + (candidate.featured() ? FEATURED : 0);
        sum -= STRIPES * Math.max(0, lean - 0.62);
        if (Double.isNaN(cosine)) {
            sum += -23 + 28 * candidate.agreement() + 3.5 * Math.sqrt(Math.min(candidate.support(), 8));
        } else {
            sum += -24 + 16 * candidate.agreement() + 2.2 * Math.sqrt(Math.min(candidate.support(), 8)) + 15 * cosine;
        }
        return Math.clamp(sum, -MOST, MOST);
    }

    /** Weight of a picture being a copy: distance of the fingerprints, 0 to 31 bits. */
    static double copy(int distance) {
        return 24 - 0.5 * distance;
    }

    /**
     * Weight of a picture being a copy of an official photo. Shops that sell genuine goods lawfully take such photos too,
     * so it weighs less than a copy of the mark.
     *
     * @param similarity share of the photo that is the same, 0.5 to 1
     */
    static double officialPhoto(double similarity) {
        return Math.round((4 + 8 * similarity) * 10) / 10.0;
    }
}
