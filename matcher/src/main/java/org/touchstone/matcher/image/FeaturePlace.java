package org.touchstone.matcher.image;

/**
 * Where a mark's local feature stands, in 32 bits: its place to a two-hundredth of the mark's length, its size to a
 * fiftieth, its direction to a degree and a half.
 */
final class FeaturePlace {
    private static final double ACROSS = 200;
    private static final double OCTAVE = 32;
    private static final double CIRCLE = 256 / (2 * Math.PI);

    /** Size, in the mark's length, that is packed as 0. */
    private static final double SMALLEST = 1 / 128.0;

    private FeaturePlace() {}

    static int pack(float x, float y, float size, float angle) {
        int s = (int) Math.clamp(Math.round(Math.log(size / SMALLEST) / Math.log(2) * OCTAVE), 0, 255);
        int a = (int) Math.round(angle * CIRCLE) & 0xff;
        return signed(x) << 24 | (signed(y) & 0xff) << 16 | s << 8 | a;
    }

    private static int signed(float place) {
        return (int) Math.clamp(Math.round(place * ACROSS), -128, 127);
    }

    static float x(int packed) {
        return (float) ((packed >> 24) / ACROSS);
    }

    static float y(int packed) {
        return (float) ((byte) (packed >> 16) / ACROSS);
    }

    static float size(int packed) {
        return (float) (SMALLEST * Math.pow(2, (packed >> 8 & 0xff) / OCTAVE));
    }

    static float angle(int packed) {
        return (float) ((packed & 0xff) / CIRCLE);
    }
}
