package org.touchstone.matcher.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * A picture in shades of grey, row after row, one unsigned byte each. Immutable by agreement.
 *
 * @param scale pixels of this picture for one of the picture that it was made of
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of pixels inside this package; compared by nobody
record Grey(int width, int height, byte[] shades, double scale) {
    /** Longest side that is read, in pixels: small print still has ten or so of them a letter. */
    static final int LONGEST = 1280;

    /** A picture is enlarged no more than this: letters grow readable, and no new detail comes. */
    private static final double MOST_ENLARGED = 2;

    /** An image in the size in which it is read, see-through parts on white. */
    static Grey of(BufferedImage image) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(MOST_ENLARGED, (double) LONGEST / longer);
        BufferedImage now = image;
        while (now.getWidth() * 0.5 > image.getWidth() * scale && now.getHeight() > 1) {
            now = drawn(now, now.getWidth() / 2, Math.max(1, now.getHeight() / 2));
        }
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        now = drawn(now, width, height);
        byte[] shades = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            now.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                int luma = 299 * ((rgb >> 16) & 0xff) + 587 * ((rgb >> 8) & 0xff) + 114 * (rgb & 0xff);
                shades[y * width + x] = (byte) (luma / 1000);
            }
        }
        return new Grey(width, height, shades, scale);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = made.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return made;
    }
}
