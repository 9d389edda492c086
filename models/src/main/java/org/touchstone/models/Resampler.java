package org.touchstone.models;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Stretches an image the way the training did: an axis that shrinks by the mean of what falls together, with parts of
 * pixels counted as parts; an axis that grows linearly between the pixels' middles.
 */
final class Resampler {
    private Resampler() {}

    /** Red, green, blue of each pixel, row by row, 0 to 255. */
    static float[] rgb(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height && image.getType() == BufferedImage.TYPE_INT_RGB) {
            return unpacked(image);
        }
        BufferedImage plain = plain(image);
        Raster raster = plain.getRaster();
        Taps across = Taps.of(plain.getWidth(), width);
        Taps down = Taps.of(plain.getHeight(), height);
        byte[] row = new byte[3 * plain.getWidth()];
        float[] narrow = new float[3 * width];
        float[] out = new float[3 * width * height];
        for (int y = 0; y < plain.getHeight(); y++) {
            raster.getDataElements(0, y, plain.getWidth(), 1, row); // as red, green, blue, whatever the memory's order
            across.apply(row, narrow);
            down.add(y, narrow, out);
        }
        return out;
    }

    /** What a crop already has, if it was cut in the model's size. */
    private static float[] unpacked(BufferedImage image) {
        int[] pixels = (int[]) image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null);
        float[] out = new float[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            out[3 * i] = (pixels[i] >> 16) & 0xff;
            out[3 * i + 1] = (pixels[i] >> 8) & 0xff;
            out[3 * i + 2] = pixels[i] & 0xff;
        }
        return out;
    }

    private static BufferedImage plain(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = plain.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return plain;
    }

    /** Which source pixels make each target pixel of an axis, and with what weight. */
    private static final class Taps {
        private final int[] first;
        private final float[][] weights;

        private Taps(int[] first, float[][] weights) {
            this.first = first;
            this.weights = weights;
        }

        static Taps of(int from, int to) {
            int[] first = new int[to];
            float[][] weights = new float[to][];
            double scale = (double) from / to;
            for (int i = 0; i < to; i++) {
                if (scale > 1) {
                    double start = i * scale;
                    double end = Math.min(from, start + scale);
                    first[i] = (int) start;
                    weights[i] = new float[Math.max(1, (int) Math.ceil(end - 1e-9) - first[i])];
                    for (int k = 0; k < weights[i].length; k++) {
                        double covered = Math.min(end, first[i] + k + 1) - Math.max(start, first[i] + k);
                        weights[i][k] = (float) (covered / (end - start));
                    }
                } else {
                    double middle = Math.clamp((i + 0.5) * scale - 0.5, 0, from - 1);
                    first[i] = Math.min((int) middle, Math.max(0, from - 2));
                    float part = (float) (middle - first[i]);
                    weights[i] = from == 1 ? new float[] {1} : new float[] {1 - part, part};
                }
            }
            return new Taps(first, weights);
        }

        /** Makes a row of target pixels. */
        void apply(byte[] row, float[] target) {
            for (int i = 0; i < first.length; i++) {
                float red = 0;
                float green = 0;
                float blue = 0;
                int at = 3 * first[i];
                for (float weight : weights[i]) {
                    red += weight * (row[at] & 0xff);
                    green += weight * (row[at + 1] & 0xff);
                    blue += weight * (row[at + 2] & 0xff);
                    at += 3;
                }
                target[3 * i] = red;
                target[3 * i + 1] = green;
                target[3 * i + 2] = blue;
            }
        }

        /** Adds a source row to all target rows that it has a part in. */
        void add(int y, float[] row, float[] out) {
            // Rows come in order and spans rise, so the rows concerned are found by halving.
            int low = 0;
            int high = first.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (first[middle] + weights[middle].length <= y) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int i = low; i < first.length && first[i] <= y; i++) {
                float weight = weights[i][y - first[i]];
                int at = i * row.length;
                for (int k = 0; k < row.length; k++) {
                    out[at + k] += weight * row[k];
                }
            }
        }
    }
}
