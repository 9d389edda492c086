package org.touchstone.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    /** Reds of a row of pixels; the other channels are 10 and 20. */
    private static BufferedImage row(int... reds) {
        BufferedImage image = new BufferedImage(reds.length, 1, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < reds.length; x++) {
            image.setRGB(x, 0, new Color(reds[x], 10, 20).getRGB());
        }
        return image;
    }

    private static void assertReds(float[] rgb, double... reds) {
        assertThat(rgb).hasSize(3 * reds.length);
        for (int i = 0; i < reds.length; i++) {
            assertThat(rgb[3 * i]).as("red %d", i).isCloseTo((float) reds[i], within(1e-3f));
            assertThat(rgb[3 * i + 1]).isCloseTo(10, within(1e-3f));
            assertThat(rgb[3 * i + 2]).isCloseTo(20, within(1e-3f));
        }
    }

    @Test
    void rgbSameSizeIsUnchanged() {
        assertReds(Resampler.rgb(row(0, 100, 255), 3, 1), 0, 100, 255);
    }

    @Test
    void rgbShrunkIsMeanOfWhatFallsTogether() {
        assertReds(Resampler.rgb(row(0, 100, 200, 40), 2, 1), 50, 120);
        assertReds(Resampler.rgb(row(30, 60, 90), 2, 1), (30 + 30) / 1.5, (30 + 90) / 1.5);
    }

    @Test
    void rgbGrownIsLinearBetweenMiddles() {
        assertReds(Resampler.rgb(row(0, 100), 4, 1), 0, 25, 75, 100);
        assertReds(Resampler.rgb(row(70), 3, 1), 70, 70, 70);
    }

    @Test
    void rgbShrinksDownAsAcross() {
        BufferedImage column = new BufferedImage(1, 4, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 4; y++) {
            column.setRGB(0, y, new Color(y * 40, 10, 20).getRGB());
        }
        assertReds(Resampler.rgb(column, 1, 2), 20, 100);
        assertReds(Resampler.rgb(column, 1, 8), 0, 10, 30, 50, 70, 90, 110, 120);
    }

    @Test
    void rgbOfPartOfAnImage() {
        BufferedImage image = row(1, 2, 3, 4).getSubimage(2, 0, 2, 1);
        assertReds(Resampler.rgb(image, 2, 1), 3, 4);
    }

    @Test
    void rgbOfACropInTheModelsSizeIsItsPixels() {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawImage(row(1, 2, 3, 4), 0, 0, null);
        assertReds(Resampler.rgb(image, 4, 1), 1, 2, 3, 4);
        assertReds(Resampler.rgb(image.getSubimage(2, 0, 2, 1), 2, 1), 3, 4);
    }
}
