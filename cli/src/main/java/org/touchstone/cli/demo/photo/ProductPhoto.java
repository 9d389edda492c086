package org.touchstone.cli.demo.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Draws photos of products: an object with a logo on it, on a backdrop, under a light, with the grain of a camera. */
public final class ProductPhoto {
    private static final int SIZE = 640;
    private static final float QUALITY = 0.86f;

    private ProductPhoto() {}

    /**
     * Draws a photo, the same for the same arguments.
     *
     * @param logo with transparent ground; null for an object without one
     * @return a picture of {@value #SIZE} x {@value #SIZE} pixels without transparency
     */
    public static BufferedImage draw(PhotoSpec spec, @Nullable BufferedImage logo) {
        Random random = new Random(spec.seed());
        BufferedImage photo = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Light.smooth(photo);
        spec.backdrop().paint(g, SIZE, random);

        BufferedImage layer = new BufferedImage(Wares.SIZE, Wares.SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D on = Light.smooth(layer);
        BufferedImage ink = logo == null || spec.print() == Print.NONE ? null : inked(logo, spec.print());
        Wares.draw(on, spec.ware(), spec.colour(), random, ink);
        on.dispose();

        BufferedImage seen = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        place(seen, layer, spec, random);
        BufferedImage outline = Light.outline(seen);
        if (spec.ware().stands()) {
            Light.shadow(g, outline, SIZE, 38, 20, 0.30, 0.62f);
            Light.shadow(g, outline, SIZE, 4, 6, 0.10, 0.75f);
        } else {
            Light.shadow(g, outline, SIZE, 13, 16, 1, 0.55f);
        }
        g.drawImage(seen, 0, 0, null);
        Backdrop.light(g, SIZE);
        g.dispose();
        Light.grain(photo, random, 2.6);
        return photo;
    }

    /** A photo as the bytes of a JPEG file. */
    public static byte[] jpeg(BufferedImage photo) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(photo, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("a photo cannot be written to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Turns the object and looks at it from a little to the side, so that its sides are not parallel. */
    private static void place(BufferedImage seen, BufferedImage layer, PhotoSpec spec, Random random) {
        double scale = (0.92 + random.nextDouble() * 0.08) * SIZE / layer.getWidth();
        AffineTransform at = AffineTransform.getTranslateInstance(
                SIZE / 2.0 + random.nextGaussian() * 10, SIZE / 2.0 + 6 + random.nextGaussian() * 6);
        at.rotate(Math.toRadians(spec.tilt()));
        at.scale(scale, scale);
        at.translate(-layer.getWidth() / 2.0, -layer.getHeight() / 2.0);
        double w = layer.getWidth();
        double h = layer.getHeight();
        double lean = random.nextDouble() * (spec.ware().stands() ? 0.035 : 0.09);
        double[] corners = {w * lean, h * lean, w * (1 - lean), h * lean / 3, w, h, 0, h};
        at.transform(corners, 0, corners, 0, 4);
        Warp.layer(seen, layer, corners);
    }

    private static BufferedImage inked(BufferedImage logo, Print print) {
        int margin = print == Print.LABEL ? logo.getHeight() / 8 : 0;
        BufferedImage inked = new BufferedImage(
                logo.getWidth() + 2 * margin, logo.getHeight() + 2 * margin, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = Light.smooth(inked);
        if (print == Print.LABEL) {
            g.setColor(new Color(252, 250, 244));
            g.fill(new RoundRectangle2D.Double(0, 0, inked.getWidth(), inked.getHeight(), margin, margin));
            g.setColor(new Color(120, 110, 90));
            g.setStroke(new BasicStroke(Math.max(2, margin / 12f)));
            double inset = margin / 4.0;
            g.draw(new RoundRectangle2D.Double(
                    inset, inset, inked.getWidth() - 2 * inset, inked.getHeight() - 2 * inset, margin, margin));
        }
        g.drawImage(logo, margin, margin, null);
        g.dispose();
        Color ink = switch (print) {
            case WHITE -> new Color(250, 250, 250);
            case BLACK -> new Color(24, 24, 26);
            case GOLD -> new Color(212, 172, 92);
            default -> null;
        };
        if (ink != null) {
            oneInk(inked, ink);
        }
        return inked;
    }

    /** One ink: what is light in the logo lets the ground through. */
    private static void oneInk(BufferedImage logo, Color ink) {
        for (int y = 0; y < logo.getHeight(); y++) {
            for (int x = 0; x < logo.getWidth(); x++) {
                int argb = logo.getRGB(x, y);
                double luminance = 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
                double cover = luminance > 225 ? 0 : 1;
                logo.setRGB(x, y, (int) ((argb >>> 24) * cover) << 24 | ink.getRGB() & 0xffffff);
            }
        }
    }
}
