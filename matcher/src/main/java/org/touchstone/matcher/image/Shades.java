package org.touchstone.matcher.image;

/** Splits the shades of a drawing in two. */
final class Shades {
    private static final int LEVELS = 256;
    private static final int SEAM = 2;

    /** Least distance between the means of the two shades, in grey levels. */
    private static final double APART = 30;

    private Shades() {}

    /**
     * The grey level that parts dark from light best (N. Otsu, A threshold selection method from gray-level histograms,
     * 1979); {@code NaN} when there is but one shade.
     *
     * @param inside which pixels belong to the drawing
     */
    static double threshold(float[] tone, boolean[] inside) {
        long[] counts = new long[LEVELS];
        long total = 0;
        double sum = 0;
        for (int i = 0; i < tone.length; i++) {
            if (inside[i]) {
                int level = Math.clamp(Math.round(tone[i]), 0, LEVELS - 1);
                counts[level]++;
                total++;
                sum += level;
            }
        }
        double best = 0;
        double threshold = Double.NaN;
        long below = 0;
        double sumBelow = 0;
        for (int level = 0; level < LEVELS - 1; level++) {
            below += counts[level];
            sumBelow += (double) level * counts[level];
            if (below == 0 || below == total) {
                continue;
            }
            double apart = (sum - sumBelow) / (total - below) - sumBelow / below;
            double between = apart * apart * below * (total - below);
            if (between > best && apart > APART) {
                best = between;
                threshold = level + 0.5;
            }
        }
        return threshold;
    }

    /**
     * The body of a drawing: all that its ink encloses, without the seam along its outer edge, where ink and ground
     * mix.
     *
     * @param ink 0 to 1 for each pixel
     */
    static boolean[] body(float[] ink, int width, int height) {
        boolean[] outside = new boolean[ink.length];
        int[] stack = new int[ink.length];
        int waiting = 0;
        for (int i = 0; i < ink.length; i++) {
            int x = i % width;
            int y = i / width;
            if (ink[i] < 0.5 && (x == 0 || y == 0 || x == width - 1 || y == height - 1)) {
                outside[i] = true;
                stack[waiting++] = i;
            }
        }
        while (waiting > 0) {
            int i = stack[--waiting];
            int x = i % width;
            int[] around = {x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width};
            for (int next : around) {
                if (next >= 0 && next < ink.length && !outside[next] && ink[next] < 0.5) {
                    outside[next] = true;
                    stack[waiting++] = next;
                }
            }
        }
        boolean[] body = new boolean[ink.length];
        for (int i = 0; i < body.length; i++) {
            body[i] = !near(outside, i % width, i / width, width, height);
        }
        return body;
    }

    private static boolean near(boolean[] outside, int x, int y, int width, int height) {
        for (int dy = -SEAM; dy <= SEAM; dy++) {
            for (int dx = -SEAM; dx <= SEAM; dx++) {
                int px = x + dx;
                int py = y + dy;
                if (px < 0 || py < 0 || px >= width || py >= height || outside[py * width + px]) {
                    return true;
                }
            }
        }
        return false;
    }
}
