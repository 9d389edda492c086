package org.touchstone.cli.demo.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductPhotoTest {
    private static BufferedImage logo() {
        BufferedImage logo = new BufferedImage(200, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = logo.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(20, 20, 160, 80);
        g.dispose();
        return logo;
    }

    private static int[] pixels(Ware ware, Print print, long seed) {
        PhotoSpec spec = new PhotoSpec(ware, Color.LIGHT_GRAY, Backdrop.STUDIO, print, 4, seed);
        return Light.pixels(ProductPhoto.draw(spec, logo()));
    }

    private static long reds(int[] pixels) {
        long reds = 0;
        for (int rgb : pixels) {
            boolean red = (rgb >> 16 & 255) > 2 * (rgb >> 8 & 255) && (rgb >> 16 & 255) > 2 * (rgb & 255);
            reds += red ? 1 : 0;
        }
        return reds;
    }

    @ParameterizedTest
    @EnumSource(Ware.class)
    void drawShowsTheLogo(Ware ware) {
        assertThat(reds(pixels(ware, Print.COLOUR, 1))).isGreaterThan(2_000);
        assertThat(reds(pixels(ware, Print.NONE, 1))).isLessThan(50);
    }

    @ParameterizedTest
    @EnumSource(
            value = Ware.class,
            names = {"BAG", "TIN"})
    void drawIsTheSameForTheSameSeed(Ware ware) {
        assertThat(pixels(ware, Print.GOLD, 7)).isEqualTo(pixels(ware, Print.GOLD, 7));
        assertThat(pixels(ware, Print.GOLD, 8)).isNotEqualTo(pixels(ware, Print.GOLD, 7));
    }
}
