package org.touchstone.matcher.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * PDQ, the perceptual hash for copies of whole pictures that Facebook's ThreatExchange describes (The TMK+PDQF
 * video-hashing algorithm and the PDQ image-hashing algorithm, 2019): 256 signs of low frequencies against their
 * median.
 *
 * @param bits four words, bit 0 of the first word for the lowest frequency in both directions
 * @param quality 0 to 100: how much there is to see; hashes below {@link #LEAST_QUALITY} say nothing
 */
@SuppressWarnings("ArrayRecordComponent") // compared by distance, not by equals
record Pdq(long[] bits, int quality) {
    static final int LEAST_QUALITY = 50;

    /** Greatest distance at which two pictures count as copies. */
    static final int COPY_DISTANCE = 31;

    /** Shorter side in pixels below which there is nothing to see. */
    private static final int LEAST_SIDE = 5;

    private static final int SIDE = 64;
    private static final int KEPT = 16;
    private static final float[] COSINES = cosines();

    /** Hashes a picture of any size. */
    static Pdq of(Pixels picture) {
        float[] tile = tile(picture);
        return new Pdq(signs(frequencies(tile)), quality(picture, tile));
    }

    /**
     * Hashes a picture as it is and as it looks turned by quarters and mirrored: eight hashes from one transform.
     *
     * @return the picture's own first, then in the order of {@link #turned}
     */
    static List<Pdq> dihedral(Pixels picture) {
        float[] tile = tile(picture);
        float[] frequencies = frequencies(tile);
        int quality = quality(picture, tile);
        return IntStream.range(0, 8)
                .mapToObj(way -> new Pdq(signs(turned(frequencies, way)), quality))
                .toList();
    }

    /**
     * The frequencies of a picture that is turned or mirrored: to mirror it changes the sign of every other row or
     * column, to swap its sides transposes.
     *
     * @param way sum of 1 for left and right exchanged, 2 for top and bottom exchanged, and then 4 for rows and columns
     *     exchanged: so 5 is a quarter turn to the left, 6 one to the right, 3 half a turn
     */
    static float[] turned(float[] frequencies, int way) {
        float[] out = new float[KEPT * KEPT];
        for (int row = 0; row < KEPT; row++) {
            for (int column = 0; column < KEPT; column++) {
                boolean minus = ((way & 1) != 0 && column % 2 == 0) ^ ((way & 2) != 0 && row % 2 == 0);
                int to = (way & 4) == 0 ? row * KEPT + column : column * KEPT + row;
                out[to] = minus ? -frequencies[row * KEPT + column] : frequencies[row * KEPT + column];
            }
        }
        return out;
    }

    /** The picture reduced to 64 x 64 values of luminance, smoothed on the way. */
    private static float[] tile(Pixels picture) {
        Pixels small = picture.within(1024);
        float[] plane = small.luminance();
        int w = small.width();
        int h = small.height();
        for (int pass = 0; pass < 2; pass++) {
            plane = boxRows(plane, w, h, window(w));
            plane = boxColumns(plane, w, h, window(h));
        }
        float[] tile = new float[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            int sy = (int) ((y + 0.5) * h / SIDE);
            for (int x = 0; x < SIDE; x++) {
                tile[y * SIDE + x] = plane[sy * w + (int) ((x + 0.5) * w / SIDE)];
            }
        }
        return tile;
    }

    /** Number of bits, 0 to 256, in which two hashes differ. */
    static int distance(long[] a, long[] b) {
        return Long.bitCount(a[0] ^ b[0])
                + Long.bitCount(a[1] ^ b[1])
                + Long.bitCount(a[2] ^ b[2])
                + Long.bitCount(a[3] ^ b[3]);
    }

    boolean telling() {
        return quality >= LEAST_QUALITY;
    }

    /** Width of the averaging window that brings a side down to 64 samples in two passes. */
    private static int window(int size) {
        return (size + 2 * SIDE - 1) / (2 * SIDE);
    }

    /** Moving average along rows; near the edges over the part of the window that lies inside. */
    private static float[] boxRows(float[] plane, int w, int h, int window) {
        int right = window / 2;
        int left = window - 1 - right;
        float[] out = new float[plane.length];
        for (int y = 0; y < h; y++) {
            int row = y * w;
            double sum = 0;
            for (int x = 0; x < Math.min(right, w); x++) {
                sum += plane[row + x];
            }
            for (int x = 0; x < w; x++) {
                if (x + right < w) {
                    sum += plane[row + x + right];
                }
                if (x - left - 1 >= 0) {
                    sum -= plane[row + x - left - 1];
                }
                out[row + x] = (float) (sum / (Math.min(w - 1, x + right) - Math.max(0, x - left) + 1));
            }
        }
        return out;
    }

    /** The same along columns, all of them at once. */
    private static float[] boxColumns(float[] plane, int w, int h, int window) {
        int below = window / 2;
        int above = window - 1 - below;
        float[] out = new float[plane.length];
        double[] sums = new double[w];
        for (int y = -below; y < h; y++) {
            if (y + below < h) {
                add(sums, plane, (y + below) * w, 1);
            }
            if (y - above - 1 >= 0) {
                add(sums, plane, (y - above - 1) * w, -1);
            }
            if (y >= 0) {
                int rows = Math.min(h - 1, y + below) - Math.max(0, y - above) + 1;
                for (int x = 0; x < w; x++) {
                    out[y * w + x] = (float) (sums[x] / rows);
                }
            }
        }
        return out;
    }

    private static void add(double[] sums, float[] plane, int from, int sign) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += sign * plane[from + x];
        }
    }

    private static int quality(Pixels picture, float[] tile) {
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            return 0;
        }
        int sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float here = tile[y * SIDE + x];
                if (y + 1 < SIDE) {
                    sum += (int) Math.abs((here - tile[(y + 1) * SIDE + x]) * 100 / 255);
                }
                if (x + 1 < SIDE) {
                    sum += (int) Math.abs((here - tile[y * SIDE + x + 1]) * 100 / 255);
                }
            }
        }
        return Math.min(100, sum / 90);
    }

    private static float[] cosines() {
        float[] d = new float[KEPT * SIDE];
        for (int i = 0; i < KEPT; i++) {
            for (int j = 0; j < SIDE; j++) {
                d[i * SIDE + j] =
                        (float) (Math.sqrt(2.0 / SIDE) * Math.cos(Math.PI / (2 * SIDE) * (i + 1) * (2 * j + 1)));
            }
        }
        return d;
    }

    private static float[] frequencies(float[] tile) {
        float[] half = new float[KEPT * SIDE];
        for (int i = 0; i < KEPT; i++) {
            for (int x = 0; x < SIDE; x++) {
                float sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += COSINES[i * SIDE + y] * tile[y * SIDE + x];
                }
                half[i * SIDE + x] = sum;
            }
        }
        float[] out = new float[KEPT * KEPT];
        for (int i = 0; i < KEPT; i++) {
            for (int j = 0; j < KEPT; j++) {
                float sum = 0;
                for (int x = 0; x < SIDE; x++) {
                    sum += half[i * SIDE + x] * COSINES[j * SIDE + x];
                }
                out[i * KEPT + j] = sum;
            }
        }
        return out;
    }

    static long[] signs(float[] frequencies) {
        float[] sorted = frequencies.clone();
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2 - 1];
        long[] bits = new long[4];
        for (int i = 0; i < frequencies.length; i++) {
            if (frequencies[i] > median) {
                bits[i >> 6] |= 1L << (i & 63);
            }
        }
        return bits;
    }
}
