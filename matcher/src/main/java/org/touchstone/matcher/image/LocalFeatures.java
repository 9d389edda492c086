package org.touchstone.matcher.image;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Local features of a picture: places, with their size and direction, and what they look like.
 *
 * @param x places across
 * @param y places down
 * @param size diameters, in the measure of the places
 * @param angle directions in radians, clockwise from the right
 * @param strength how clearly each stands out; the strongest come first
 * @param descriptors {@value #LENGTH} unsigned bytes for each place: RootSIFT (R. Arandjelovic and A. Zisserman, Three
 *     things everyone should know to improve object retrieval, 2012)
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of numbers; compared by nobody
record LocalFeatures(float[] x, float[] y, float[] size, float[] angle, float[] strength, byte[] descriptors) {
    /** Bytes of one descriptor: 4 x 4 squares of 8 directions. */
    static final int LENGTH = 128;

    static final LocalFeatures NONE =
            new LocalFeatures(new float[0], new float[0], new float[0], new float[0], new float[0], new byte[0]);

    int count() {
        return x.length;
    }

    /** The strongest features. */
    LocalFeatures strongest(int limit) {
        int[] order = IntStream.range(0, count())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -strength[i]))
                .limit(limit)
                .mapToInt(i -> i)
                .toArray();
        byte[] kept = new byte[order.length * LENGTH];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(descriptors, order[i] * LENGTH, kept, i * LENGTH, LENGTH);
        }
        return new LocalFeatures(
                pick(x, order), pick(y, order), pick(size, order), pick(angle, order), pick(strength, order), kept);
    }

    /** The same features in another measure: moved, then multiplied. */
    LocalFeatures measured(double left, double top, double factor) {
        float[] newX = new float[count()];
        float[] newY = new float[count()];
        float[] newSize = new float[count()];
        for (int i = 0; i < newX.length; i++) {
            newX[i] = (float) ((x[i] - left) * factor);
            newY[i] = (float) ((y[i] - top) * factor);
            newSize[i] = (float) (size[i] * factor);
        }
        return new LocalFeatures(newX, newY, newSize, angle, strength, descriptors);
    }

    /**
     * The features as a picture of reversed contrast shows them: each gradient points the other way, so directions turn
     * by half a turn and the 4 x 4 squares change places with their opposites.
     */
    LocalFeatures reversed() {
        float[] turned = new float[count()];
        byte[] swapped = new byte[descriptors.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = angle[i] + (float) Math.PI;
            for (int square = 0; square < 16; square++) {
                System.arraycopy(descriptors, i * LENGTH + square * 8, swapped, i * LENGTH + (15 - square) * 8, 8);
            }
        }
        return new LocalFeatures(x, y, size, turned, strength, swapped);
    }

    /**
     * The features as the picture's mirror image shows them, left and right exchanged. Beside its direction a feature
     * looks the same with its two sides exchanged: the rows of squares change places, and in them the directions turn
     * the other way.
     *
     * @param width of the picture, in the measure of the places
     */
    LocalFeatures mirrored(double width) {
        float[] newX = new float[count()];
        float[] turned = new float[count()];
        byte[] swapped = new byte[descriptors.length];
        for (int i = 0; i < newX.length; i++) {
            newX[i] = (float) (width - x[i]);
            turned[i] = (float) Math.PI - angle[i];
            for (int bin = 0; bin < LENGTH; bin++) {
                int square = bin / 8;
                int opposite = (3 - square / 4) * 4 + square % 4;
                swapped[i * LENGTH + opposite * 8 + (8 - bin % 8) % 8] = descriptors[i * LENGTH + bin];
            }
        }
        return new LocalFeatures(newX, y, size, turned, strength, swapped);
    }

    LocalFeatures plus(LocalFeatures that) {
        byte[] both = Arrays.copyOf(descriptors, descriptors.length + that.descriptors.length);
        System.arraycopy(that.descriptors, 0, both, descriptors.length, that.descriptors.length);
        return new LocalFeatures(
                join(x, that.x),
                join(y, that.y),
                join(size, that.size),
                join(angle, that.angle),
                join(strength, that.strength),
                both);
    }

    private static float[] join(float[] a, float[] b) {
        float[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    private static float[] pick(float[] values, int[] order) {
        float[] out = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            out[i] = values[order[i]];
        }
        return out;
    }
}
