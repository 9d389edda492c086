package org.touchstone.cli.attack.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A mark's picture made ready for print: white paper around the drawing is cut away, the rest is trimmed and brought to
 * one size. A picture with another ground is kept whole, as a label. Stateless.
 */
final class Cutout {
    /** Longer side of a cutout, in pixels. */
    static final int SIZE = 220;

    private static final int WORKED = 512;

    /** Darkest channel of what still counts as paper. */
    private static final int PAPER = 232;

    /** Share of the border that must be paper. */
    private static final double MOSTLY = 0.9;

    private Cutout() {}

    /**
     * The mark to print, as ARGB.
     *
     * @param image of any type and size, transparent or not
     */
    static BufferedImage of(BufferedImage image) {
        BufferedImage small = Rasters.within(image, WORKED);
        BufferedImage trimmed = trimmed(isOnPaper(small) ? withoutPaper(small) : small);
        double factor = (double) SIZE / Math.max(trimmed.getWidth(), trimmed.getHeight());
        return Rasters.resized(trimmed, trimmed.getWidth() * factor, trimmed.getHeight() * factor);
    }

    private static boolean isOnPaper(BufferedImage image) {
        int[] pixels = Rasters.pixels(image);
        int width = image.getWidth();
        int border = 0;
        int paper = 0;
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width;
            int y = i / width;
            if (x == 0 || y == 0 || x == width - 1 || y == image.getHeight() - 1) {
                border++;
                paper += isPaper(pixels[i]) ? 1 : 0;
            }
        }
        return paper >= MOSTLY * border;
    }

    private static boolean isPaper(int pixel) {
        return pixel >>> 24 > 250 && darkest(pixel) >= PAPER;
    }

    private static int darkest(int pixel) {
        return Math.min(pixel >> 16 & 255, Math.min(pixel >> 8 & 255, pixel & 255));
    }

    /** The paper that hangs together with the border becomes transparent; white within the drawing stays. */
    private static BufferedImage withoutPaper(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = Rasters.pixels(image);
        boolean[] seen = new boolean[pixels.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < pixels.length; i++) {
            int x = i % width;
            int y = i / width;
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                seen[i] = true;
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int here = open.remove();
            if (!isPaper(pixels[here])) {
                pixels[here] = withoutWhite(pixels[here]);
                continue;
            }
            pixels[here] = 0;
            int x = here % width;
            int y = here / width;
            for (int next : new int[] {here - 1, here + 1, here - width, here + width}) {
                boolean inside = next == here - 1 ? x > 0 : next == here + 1 ? x < width - 1 : next >= 0 && y < height;
                if (inside && next < pixels.length && !seen[next]) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return Rasters.of(width, height, pixels);
    }

    /** A pixel at the edge of the drawing is half paper: as much alpha as it is dark, and the colour that is left. */
    private static int withoutWhite(int pixel) {
        double alpha = Math.clamp((255 - darkest(pixel)) / 160.0, 0.05, 1);
        return Rasters.argb(
                alpha * (pixel >>> 24),
                255 - (255 - (pixel >> 16 & 255)) / alpha,
                255 - (255 - (pixel >> 8 & 255)) / alpha,
                255 - (255 - (pixel & 255)) / alpha);
    }

    /** Without rows and columns of nothing; the whole when there is nothing else. */
    private static BufferedImage trimmed(BufferedImage image) {
        int[] pixels = Rasters.pixels(image);
        int width = image.getWidth();
        int left = width;
        int right = -1;
        int top = image.getHeight();
        int bottom = -1;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] >>> 24 > 16) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
            }
        }
        if (right < 0) {
            return image;
        }
        BufferedImage out = Rasters.empty(right - left + 1.0, bottom - top + 1.0);
        Graphics2D pen = out.createGraphics();
        pen.drawImage(image, -left, -top, null);
        pen.dispose();
        return out;
    }
}
