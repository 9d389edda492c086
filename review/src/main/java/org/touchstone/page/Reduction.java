package org.touchstone.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes pictures small enough to be held in a page. */
final class Reduction {
    private static final float QUALITY = 0.82f;

    /** A drawing of few colours is smaller, and sharper, as PNG. */
    private static final int WORTH_PNG = 12 << 10;

    private Reduction() {}

    /** The picture on white, no side longer than this. Halved step by step, so that no pixel is passed over. */
    static BufferedImage within(BufferedImage image, int longest) {
        double scale = Math.min(1.0, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage at = image;
        int w = image.getWidth();
        int h = image.getHeight();
        do {
            w = Math.max(width, (w + 1) / 2);
            h = Math.max(height, (h + 1) / 2);
            at = drawn(at, w, h);
        } while (w > width || h > height);
        return at;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /** The picture as a {@code data:} address. */
    static String data(BufferedImage rgb) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(rgb, "png", png);
        if (png.size() <= WORTH_PNG) {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(rgb));
    }

    private static byte[] jpeg(BufferedImage rgb) throws IOException {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(rgb), "jpeg")
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(rgb, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
