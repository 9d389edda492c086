package org.touchstone.matcher.image;

/** Looks whether a photo's local features stand where a mark's ought to, once its pose is known. */
final class GuidedMatches {
    /** How near, as a share of the mark's length, and how alike in size and direction a feature must be. */
    private static final double NEAR = 0.07;

    private static final double RATIO = 1.7;
    private static final double TURN = 0.5;

    /** Correlation of descriptors at which two features begin to look alike. */
    private static final double ALIKE = 0.72;

    /** Squared length of a descriptor. */
    private static final double LENGTH = 400.0 * 400.0;

    private GuidedMatches() {}

    /** Number of the mark's features that are seen, each counted between 0 and 1 by how alike it looks. */
    static double support(LocalFeatures mark, LocalFeatures photo, Pose pose) {
        double size = pose.size();
        double angle = pose.angle();
        double reach = Math.max(2.5, NEAR * size);
        double sum = 0;
        for (int m = 0; m < mark.count(); m++) {
            double x = pose.x(mark.x()[m], mark.y()[m]);
            double y = pose.y(mark.x()[m], mark.y()[m]);
            double expected = mark.size()[m] * size;
            double best = ALIKE;
            for (int p = 0; p < photo.count(); p++) {
                if (Math.abs(photo.x()[p] - x) > reach
                        || Math.abs(photo.y()[p] - y) > reach
                        || photo.size()[p] > RATIO * expected
                        || photo.size()[p] * RATIO < expected
                        || turned(photo.angle()[p] - mark.angle()[m] - angle)) {
                    continue;
                }
                best = Math.max(best, correlation(mark, m, photo, p));
            }
            sum += (best - ALIKE) / (1 - ALIKE);
        }
        return sum;
    }

    private static boolean turned(double angle) {
        return Math.abs(Math.IEEEremainder(angle, 2 * Math.PI)) > TURN;
    }

    private static double correlation(LocalFeatures mark, int m, LocalFeatures photo, int p) {
        int dot = 0;
        for (int i = 0; i < LocalFeatures.LENGTH; i++) {
            dot += (mark.descriptors()[m * LocalFeatures.LENGTH + i] & 0xff)
                    * (photo.descriptors()[p * LocalFeatures.LENGTH + i] & 0xff);
        }
        return dot / LENGTH;
    }
}
