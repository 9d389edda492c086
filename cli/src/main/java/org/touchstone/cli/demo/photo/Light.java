package org.touchstone.cli.demo.photo;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** Shades, shadows and grain. */
final class Light {
    /** Pixels that become one where shadows are blurred; divides the size of photos. */
    private static final int BLUR = 16;

    private Light() {}

    static Color alpha(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    static Color darker(Color colour, double share) {
        return new Color(
                (int) (colour.getRed() * share), (int) (colour.getGreen() * share), (int) (colour.getBlue() * share));
    }

    /** White of a share from 0 to 1, or black when it is negative. */
    private static Color tone(double share) {
        int alpha = (int) Math.min(255, Math.abs(share) * 255);
        return share >= 0 ? new Color(255, 255, 255, alpha) : new Color(0, 0, 0, alpha);
    }

    /** Shade from left to right over a shape's width, as on something round. */
    static Paint across(Shape shape, double... tones) {
        Rectangle2D box = shape.getBounds2D();
        return gradient(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMinY(), tones);
    }

    /** Shade from the upper left to the lower right. */
    static Paint slanting(Shape shape, double... tones) {
        Rectangle2D box = shape.getBounds2D();
        return gradient(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), tones);
    }

    private static Paint gradient(double x1, double y1, double x2, double y2, double... tones) {
        float[] stops = new float[tones.length];
        Color[] colours = new Color[tones.length];
        for (int i = 0; i < tones.length; i++) {
            stops[i] = (float) i / (tones.length - 1);
            colours[i] = tone(tones[i]);
        }
        return new LinearGradientPaint((float) x1, (float) y1, (float) x2, (float) y2, stops, colours);
    }

    static Graphics2D smooth(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    /** The pixels of an image of an {@code INT} type, for reading and writing. */
    static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** The outline of a layer in black, blurred: a small picture to be drawn large. */
    static BufferedImage outline(BufferedImage layer) {
        int small = layer.getWidth() / BLUR;
        int[] from = pixels(layer);
        BufferedImage blur = new BufferedImage(small, small, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < small; y++) {
            for (int x = 0; x < small; x++) {
                int alpha = 0;
                for (int i = 0; i < BLUR * BLUR; i++) {
                    alpha += from[(y * BLUR + i / BLUR) * layer.getWidth() + x * BLUR + i % BLUR] >>> 24;
                }
                blur.setRGB(x, y, alpha / (BLUR * BLUR) << 24);
            }
        }
        return blur;
    }

    /** Throws an outline as a shadow: flattened towards the lowest row of the object, and moved. */
    static void shadow(
            Graphics2D g, BufferedImage outline, int size, double dx, double dy, double flatten, float strength) {
        int bottom = size - 1;
        while (bottom > 0 && isEmpty(outline, bottom / BLUR)) {
            bottom--;
        }
        Composite usual = g.getComposite();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, strength));
        g.drawImage(outline, (int) dx, (int) (bottom - bottom * flatten + dy), size, (int) (size * flatten), null);
        g.setComposite(usual);
    }

    private static boolean isEmpty(BufferedImage outline, int row) {
        for (int x = 0; x < outline.getWidth(); x++) {
            if (row < outline.getHeight() && outline.getRGB(x, row) >>> 24 > 96) {
                return false;
            }
        }
        return true;
    }

    /** Fine light and dark specks, to be repeated over a surface. */
    static TexturePaint specks(Random random, int strength) {
        int size = 192;
        BufferedImage tile = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        int[] to = pixels(tile);
        for (int i = 0; i < 2600; i++) {
            int at = random.nextInt(to.length - size - 2);
            int argb = random.nextInt(strength) << 24 | (i % 2 == 0 ? 0 : 0xffffff);
            to[at] = argb;
            to[at + 1] = argb;
            to[at + size + 1] = argb;
        }
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, size, size));
    }

    /** The grain of a sensor. */
    static void grain(BufferedImage photo, Random random, double strength) {
        int[] to = pixels(photo);
        double[] noise = new double[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian() * strength;
        }
        int offset = 0;
        for (int i = 0; i < to.length; i++) {
            if (i % noise.length == 0) {
                offset = random.nextInt(noise.length);
            }
            int more = (int) Math.round(noise[(i + offset) % noise.length]);
            int rgb = to[i];
            to[i] = clamp((rgb >> 16 & 255) + more) << 16
                    | clamp((rgb >> 8 & 255) + more) << 8
                    | clamp((rgb & 255) + more);
        }
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
