package org.touchstone.cli.attack.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.touchstone.hit.Box;

/**
 * A made photo: an altered mark on goods.
 *
 * @param picture opaque
 * @param place where the mark stands
 */
record Photo(BufferedImage picture, Box place) {
    /** Most pixels from the middle that a mark is set off. */
    private static final int OFF = 20;

    /**
     * Alters a mark and puts it onto goods on which it stands out. All levels of an operator draw the same random
     * numbers, so that only the strength differs among them.
     *
     * @param mark as {@link Cutout} gives it
     * @param name tells the mark from others
     */
    static Photo of(BufferedImage mark, String name, ImageOperator operator, Level level, long seed) {
        SplittableRandom random =
                new SplittableRandom((seed * 31 + operator.key().hashCode()) * 31 + name.hashCode());
        Goods goods = Goods.values()[random.nextInt(Goods.values().length)];
        SplittableRandom placing = random.split();
        SplittableRandom altering = random.split();
        if (operator.stage() == ImageOperator.Stage.PICTURE) {
            Photo photo = placed(mark, goods, lightness(mark) < 0.5, placing);
            return new Photo(operator.apply(photo.picture(), level, altering), photo.place());
        }
        // the goods suit the mildest level, so that the others stand on the same
        BufferedImage mild = operator.apply(mark, operator.levels().getFirst(), altering.split());
        BufferedImage altered = operator.apply(mark, level, altering);
        return placed(altered, goods, lightness(mild) < 0.5, placing);
    }

    private static Photo placed(BufferedImage mark, Goods goods, boolean light, RandomGenerator random) {
        BufferedImage picture = goods.draw(light, random);
        BufferedImage fitting = Rasters.within(mark, Goods.SIZE - 2 * OFF);
        int x = (Goods.SIZE - fitting.getWidth()) / 2 + random.nextInt(-OFF, OFF + 1);
        int y = (Goods.SIZE - fitting.getHeight()) / 2 + random.nextInt(-OFF, OFF + 1);
        Graphics2D pen = picture.createGraphics();
        pen.drawImage(fitting, x, y, null);
        pen.dispose();
        return new Photo(picture, new Box(x, y, fitting.getWidth(), fitting.getHeight()));
    }

    /** How light the ink is on the whole, 0 to 1; 0 where there is none. */
    private static double lightness(BufferedImage mark) {
        double sum = 0;
        double alphas = 0;
        for (int pixel : Rasters.pixels(mark)) {
            int alpha = pixel >>> 24;
            sum += alpha * Rasters.lightness(pixel);
            alphas += alpha;
        }
        return alphas == 0 ? 0 : sum / alphas;
    }
}
