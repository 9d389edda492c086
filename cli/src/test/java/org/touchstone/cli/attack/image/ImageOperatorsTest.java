package org.touchstone.cli.attack.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImageOperatorsTest {
    private static ImageOperator named(String key) {
        return ImageOperators.ALL.stream()
                .filter(operator -> operator.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static BufferedImage applied(String key, int level, BufferedImage image) {
        ImageOperator operator = named(key);
        return operator.apply(image, operator.levels().get(level), new SplittableRandom(1));
    }

    /** Noise of any colours, half of it transparent. */
    private static BufferedImage noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = Rasters.empty(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    /** A dark disc and a red bar beside it, on nothing. */
    static BufferedImage mark() {
        BufferedImage image = Rasters.empty(120, 80);
        Graphics2D pen = Rasters.smooth(image);
        pen.setColor(new Color(0x203060));
        pen.fillOval(4, 10, 60, 60);
        pen.setColor(new Color(0xc02020));
        pen.fillRect(74, 20, 40, 16);
        pen.dispose();
        return image;
    }

    @Property(tries = 60)
    void anyPictureGivesTheSamePixelsForTheSameSeedWithinTheSizeLimits(
            @ForAll @IntRange(min = 1, max = 41) int width,
            @ForAll @IntRange(min = 1, max = 41) int height,
            @ForAll long seed) {
        BufferedImage image = noise(width, height, seed);
        int[] before = Rasters.pixels(image);
        for (ImageOperator operator : ImageOperators.ALL) {
            for (Level level : operator.levels()) {
                BufferedImage one = operator.apply(image, level, new SplittableRandom(seed));
                BufferedImage two = operator.apply(image, level, new SplittableRandom(seed));
                String name = operator.key() + " " + level.label() + " of " + width + " x " + height;
                assertThat(Rasters.pixels(one)).as(name).isEqualTo(Rasters.pixels(two));
                assertThat(one.getType()).as(name).isEqualTo(BufferedImage.TYPE_INT_ARGB);
                assertThat(Math.max(one.getWidth(), one.getHeight()))
                        .as(name)
                        .isBetween(1, 2 * Math.max(width, height));
                if (operator.stage() == ImageOperator.Stage.PICTURE) {
                    assertThat(one.getWidth()).as(name).isEqualTo(width);
                    assertThat(one.getHeight()).as(name).isEqualTo(height);
                }
            }
        }
        assertThat(Rasters.pixels(image)).isEqualTo(before);
    }

    @Test
    void largePictureOfAnyTypeIsShrunkFirst() {
        BufferedImage image = new BufferedImage(3000, 7, BufferedImage.TYPE_BYTE_GRAY);
        for (String key : List.of("untouched", "rotate", "perspective", "jpeg")) {
            assertThat(applied(key, 0, image).getWidth()).as(key).isBetween(1, 2 * ImageOperator.LONGEST);
        }
    }

    @Test
    void thereAreManyAndNamesTellThemApart() {
        assertThat(ImageOperators.ALL).hasSizeGreaterThanOrEqualTo(20);
        assertThat(ImageOperators.ALL)
                .extracting(ImageOperator::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
        assertThat(ImageOperators.ALL)
                .allSatisfy(operator -> assertThat(operator.levels())
                        .hasSizeBetween(1, 3)
                        .extracting(Level::label)
                        .doesNotHaveDuplicates());
        assertThat(ImageOperators.ALL)
                .filteredOn(ImageOperator::weak)
                .extracting(ImageOperator::key)
                .containsExactly("mirror");
    }

    @Test
    void everyOperatorButOneChangesAMark() {
        int[] before = Rasters.pixels(mark());
        for (ImageOperator operator : ImageOperators.ALL) {
            for (int level = 0; level < operator.levels().size(); level++) {
                int[] after = Rasters.pixels(applied(operator.key(), level, mark()));
                assertThat(java.util.Arrays.equals(after, before))
                        .as(operator.key())
                        .isEqualTo(operator.key().equals("untouched"));
            }
        }
    }

    @Test
    void operatorDoesWhatItIsNamedAfter() {
        BufferedImage mark = mark();

        assertThat(applied("scale", 0, mark)).returns(72, BufferedImage::getWidth);
        assertThat(applied("rotate", 2, mark))
                .returns(80, BufferedImage::getWidth)
                .returns(120, BufferedImage::getHeight);
        assertThat(applied("mirror", 0, mark).getRGB(120 - 1 - 80, 28)).isEqualTo(0xffc02020);
        assertThat(applied("invert", 0, mark).getRGB(80, 28)).isEqualTo(0xff3fdfdf);
        assertThat(applied("faded", 1, mark).getRGB(80, 28) >>> 24).isEqualTo(64);
        assertThat(applied("one-ink", 1, mark).getRGB(30, 40) & 0xffffff)
                .isEqualTo(applied("one-ink", 1, mark).getRGB(1, 1) & 0xffffff);
        assertThat(applied("emboss", 0, mark).getRGB(34, 40) >>> 24).as("flat").isZero();
        assertThat(applied("outline", 0, mark).getRGB(94, 20) >>> 24)
                .as("edge of the lighter ink")
                .isGreaterThan(200);
        assertThat(applied("outline", 0, mark).getRGB(94, 28) >>> 24)
                .as("middle of the lighter ink")
                .isLessThan(50);
        BufferedImage cropped = applied("crop", 1, mark);
        assertThat(cropped.getWidth() * cropped.getHeight()).isEqualTo(120 * 80 * 6 / 10);
        assertThat(Rasters.lightness(applied("shadow", 2, Rasters.each(mark, pixel -> -1))
                                .getRGB(0, 0))
                        + Rasters.lightness(applied("shadow", 2, Rasters.each(mark, pixel -> -1))
                                .getRGB(119, 79)))
                .as("one corner lit, the other not")
                .isBetween(1.1, 1.3);
    }

    @Test
    void mildLevelsChangeLessThanStrongOnes() {
        BufferedImage photo = Goods.SHIRT.draw(true, new SplittableRandom(3));
        for (String key : List.of("blur", "noise", "gamma", "jpeg", "downsample", "texture", "shadow")) {
            int last = named(key).levels().size() - 1;
            assertThat(difference(photo, applied(key, 0, photo)))
                    .as(key)
                    .isPositive()
                    .isLessThan(difference(photo, applied(key, last, photo)));
        }
    }

    private static double difference(BufferedImage one, BufferedImage two) {
        int[] a = Rasters.pixels(one);
        int[] b = Rasters.pixels(two);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(Rasters.lightness(a[i]) - Rasters.lightness(b[i]));
        }
        return sum;
    }
}
