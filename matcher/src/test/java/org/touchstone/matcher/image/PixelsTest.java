package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelsTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;

    private static BufferedImage image(int type) {
        Random random = new Random(3);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void ofTakesTheColoursThatTheImageHas(int type) {
        BufferedImage image = image(type);
        Pixels pixels = Pixels.of(image, Color.BLACK, 100);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Color colour = new Color(image.getRGB(x, y), true);
                float cover = colour.getAlpha() / 255f;
                assertThat(pixels.red()[y * WIDTH + x]).isEqualTo(cover * colour.getRed());
                assertThat(pixels.green()[y * WIDTH + x]).isEqualTo(cover * colour.getGreen());
                assertThat(pixels.blue()[y * WIDTH + x]).isEqualTo(cover * colour.getBlue());
            }
        }
    }

    @Property
    void cropIsThePictureWhereItReachesAndTheEdgeOrTheGroundElsewhere(
            @ForAll @IntRange(min = -12, max = 12) int left,
            @ForAll @IntRange(min = -12, max = 12) int top,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll boolean filled) {
        Pixels pixels = Pixels.of(image(BufferedImage.TYPE_INT_RGB), Color.BLACK, 100);
        float[] fill = {1, 2, 3};
        Pixels crop = pixels.crop(left, top, width, height, filled ? fill : null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sx = left + x;
                int sy = top + y;
                boolean inside = sx >= 0 && sy >= 0 && sx < WIDTH && sy < HEIGHT;
                int from = Math.clamp(sy, 0, HEIGHT - 1) * WIDTH + Math.clamp(sx, 0, WIDTH - 1);
                float expected = filled && !inside ? fill[1] : pixels.green()[from];
                assertThat(crop.green()[y * width + x]).isEqualTo(expected);
            }
        }
    }

    @Property
    void takeSamplesAnUprightSquareAsItLiesBetweenThePixels(
            @ForAll @DoubleRange(min = -9, max = 9) double left,
            @ForAll @DoubleRange(min = -9, max = 9) double top,
            @ForAll @DoubleRange(min = 0.05, max = 3) double step) {
        Pixels pixels = Pixels.of(image(BufferedImage.TYPE_INT_RGB), Color.BLACK, 100);
        int[] packed = new int[16];
        pixels.take(left, top, step, 4, packed);
        for (int i = 0; i < packed.length; i++) {
            int row = i / 4;
            double x = left + (i % 4 + 0.5) * step - 0.5;
            double y = top + (row + 0.5) * step - 0.5;
            int there = pixels.at((float) x, (float) y);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat((packed[i] >> shift & 0xff) - (there >> shift & 0xff))
                        .isBetween(-1, 1);
            }
        }
    }
}
