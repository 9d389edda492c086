package org.touchstone.image;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/** From a decoder's image to one of the two forms that Touchstone uses. */
final class Pixels {
    private Pixels() {}

    /** Whether any pixel may be transparent. */
    static boolean hasAlpha(BufferedImage image) {
        return image.getColorModel().hasAlpha();
    }

    /** A copy on white, {@link BufferedImage#TYPE_3BYTE_BGR}; the image itself where it has this form already. */
    static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        draw(target, Color.WHITE, image, new AffineTransform());
        return target;
    }

    /** A copy with transparency, {@link BufferedImage#TYPE_INT_ARGB}. */
    static BufferedImage withAlpha(BufferedImage image) {
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        draw(target, null, image, new AffineTransform());
        return target;
    }

    /** A larger transparent canvas with the frame at a place. */
    static BufferedImage onCanvas(BufferedImage frame, int width, int height, int x, int y) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        draw(target, null, frame, AffineTransform.getTranslateInstance(x, y));
        return target;
    }

    /** A copy of an opaque or transparent image, turned upright. */
    static BufferedImage upright(BufferedImage image, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return image;
        }
        boolean swap = orientation.swapsSides();
        BufferedImage target = new BufferedImage(
                swap ? image.getHeight() : image.getWidth(),
                swap ? image.getWidth() : image.getHeight(),
                hasAlpha(image) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
        draw(target, null, image, orientation.upright(image.getWidth(), image.getHeight()));
        return target;
    }

    private static void draw(BufferedImage target, @Nullable Color ground, BufferedImage image, AffineTransform at) {
        Graphics2D g = target.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            if (ground != null) {
                g.setColor(ground);
                g.fillRect(0, 0, target.getWidth(), target.getHeight());
            } else {
                g.setComposite(AlphaComposite.Src);
            }
            g.drawImage(isGrey(image.getColorModel()) ? greyAsRgb(image) : image, at, null);
        } finally {
            g.dispose();
        }
    }

    private static boolean isGrey(ColorModel model) {
        return !(model instanceof IndexColorModel) && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /**
     * Grey samples as they are. Java takes its grey colour space for linear and would brighten them on the way to RGB.
     */
    private static BufferedImage greyAsRgb(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        int max = (1 << model.getComponentSize(0)) - 1;
        boolean alpha = model.hasAlpha();
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] grey = new int[width];
        int[] opacity = new int[width];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, grey);
            if (alpha) {
                raster.getSamples(0, y, width, 1, 1, opacity);
            }
            for (int x = 0; x < width; x++) {
                int value = scale(grey[x], max);
                row[x] = (alpha ? scale(opacity[x], max) : 255) << 24 | value << 16 | value << 8 | value;
            }
            target.setRGB(0, y, width, 1, row, 0, width);
        }
        return target;
    }

    private static int scale(int sample, int max) {
        return (int) ((255L * sample + max / 2) / max);
    }
}
