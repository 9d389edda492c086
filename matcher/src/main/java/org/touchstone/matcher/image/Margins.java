package org.touchstone.matcher.image;

import org.touchstone.hit.Box;

/** Finds the plain margins around a picture: a frame that somebody added, or the ground of a packshot. */
final class Margins {
    /** Levels by which the pixels of a plain row may differ on average from its mean, and its mean from the edge's. */
    private static final double PLAIN = 4;

    /** Share of a side that is looked at from either end. */
    private static final double DEEPEST = 0.4;

    /** Margins narrower than this share of a side are left. */
    private static final double THINNEST = 0.01;

    private Margins() {}

    /** What lies within the margins; the whole picture where there are none. */
    static Box within(float[] luminance, int width, int height) {
        int top = depth(luminance, height, width, 0, width, 1);
        int bottom = depth(luminance, height, width, (height - 1) * width, -width, 1);
        int left = depth(luminance, width, height, 0, 1, width);
        int right = depth(luminance, width, height, width - 1, -1, width);
        return new Box(left, top, width - left - right, height - top - bottom);
    }

    /** Plain lines from one side; {@code step} leads from line to line, {@code along} from pixel to pixel. */
    private static int depth(float[] plane, int lines, int length, int start, int step, int along) {
        double edge = mean(plane, start, length, along);
        int deepest = (int) (DEEPEST * lines);
        int depth = 0;
        while (depth < deepest) {
            int at = start + depth * step;
            double mean = mean(plane, at, length, along);
            if (Math.abs(mean - edge) > PLAIN || spread(plane, at, length, along, mean) > PLAIN) {
                break;
            }
            depth++;
        }
        return depth < THINNEST * lines ? 0 : depth;
    }

    private static double mean(float[] plane, int at, int length, int along) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += plane[at + i * along];
        }
        return sum / length;
    }

    private static double spread(float[] plane, int at, int length, int along, double mean) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += Math.abs(plane[at + i * along] - mean);
        }
        return sum / length;
    }
}
