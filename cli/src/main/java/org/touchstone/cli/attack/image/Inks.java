package org.touchstone.cli.attack.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** The mark in other ink: other colours, light for dark, one colour, pale, as relief, as outline. */
final class Inks {
    static final List<ImageOperator> ALL = List.of(
            ImageOperator.ofMark("recolour", ImageOperator.levels("%.0f°", 60, 120, 180), Inks::recolour),
            ImageOperator.ofMark("invert", ImageOperator.shares(1), Inks::invert),
            ImageOperator.ofMark("one-ink", ImageOperator.shares(0.5, 1), Inks::oneInk),
            ImageOperator.ofMark("faded", ImageOperator.shares(0.5, 0.75, 0.9), Inks::fade),
            ImageOperator.ofMark("emboss", ImageOperator.shares(0.9, 0.6, 0.3), Inks::emboss),
            ImageOperator.ofMark("outline", ImageOperator.levels("%.0fpx", 4, 2), Inks::outline));

    private Inks() {}

    /** The colours turned round the wheel; what is black or grey becomes coloured. */
    private static BufferedImage recolour(BufferedImage image, double degrees, RandomGenerator random) {
        float turn = (float) ((random.nextBoolean() ? degrees : -degrees) / 360);
        return Rasters.each(image, pixel -> {
            float[] hsb = Color.RGBtoHSB(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255, null);
            boolean paper = hsb[1] < 0.1 && hsb[2] > 0.9;
            int rgb = paper ? pixel : Color.HSBtoRGB(hsb[0] + turn, Math.max(hsb[1], 0.55f), Math.max(hsb[2], 0.35f));
            return pixel & 0xff000000 | rgb & 0xffffff;
        });
    }

    private static BufferedImage invert(BufferedImage image, double strength, RandomGenerator random) {
        return Rasters.each(image, pixel -> pixel ^ 0xffffff);
    }

    /** Printed in a single colour, from tones to hard black and white. */
    private static BufferedImage oneInk(BufferedImage image, double hardness, RandomGenerator random) {
        int ink = Color.HSBtoRGB(random.nextFloat(), 0.8f, 0.45f) & 0xffffff;
        float[] coverage = coverage(image);
        int[] pixels = new int[coverage.length];
        for (int i = 0; i < pixels.length; i++) {
            double hard = Math.clamp((coverage[i] - 0.4) * 20 + 0.5, 0, 1);
            double alpha = coverage[i] * (1 - hardness) + hard * hardness;
            pixels[i] = (int) Math.round(255 * alpha) << 24 | ink;
        }
        return Rasters.of(image.getWidth(), image.getHeight(), pixels);
    }

    /** Washed out by a share. */
    private static BufferedImage fade(BufferedImage image, double share, RandomGenerator random) {
        return Rasters.each(image, pixel -> (int) Math.round((pixel >>> 24) * (1 - share)) << 24 | pixel & 0xffffff);
    }

    /** No ink at all: a relief under light from one corner. */
    private static BufferedImage emboss(BufferedImage image, double relief, RandomGenerator random) {
        int width = image.getWidth();
        int height = image.getHeight();
        int side = random.nextBoolean() ? 1 : -1;
        float[] surface = Rasters.blurred(coverage(image), width, height, 1.2);
        int[] pixels = new int[surface.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float here = at(surface, width, height, x + side, y + 1) - at(surface, width, height, x - side, y - 1);
                double alpha = Math.min(1, Math.abs(here) * 1.4) * relief;
                pixels[y * width + x] = (int) Math.round(255 * alpha) << 24 | (here > 0 ? 0xffffff : 0);
            }
        }
        return Rasters.of(width, height, pixels);
    }

    /** Lines where ink begins and ends, so many pixels thick. */
    private static BufferedImage outline(BufferedImage image, double thickness, RandomGenerator random) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] surface = coverage(image);
        float[] wide = Rasters.blurred(surface, width, height, thickness / 2);
        int ink = Color.HSBtoRGB(random.nextFloat(), 0.6f, 0.3f) & 0xffffff;
        int[] pixels = new int[surface.length];
        for (int i = 0; i < pixels.length; i++) {
            double edge = 1 - Math.abs(2 * wide[i] - 1);
            pixels[i] = (int) Math.round(255 * Math.clamp((edge - 0.35) * 4, 0, 1)) << 24 | ink;
        }
        return Rasters.of(width, height, pixels);
    }

    private static float at(float[] surface, int width, int height, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : surface[y * width + x];
    }

    /** How much ink stands where, 0 to 1: the darkest of the mark in full, white none; colours between count for much. */
    private static float[] coverage(BufferedImage image) {
        int[] pixels = Rasters.pixels(image);
        double dark = 1;
        for (int pixel : pixels) {
            if (pixel >>> 24 > 127) {
                dark = Math.min(dark, Rasters.lightness(pixel));
            }
        }
        double range = Math.max(0.3, 1 - dark);
        float[] coverage = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            double light = Math.clamp((Rasters.lightness(pixels[i]) - dark) / range, 0, 1);
            coverage[i] = (float) ((1 - light * light) * (pixels[i] >>> 24) / 255);
        }
        return coverage;
    }
}
