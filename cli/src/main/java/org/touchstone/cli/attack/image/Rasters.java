package org.touchstone.cli.attack.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;

/** Pixel work that the operators share, on pictures of type {@link BufferedImage#TYPE_INT_ARGB}. Stateless. */
final class Rasters {
    private Rasters() {}

    /** A transparent picture; sides less than 1 become 1. */
    static BufferedImage empty(double width, double height) {
        return new BufferedImage(
                Math.max(1, (int) Math.round(width)),
                Math.max(1, (int) Math.round(height)),
                BufferedImage.TYPE_INT_ARGB);
    }

    static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = empty(image.getWidth(), image.getHeight());
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return copy;
    }

    /** Shrunk, where it must be, to a longest side; always ARGB. */
    static BufferedImage within(BufferedImage image, int longest) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        if (longer > longest) {
            double factor = (double) longest / longer;
            return resized(image, image.getWidth() * factor, image.getHeight() * factor);
        }
        return image.getType() == BufferedImage.TYPE_INT_ARGB ? image : copy(image);
    }

    /** At another size; shrinks by halves, so that fine lines fade and do not break. */
    static BufferedImage resized(BufferedImage image, double width, double height) {
        int w = Math.max(1, (int) Math.round(width));
        int h = Math.max(1, (int) Math.round(height));
        BufferedImage now = image;
        do {
            int nextWidth = Math.max(w, (now.getWidth() + 1) / 2);
            int nextHeight = Math.max(h, (now.getHeight() + 1) / 2);
            BufferedImage next = empty(nextWidth, nextHeight);
            Graphics2D pen = smooth(next);
            pen.drawImage(now, 0, 0, next.getWidth(), next.getHeight(), null);
            pen.dispose();
            now = next;
        } while (now.getWidth() != w || now.getHeight() != h);
        return now;
    }

    /** A pen that draws smooth edges and interpolates. */
    static Graphics2D smooth(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    /** The pixels, row by row, as ARGB. */
    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    static BufferedImage of(int width, int height, int[] argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }

    /** Each pixel by itself. */
    static BufferedImage each(BufferedImage image, IntUnaryOperator change) {
        int[] pixels = pixels(image);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = change.applyAsInt(pixels[i]);
        }
        return of(image.getWidth(), image.getHeight(), pixels);
    }

    /** Where a pixel of the result comes from. */
    @FunctionalInterface
    interface Source {
        /** Writes the x and y of the place in the picture that shows at x, y of the result, both at pixels' centres. */
        void at(double x, double y, double[] place);
    }

    /** A picture drawn anew, each pixel interpolated between four; what comes from outside is transparent. */
    static BufferedImage warped(BufferedImage image, double width, double height, Source source) {
        BufferedImage out = empty(width, height);
        int[] from = pixels(image);
        int[] to = new int[out.getWidth() * out.getHeight()];
        double[] place = new double[2];
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                source.at(x + 0.5, y + 0.5, place);
                to[y * out.getWidth() + x] =
                        between(from, image.getWidth(), image.getHeight(), place[0] - 0.5, place[1] - 0.5);
            }
        }
        out.setRGB(0, 0, out.getWidth(), out.getHeight(), to, 0, out.getWidth());
        return out;
    }

    private static int between(int[] argb, int width, int height, double x, double y) {
        if (!(x > -1 && y > -1 && x < width && y < height)) {
            return 0;
        }
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = 0; i < 4; i++) {
            int px = left + (i & 1);
            int py = top + (i >> 1);
            if (px < 0 || py < 0 || px >= width || py >= height) {
                continue;
            }
            double share = (1 - Math.abs(x - px)) * (1 - Math.abs(y - py));
            int pixel = argb[py * width + px];
            double a = share * (pixel >>> 24);
            alpha += a;
            red += a * (pixel >> 16 & 255);
            green += a * (pixel >> 8 & 255);
            blue += a * (pixel & 255);
        }
        return alpha < 0.5 ? 0 : argb(alpha, red / alpha, green / alpha, blue / alpha);
    }

    /** A pixel of four channels, each rounded and kept within 0 to 255. */
    static int argb(double alpha, double red, double green, double blue) {
        return channel(alpha) << 24 | channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static int channel(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    /** How light a pixel looks, 0 to 1, whatever its alpha (luma of ITU-R BT.601). */
    static double lightness(int argb) {
        return (0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255)) / 255;
    }

    /**
     * Blurs one channel with a Gaussian, borders repeated.
     *
     * @param sigma standard deviation in pixels, positive
     */
    static float[] blurred(float[] channel, int width, int height, double sigma) {
        int reach = (int) Math.ceil(sigma * 3);
        float[] kernel = new float[reach + 1];
        float sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        float[] across = new float[channel.length];
        float[] out = new float[channel.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = 0;
                for (int i = -reach; i <= reach; i++) {
                    value += kernel[Math.abs(i)] * channel[y * width + Math.clamp(x + i, 0, width - 1)];
                }
                across[y * width + x] = value / sum;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float value = 0;
                for (int i = -reach; i <= reach; i++) {
                    value += kernel[Math.abs(i)] * across[Math.clamp(y + i, 0, height - 1) * width + x];
                }
                out[y * width + x] = value / sum;
            }
        }
        return out;
    }
}
