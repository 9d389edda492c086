package org.touchstone.benchmarks.invented;

import java.awt.Color;
import java.util.Random;

/**
 * What a mark is printed with: one to three inks on a ground that they stand out from.
 *
 * @param ground under the mark
 * @param main the ink of most of it
 * @param second the same as the main one where there are fewer inks
 * @param third the same as the second one where there are fewer inks
 */
record Inks(Color ground, Color main, Color second, Color third) {
    /** Least difference in brightness, 0 to 255, between an ink and the ground. */
    private static final double STANDS_OUT = 70;

    static Inks of(Random random) {
        Color ground = random.nextInt(4) > 0 ? Color.WHITE : any(random);
        Color main = random.nextInt(4) == 0 && brightness(ground) > 128 ? Color.BLACK : on(ground, random);
        int inks = 1 + random.nextInt(3);
        Color second = inks > 1 ? on(ground, random) : main;
        return new Inks(ground, main, second, inks > 2 ? on(ground, random) : second);
    }

    private static Color on(Color ground, Random random) {
        Color ink = any(random);
        while (Math.abs(brightness(ink) - brightness(ground)) < STANDS_OUT) {
            ink = any(random);
        }
        return ink;
    }

    private static Color any(Random random) {
        return Color.getHSBColor(random.nextFloat(), (float) Math.sqrt(random.nextFloat()), random.nextFloat());
    }

    private static double brightness(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    }
}
