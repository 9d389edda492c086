package org.touchstone.matcher.image;

/**
 * A picture reduced to squares that can be laid over another one, to see in how many of them the two show the same.
 * Blind to brightness and contrast. Immutable by agreement.
 *
 * @param tone luminance, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of pixels inside this package; compared by nobody
record Overlay(int width, int height, float[] tone) {
    /** Longer side in pixels. */
    private static final int LONGEST = 160;

    /** Side of a square. */
    private static final int SQUARE = 8;

    /** Standard deviation, in levels, from which a square shows something. */
    private static final double TEXTURED = 4;

    /** What a square counts that shows something only in the other picture. */
    private static final double ONLY_THERE = 0.5;

    /** Correlation from which two squares show the same. */
    private static final double SAME = 0.7;

    static Overlay of(Pixels picture) {
        Pixels small = picture.within(LONGEST);
        return new Overlay(small.width(), small.height(), small.luminance());
    }

    /**
     * How much agrees.
     *
     * @param squares those that lie within the other picture and show something here; those that do so only there, where
     *     somebody may have written over plain ground, count half
     * @param same those of them that show the same
     */
    record Agreement(double squares, int same) {
        double share() {
            return squares == 0 ? 0 : same / squares;
        }
    }

    /**
     * Lays this over another picture.
     *
     * @param luminance of the other
     * @param pose of this one in the other, in the measure of {@link #of}'s picture: centred on 0, its longer side 1
     */
    Agreement on(float[] luminance, int w, int h, Pose pose) {
        double factor = Math.min(1, Math.max(width, height) / pose.size());
        int sw = Math.max(1, (int) Math.round(w * factor));
        int sh = Math.max(1, (int) Math.round(h * factor));
        float[] there = sw == w && sh == h ? luminance : Resampler.resize(luminance, w, h, sw, sh);
        double squares = 0;
        int same = 0;
        float[] seen = new float[SQUARE * SQUARE];
        for (int top = 0; top + SQUARE <= height; top += SQUARE) {
            for (int left = 0; left + SQUARE <= width; left += SQUARE) {
                if (look(there, sw, sh, sw / (double) w, sh / (double) h, pose, left, top, seen)) {
                    Likeness likeness = likeness(left, top, seen);
                    squares += likeness.weight;
                    same += likeness.weight == 1 && likeness.correlation >= SAME ? 1 : 0;
                }
            }
        }
        return new Agreement(squares, same);
    }

    /** Reads what the other picture has in the place of a square; false where that reaches out of it. */
    private boolean look(
            float[] there, int w, int h, double scaleX, double scaleY, Pose pose, int left, int top, float[] seen) {
        double longer = Math.max(width, height);
        for (int i = 0; i < seen.length; i++) {
            double u = (left + i % SQUARE + 0.5 - width / 2.0) / longer;
            double v = (top + i / SQUARE + 0.5 - height / 2.0) / longer;
            double x = pose.x(u, v) * scaleX - 0.5;
            double y = pose.y(u, v) * scaleY - 0.5;
            if (x < -0.5 || y < -0.5 || x > w - 0.5 || y > h - 0.5) {
                return false;
            }
            int x0 = Math.clamp((int) Math.floor(x), 0, Math.max(0, w - 2));
            int y0 = Math.clamp((int) Math.floor(y), 0, Math.max(0, h - 2));
            int x1 = Math.min(x0 + 1, w - 1);
            int y1 = Math.min(y0 + 1, h - 1);
            double fx = Math.clamp(x - x0, 0, 1);
            double fy = Math.clamp(y - y0, 0, 1);
            seen[i] = (float) ((1 - fy) * ((1 - fx) * there[y0 * w + x0] + fx * there[y0 * w + x1])
                    + fy * ((1 - fx) * there[y1 * w + x0] + fx * there[y1 * w + x1]));
        }
        return true;
    }

    /** How like a square is to what was seen in its place, and what that counts. */
    private record Likeness(double weight, double correlation) {}

    private Likeness likeness(int left, int top, float[] seen) {
        int n = seen.length;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < n; i++) {
            double mine = tone[(top + i / SQUARE) * width + left + i % SQUARE];
            a += mine;
            b += seen[i];
            aa += mine * mine;
            bb += seen[i] * seen[i];
            ab += mine * seen[i];
        }
        double varianceA = Math.max(0, aa / n - a / n * (a / n));
        double varianceB = Math.max(0, bb / n - b / n * (b / n));
        double least = TEXTURED * TEXTURED;
        double weight = varianceA >= least ? 1 : varianceB >= least ? ONLY_THERE : 0;
        return new Likeness(weight, (ab / n - a / n * (b / n)) / Math.sqrt(Math.max(1e-6, varianceA * varianceB)));
    }
}
