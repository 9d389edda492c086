package org.touchstone.benchmarks.invented;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Draws what stands in for photos of goods where no real ones are at hand: things before a backdrop, with noise, and a mark
 * on one of them. Far easier than real photos. Thread-safe; the number decides all.
 */
public final class PhotoDrawer {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 520;
    private static final double[] SHARES = {0.18, 0.3, 0.45};
    private static final String[] SIZES = {"small", "medium", "large"};

    private PhotoDrawer() {}

    /**
     * A photo.
     *
     * @param sign where the mark stands; null when there is none
     * @param treatment how the mark was put there, such as {@code small/mono/tilted}; empty when there is none
     */
    public record Drawn(BufferedImage image, @Nullable Rectangle2D sign, String treatment) {}

    /** The photo of a number, 640 x 520 pixels, with a mark's image on the goods; null for none. */
    public static Drawn draw(int number, @Nullable BufferedImage mark) {
        Random random = new Random(20_261_123L * (number + 1));
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            backdrop(graphics, random);
            if (mark == null) {
                noise(image, random);
                return new Drawn(image, null, "");
            }
            int size = random.nextInt(SIZES.length);
            boolean mono = random.nextBoolean();
            boolean tilted = random.nextBoolean();
            double scale = SHARES[size] * WIDTH / mark.getWidth();
            AffineTransform place = AffineTransform.getTranslateInstance(
                    WIDTH * (0.3 + 0.4 * random.nextDouble()), HEIGHT * (0.3 + 0.4 * random.nextDouble()));
            place.rotate(tilted ? 0.5 * random.nextDouble() - 0.25 : 0);
            place.scale(scale, scale * (tilted ? 0.8 + 0.2 * random.nextDouble() : 1));
            place.translate(-mark.getWidth() / 2.0, -mark.getHeight() / 2.0);
            graphics.drawImage(mono ? inOneInk(mark, random) : mark, place, null);
            noise(image, random);
            Rectangle2D sign = place.createTransformedShape(
                            new Rectangle2D.Double(0, 0, mark.getWidth(), mark.getHeight()))
                    .getBounds2D()
                    .createIntersection(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
            String treatment = SIZES[size] + (mono ? "/mono" : "/colour") + (tilted ? "/tilted" : "/upright");
            return new Drawn(image, sign, treatment);
        } finally {
            graphics.dispose();
        }
    }

    private static void backdrop(Graphics2D graphics, Random random) {
        graphics.setPaint(new GradientPaint(0, 0, colour(random), WIDTH, HEIGHT, colour(random)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int things = 4 + random.nextInt(8); things > 0; things--) {
            double width = WIDTH * (0.1 + 0.5 * random.nextDouble());
            double height = HEIGHT * (0.1 + 0.5 * random.nextDouble());
            double x = (WIDTH - width / 2) * random.nextDouble();
            double y = (HEIGHT - height / 2) * random.nextDouble();
            graphics.setPaint(new GradientPaint(
                    (float) x, (float) y, colour(random), (float) (x + width), (float) (y + height), colour(random)));
            graphics.fill(
                    random.nextBoolean()
                            ? new Ellipse2D.Double(x, y, width, height)
                            : new RoundRectangle2D.Double(x, y, width, height, 30, 30));
        }
    }

    /** The mark as one ink prints it, its ground left out. */
    private static BufferedImage inOneInk(BufferedImage mark, Random random) {
        int ink = colour(random).getRGB() & 0xffffff;
        double ground = brightness(mark.getRGB(0, 0));
        BufferedImage out = new BufferedImage(mark.getWidth(), mark.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < mark.getHeight(); y++) {
            for (int x = 0; x < mark.getWidth(); x++) {
                int alpha = (int) Math.min(255, 3 * Math.abs(brightness(mark.getRGB(x, y)) - ground));
                out.setRGB(x, y, alpha << 24 | ink);
            }
        }
        return out;
    }

    private static void noise(BufferedImage image, Random random) {
        double strength = 2 + 6 * random.nextDouble();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int more = (int) Math.round(strength * random.nextGaussian());
                image.setRGB(x, y, level(rgb >> 16, more) << 16 | level(rgb >> 8, more) << 8 | level(rgb, more));
            }
        }
    }

    private static int level(int channel, int more) {
        return Math.clamp((channel & 0xff) + more, 0, 255);
    }

    private static double brightness(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    }

    private static Color colour(Random random) {
        return Color.getHSBColor(random.nextFloat(), 0.7f * random.nextFloat(), 0.25f + 0.75f * random.nextFloat());
    }
}
