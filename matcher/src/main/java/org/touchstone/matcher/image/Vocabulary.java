package org.touchstone.matcher.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.touchstone.indexer.VisualWords;

/**
 * Gives local features their visual words. The upper and the lower half of a descriptor are each given the nearest of
 * {@value #CENTRES} centres, and the word is the pair (A. Babenko and V. Lempitsky, The inverted multi-index, 2012); the
 * signature says on which side of some planes through the centres the halves lie (H. Jegou, M. Douze and C. Schmid, Hamming
 * embedding and weak geometric consistency for large scale image search, 2008). The lower half is read from its end, so
 * that reversed contrast makes the halves change places and nothing else. Immutable and thread-safe.
 */
final class Vocabulary {
    /** Centres that a half is near to, looked at in a search. */
    static final int NEAR = 8;

    static final int CENTRES = 256;
    static final int HALF = LocalFeatures.LENGTH / 2;
    private static final int SQUARE = 8;
    private static final int SQUARES = HALF / SQUARE;

    /** Bits of a half's signature. */
    static final int PLANES = 32;

    private static final String RESOURCE = "vocabulary.bin";
    private static final Vocabulary BUNDLED = read();

    /** For each dimension in turn the values of all centres. */
    private final float[] centres = new float[HALF * CENTRES];

    /** For each centre half its squared length. */
    private final float[] weights = new float[CENTRES];

    /** For each dimension in turn the normals of all planes. */
    private final float[] normals = new float[HALF * PLANES];

    /** For each centre where it lies against all planes. */
    private final float[] offsets = new float[CENTRES * PLANES];

    /**
     * @param given centres, {@value #HALF} bytes each
     * @param planes normals of planes, {@value #HALF} signed bytes each
     */
    Vocabulary(byte[] given, byte[] planes) {
        for (int centre = 0; centre < CENTRES; centre++) {
            for (int d = 0; d < HALF; d++) {
                float value = given[centre * HALF + d] & 0xff;
                centres[d * CENTRES + centre] = value;
                weights[centre] += value * value / 2;
            }
        }
        for (int plane = 0; plane < PLANES; plane++) {
            for (int d = 0; d < HALF; d++) {
                normals[d * PLANES + plane] = planes[plane * HALF + d];
            }
        }
        float[] half = new float[HALF];
        for (int centre = 0; centre < CENTRES; centre++) {
            for (int d = 0; d < HALF; d++) {
                half[d] = centres[d * CENTRES + centre];
            }
            System.arraycopy(product(half, normals, PLANES), 0, offsets, centre * PLANES, PLANES);
        }
    }

    static Vocabulary bundled() {
        return BUNDLED;
    }

    private static Vocabulary read() {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(RESOURCE), RESOURCE);
                DataInputStream data = new DataInputStream(in)) {
            return new Vocabulary(data.readNBytes(CENTRES * HALF), data.readNBytes(PLANES * HALF));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Halves of descriptors, each with the centres it is near to.
     *
     * @param centre {@value #NEAR} for each half, the nearest first; upper and lower half of each feature in turn
     * @param distance squared distances from them, but for a constant of each half
     * @param signature for each of these centres
     */
    @SuppressWarnings("ArrayRecordComponent") // private working table
    record Halves(int[] centre, float[] distance, int[] signature) {
        int word(int upper, int lower) {
            return centre[upper] << 8 | centre[lower];
        }

        long signature(int upper, int lower) {
            return (long) signature[upper] << 32 | Integer.toUnsignedLong(signature[lower]);
        }
    }

    /** The words of a mark's features. */
    VisualWords words(LocalFeatures features) {
        Halves halves = halves(features, features.count(), 1);
        int n = features.count();
        VisualWords out = new VisualWords(new int[n], new long[n], new int[n]);
        for (int i = 0; i < n; i++) {
            out.words()[i] = halves.word(2 * i, 2 * i + 1);
            out.signatures()[i] = halves.signature(2 * i, 2 * i + 1);
            out.places()[i] =
                    FeaturePlace.pack(features.x()[i], features.y()[i], features.size()[i], features.angle()[i]);
        }
        return out;
    }

    /**
     * The halves of the first so many features.
     *
     * @param near how many centres to each half, up to {@value #NEAR}
     */
    Halves halves(LocalFeatures features, int count, int near) {
        int n = 2 * count;
        Halves out = new Halves(new int[n * near], new float[n * near], new int[n * near]);
        float[] half = new float[HALF];
        for (int i = 0; i < n; i++) {
            take(features.descriptors(), i, half);
            float[] distances = product(half, centres, CENTRES);
            float[] sides = product(half, normals, PLANES);
            for (int centre = 0; centre < CENTRES; centre++) {
                distances[centre] = weights[centre] - distances[centre];
            }
            for (int k = 0; k < near; k++) {
                int nearest = nearest(distances);
                out.centre[i * near + k] = nearest;
                out.distance[i * near + k] = distances[nearest];
                out.signature[i * near + k] = signature(sides, nearest);
                distances[nearest] = Float.MAX_VALUE;
            }
        }
        return out;
    }

    /** Half a descriptor: the squares from the first on, or from the last back. */
    static void take(byte[] descriptors, int number, float[] half) {
        int from = number / 2 * LocalFeatures.LENGTH;
        for (int square = 0; square < SQUARES; square++) {
            int at = from + SQUARE * (number % 2 == 0 ? square : 2 * SQUARES - 1 - square);
            for (int bin = 0; bin < SQUARE; bin++) {
                half[square * SQUARE + bin] = descriptors[at + bin] & 0xff;
            }
        }
    }

    /** Inner products with vectors that stand side by side. */
    private static float[] product(float[] half, float[] vectors, int count) {
        float[] out = new float[count];
        for (int d = 0; d < HALF; d += 4) { // four at a time: most of the work is to read and write the sums
            float first = half[d];
            float second = half[d + 1];
            float third = half[d + 2];
            float fourth = half[d + 3];
            int at = d * count;
            for (int i = 0; i < count; i++) {
                out[i] += first * vectors[at + i]
                        + second * vectors[at + count + i]
                        + third * vectors[at + 2 * count + i]
                        + fourth * vectors[at + 3 * count + i];
            }
        }
        return out;
    }

    private static int nearest(float[] distances) {
        int best = 0;
        for (int i = 1; i < distances.length; i++) {
            if (distances[i] < distances[best]) {
                best = i;
            }
        }
        return best;
    }

    private int signature(float[] sides, int centre) {
        int bits = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            bits |= (sides[plane] > offsets[centre * PLANES + plane] ? 1 : 0) << plane;
        }
        return bits;
    }
}
