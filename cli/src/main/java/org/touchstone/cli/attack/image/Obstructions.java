package org.touchstone.cli.attack.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/** What comes between the mark and the eye: a sticker, words, cloth, a shadow. */
final class Obstructions {
    static final List<ImageOperator> ALL = List.of(
            ImageOperator.ofMark("cover", ImageOperator.shares(0.1, 0.25, 0.4), Obstructions::cover),
            ImageOperator.ofMark("text-added", ImageOperator.levels("x%.0f", 1, 2, 3), Obstructions::addText),
            ImageOperator.ofPicture("texture", ImageOperator.shares(0.2, 0.4, 0.6), Obstructions::texture),
            ImageOperator.ofPicture("shadow", ImageOperator.shares(0.4, 0.6, 0.8), Obstructions::shadow));

    private Obstructions() {}

    /** A sticker over a share of the area, somewhere. */
    private static BufferedImage cover(BufferedImage image, double share, RandomGenerator random) {
        double ratio = 0.7 + 0.6 * random.nextDouble();
        double width = Math.min(1, Math.sqrt(share) * ratio);
        double height = Math.min(1, share / width);
        double x = random.nextDouble();
        double y = random.nextDouble();
        Color colour = Color.getHSBColor(random.nextFloat(), 0.5f, 0.75f);
        BufferedImage out = Rasters.copy(image);
        Graphics2D pen = Rasters.smooth(out);
        pen.setColor(colour);
        pen.fill(new Rectangle2D.Double(
                x * (1 - width) * out.getWidth(),
                y * (1 - height) * out.getHeight(),
                width * out.getWidth(),
                height * out.getHeight()));
        pen.dispose();
        return out;
    }

    /** So many lines of advertising across it. */
    private static BufferedImage addText(BufferedImage image, double lines, RandomGenerator random) {
        BufferedImage out = Rasters.copy(image);
        Color colour = Color.getHSBColor(random.nextFloat(), 0.9f, 0.8f);
        Graphics2D pen = Rasters.smooth(out);
        pen.setColor(colour);
        double size = Math.max(6, 0.13 * Math.max(out.getWidth(), out.getHeight()));
        double first = random.nextDouble();
        for (int line = 0; line < lines; line++) {
            double room = (first + line / 3.0) % 1;
            Lettering.draw(pen, random, out.getWidth(), room * Math.max(0, out.getHeight() - size), size);
        }
        pen.dispose();
        return out;
    }

    /** Printed on coarse cloth: threads over and under, a share of contrast. */
    private static BufferedImage texture(BufferedImage image, double share, RandomGenerator random) {
        int width = image.getWidth();
        double pitch = 3 + 3 * random.nextDouble();
        double slant = (random.nextDouble() - 0.5) * 0.3;
        int[] pixels = Rasters.pixels(image);
        for (int i = 0; i < pixels.length; i++) {
            double x = i % width;
            double y = Math.floorDiv(i, width);
            double warp = Math.sin(2 * Math.PI * (x + slant * y) / pitch);
            double weft = Math.sin(2 * Math.PI * (y - slant * x) / pitch);
            double thread = 0.5 + 0.5 * warp * weft;
            double light = 1 - share * (0.75 * thread + 0.25 * random.nextDouble());
            pixels[i] = lit(pixels[i], light);
        }
        return Rasters.of(width, image.getHeight(), pixels);
    }

    /** A slanting shadow over half of it, dark by a share. */
    private static BufferedImage shadow(BufferedImage image, double share, RandomGenerator random) {
        int width = image.getWidth();
        int height = image.getHeight();
        double angle = random.nextDouble() * 2 * Math.PI;
        double across = Math.cos(angle);
        double down = Math.sin(angle);
        double soft = 0.01 + 0.05 * random.nextDouble();
        int[] pixels = Rasters.pixels(image);
        for (int i = 0; i < pixels.length; i++) {
            double x = (i % width + 0.5) / width - 0.5;
            double y = (Math.floorDiv(i, width) + 0.5) / height - 0.5;
            double inside = Math.clamp(0.5 + (x * across + y * down) / (2 * soft), 0, 1);
            pixels[i] = lit(pixels[i], 1 - share * inside);
        }
        return Rasters.of(width, height, pixels);
    }

    private static int lit(int pixel, double light) {
        return Rasters.argb(
                pixel >>> 24, (pixel >> 16 & 255) * light, (pixel >> 8 & 255) * light, (pixel & 255) * light);
    }
}
