package org.touchstone.cli.demo.photo;

import java.awt.image.BufferedImage;

/** Shows a picture at a slant, or bent around something round. */
final class Warp {
    private Warp() {}

    /**
     * Puts a layer onto an empty target so that its corners come to lie at the given points: upper left, upper right, lower right, lower left.
     */
    static void layer(BufferedImage target, BufferedImage layer, double... corners) {
        int[] from = Light.pixels(layer);
        int[] to = Light.pixels(target);
        double[] h = inverse(homography(layer.getWidth(), layer.getHeight(), corners));
        for (int y = 0; y < target.getHeight(); y++) {
            for (int x = 0; x < target.getWidth(); x++) {
                double w = h[6] * x + h[7] * y + h[8];
                double u = (h[0] * x + h[1] * y + h[2]) / w;
                double v = (h[3] * x + h[4] * y + h[5]) / w;
                if (u > -1 && v > -1 && u < layer.getWidth() && v < layer.getHeight()) {
                    to[y * target.getWidth() + x] = sample(from, layer.getWidth(), layer.getHeight(), u, v);
                }
            }
        }
    }

    /** A picture as it looks on a cylinder of the given diameter seen from the front; {@code sag} bends it downwards. */
    static BufferedImage round(BufferedImage flat, double diameter, double sag) {
        double radius = diameter / 2;
        double half = radius * Math.sin(Math.min(1.45, flat.getWidth() / 2.0 / radius));
        int width = (int) Math.ceil(half * 2);
        BufferedImage bent =
                new BufferedImage(width, flat.getHeight() + (int) Math.ceil(sag), BufferedImage.TYPE_INT_ARGB);
        int[] from = Light.pixels(flat);
        int[] to = Light.pixels(bent);
        for (int x = 0; x < width; x++) {
            double sin = (x + 0.5 - half) / radius;
            double u = flat.getWidth() / 2.0 + Math.asin(sin) * radius;
            double drop = sag * (Math.sqrt(1 - sin * sin) - Math.sqrt(1 - half * half / radius / radius));
            for (int y = 0; y < bent.getHeight(); y++) {
                to[y * width + x] = sample(from, flat.getWidth(), flat.getHeight(), u, y - drop);
            }
        }
        return bent;
    }

    private static int sample(int[] pixels, int width, int height, double u, double v) {
        int x = (int) Math.floor(u);
        int y = (int) Math.floor(v);
        double fx = u - x;
        double fy = v - y;
        double a = 0;
        double r = 0;
        double g = 0;
        double b = 0;
        for (int i = 0; i < 4; i++) {
            int px = x + (i & 1);
            int py = y + (i >> 1);
            if (px < 0 || py < 0 || px >= width || py >= height) {
                continue;
            }
            double weight = ((i & 1) == 1 ? fx : 1 - fx) * ((i >> 1) == 1 ? fy : 1 - fy);
            int argb = pixels[py * width + px];
            double alpha = (argb >>> 24) * weight;
            a += alpha;
            r += (argb >> 16 & 255) * alpha;
            g += (argb >> 8 & 255) * alpha;
            b += (argb & 255) * alpha;
        }
        return a < 0.5 ? 0 : (int) Math.round(a) << 24 | (int) (r / a) << 16 | (int) (g / a) << 8 | (int) (b / a);
    }

    /** After Heckbert: the unit square to a quadrilateral, with the layer's size taken out. */
    private static double[] homography(double width, double height, double... p) {
        double dx1 = p[2] - p[4];
        double dx2 = p[6] - p[4];
        double dy1 = p[3] - p[5];
        double dy2 = p[7] - p[5];
        double sx = p[0] - p[2] + p[4] - p[6];
        double sy = p[1] - p[3] + p[5] - p[7];
        double det = dx1 * dy2 - dx2 * dy1;
        double g = (sx * dy2 - dx2 * sy) / det;
        double h = (dx1 * sy - sx * dy1) / det;
        return new double[] {
            (p[2] - p[0] + g * p[2]) / width, (p[6] - p[0] + h * p[6]) / height, p[0],
            (p[3] - p[1] + g * p[3]) / width, (p[7] - p[1] + h * p[7]) / height, p[1],
            g / width, h / height, 1
        };
    }

    private static double[] inverse(double[] m) {
        return new double[] {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
    }
}
