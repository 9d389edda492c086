package org.touchstone.matcher.image;

/**
 * What the findings in a picture weigh, in decibans. The numbers come from a logistic regression over scenes composed
 * of openly licensed logos and photos ({@code fit_weights.py}), so that after the scorer's prior the score is near the share of
 * right hits.
 */
final class Weights {
    /** Sightings that weigh less are not reported. */
    static final double LEAST = -9;

    private static final double MOST = 40;

    private static final double LEAD = 30;
    private static final double OCTAVES = 4.5;

    /** A part of a drawing is simpler than the whole and more often met by chance. */
    private static final double PART = -9;

    private static final Numbers WITH_ENCODER = new Numbers(-25, 11.5, 2.9, 22.5, 4, -77);
    private static final Numbers BY_GEOMETRY = new Numbers(-25, 29.5, 3.7, 0, 1, -46);

    /**
     * What the findings count for.
     *
     * @param featured local features and edges are two witnesses
     * @param stripes are on every other photo; for each unit of lean beyond the usual
     */
    private record Numbers(
            double constant, double agreement, double support, double cosine, double featured, double stripes) {}

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
        Numbers numbers = Double.isNaN(cosine) ? BY_GEOMETRY : WITH_ENCODER;
        double lead = Math.clamp(candidate.agreement() - rival, -0.3, 0.3);
        double octaves = Math.clamp(Math.log(candidate.pose().size() / 100) / Math.log(2), -2, 0.5);
        double sum = numbers.constant
                + LEAD * lead
                + OCTAVES * octaves
                + (part ? PART : 0)
                + (candidate.featured() ? numbers.featured : 0)
                + numbers.stripes * Math.max(0, lean - 0.62)
                + numbers.agreement * candidate.agreement()
                + numbers.support * Math.sqrt(Math.min(candidate.support(), 8))
                + (Double.isNaN(cosine) ? 0 : numbers.cosine * cosine);
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
