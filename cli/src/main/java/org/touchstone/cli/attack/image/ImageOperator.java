package org.touchstone.cli.attack.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A way to alter a mark's picture, with the strengths in which it is tried. Stateless and thread-safe.
 *
 * @param key name in kebab-case; {@code attack.image.KEY} of the messages describes it
 * @param stage what it alters
 * @param weak whether the result is another sign by nature, so that missing it is no blind spot
 * @param levels the strengths, mildest first; at least one
 * @param alteration what it does
 */
public record ImageOperator(String key, Stage stage, boolean weak, List<Level> levels, Alteration alteration) {
    /** Longest side of a picture that is altered; larger ones are shrunk first. */
    static final int LONGEST = 1024;

    /** What an operator alters. */
    enum Stage {
        /** The mark before it is put onto goods; the result may have another size. */
        MARK,
        /** The whole picture; its size stays. */
        PICTURE
    }

    public ImageOperator {
        levels = List.copyOf(levels);
    }

    static ImageOperator ofMark(String key, List<Level> levels, Alteration alteration) {
        return new ImageOperator(key, Stage.MARK, false, levels, alteration);
    }

    static ImageOperator ofPicture(String key, List<Level> levels, Alteration alteration) {
        return new ImageOperator(key, Stage.PICTURE, false, levels, alteration);
    }

    /** Levels with a label for each, a format of one number. */
    static List<Level> levels(String format, double... strengths) {
        return Arrays.stream(strengths)
                .mapToObj(strength -> new Level(strength, String.format(Locale.ROOT, format, strength)))
                .toList();
    }

    /** Levels that are shares, labelled as per cent. */
    static List<Level> shares(double... shares) {
        return Arrays.stream(shares)
                .mapToObj(share -> new Level(share, Math.round(share * 100) + "%"))
                .toList();
    }

    /**
     * Alters a picture of any type and size; its sides come out at least 1 and at most twice the longer one of the
     * picture or of {@value #LONGEST}, whichever is less.
     *
     * @param random draws what the strength leaves open, such as the direction
     */
    public BufferedImage apply(BufferedImage image, Level level, RandomGenerator random) {
        return alteration.of(Rasters.within(image, LONGEST), level.strength(), random);
    }
}
