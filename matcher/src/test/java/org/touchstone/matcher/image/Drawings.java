package org.touchstone.matcher.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.jspecify.annotations.Nullable;

/** Marks of brands that do not exist, and scenes to put them in. The same number gives the same drawing. */
final class Drawings {
    private Drawings() {}

    /** A mark of a few angular and round parts in two colours, on white. */
    static BufferedImage mark(int number) {
        BufferedImage image = new BufferedImage(360, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 360, 360);
        drawMark(g, number, 180, 180, 300);
        g.dispose();
        return image;
    }

    /** Draws a mark about a centre, in its own colours. */
    static void drawMark(Graphics2D g, int number, double x, double y, double size) {
        paintMark(g, number, x, y, size, null);
    }

    /** Draws the outline of a mark with one ink. */
    static void printMark(Graphics2D g, int number, double x, double y, double size, Color ink) {
        paintMark(g, number, x, y, size, ink);
    }

    private static void paintMark(Graphics2D g, int number, double x, double y, double size, @Nullable Color ink) {
        Random random = new Random(977L * number + 5);
        Color dark = Color.getHSBColor(random.nextFloat(), 0.9f, 0.55f);
        Color bright = Color.getHSBColor(random.nextFloat(), 0.8f, 0.8f);
        Color first = ink == null ? dark : ink;
        Color second = ink == null ? bright : ink;
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(size / 2, size / 2);
        Area body = new Area();
        int parts = 3 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            body.exclusiveOr(new Area(part(random)));
        }
        g.setColor(first);
        g.fill(body);
        g.setColor(second);
        Area badge = new Area(AffineTransform.getScaleInstance(0.35, 0.35).createTransformedShape(part(random)));
        g.fill(AffineTransform.getTranslateInstance(0.55, -0.55).createTransformedShape(badge));
        g.setColor(first);
        g.fill(new Rectangle2D.Double(-0.95, 0.82, 1.9, 0.1));
        g.setTransform(before);
    }

    private static Shape part(Random random) {
        double turn = random.nextDouble() * Math.PI;
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        int corners = 3 + random.nextInt(5);
        double inner = 0.35 + 0.6 * random.nextDouble();
        for (int i = 0; i < 2 * corners; i++) {
            double r = (i % 2 == 0 ? 0.75 : 0.75 * inner) * (0.75 + 0.5 * random.nextDouble());
            double px = r * Math.cos(turn + Math.PI * i / corners) * 0.95;
            double py = r * Math.sin(turn + Math.PI * i / corners) * 0.95 - 0.08;
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        if (random.nextBoolean()) {
            Area ring = new Area(path);
            ring.subtract(new Area(new Ellipse2D.Double(-0.22, -0.3, 0.44, 0.44)));
            return ring;
        }
        return path;
    }

    /** A photo without a sign: shaded ground with soft blobs, strokes and grain. */
    static BufferedImage scene(int number, int width, int height) {
        Random random = new Random(31L * number + 1);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        Color from = Color.getHSBColor(random.nextFloat(), 0.25f, 0.75f);
        Color to = Color.getHSBColor(random.nextFloat(), 0.3f, 0.55f);
        g.setPaint(new java.awt.GradientPaint(0, 0, from, width, height, to));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 14; i++) {
            g.setColor(Color.getHSBColor(random.nextFloat(), 0.35f, 0.4f + 0.5f * random.nextFloat()));
            double w = width * (0.05 + 0.2 * random.nextDouble());
            double h = height * (0.05 + 0.2 * random.nextDouble());
            double x = random.nextDouble() * width - w / 2;
            double y = random.nextDouble() * height - h / 2;
            if (i % 3 == 0) {
                g.setStroke(new BasicStroke(2 + random.nextInt(6)));
                g.draw(new java.awt.geom.QuadCurve2D.Double(x, y, x + 2 * w, y - h, x + w, y + 2 * h));
            } else {
                g.fill(new Ellipse2D.Double(x, y, w, h));
            }
        }
        g.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Color c = new Color(image.getRGB(x, y));
                int grain = (int) (random.nextGaussian() * 4);
                int red = level(c.getRed() + grain);
                int green = level(c.getGreen() + grain);
                image.setRGB(x, y, new Color(red, green, level(c.getBlue() + grain)).getRGB());
            }
        }
        return image;
    }

    /** A pale plate, as labels and tags have it. */
    static void plate(Graphics2D g, double x, double y, double size, Color colour) {
        g.setColor(colour);
        g.fill(new Rectangle2D.Double(x - size / 2, y - size / 2, size, size));
    }

    /** A picture full of detail. */
    static BufferedImage page(int number, int width, int height) {
        BufferedImage image = scene(number, width, height);
        Graphics2D g = graphics(image);
        Random random = new Random(number);
        for (int i = 0; i < 30; i++) {
            g.setColor(new Color(random.nextInt(1 << 24)));
            Polygon triangle = new Polygon();
            for (int corner = 0; corner < 3; corner++) {
                triangle.addPoint(random.nextInt(width), random.nextInt(height));
            }
            g.fill(triangle);
        }
        g.dispose();
        return image;
    }

    static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    static BufferedImage jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(image, null, null), how);
        writer.dispose();
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static int level(int value) {
        return Math.clamp(value, 0, 255);
    }
}
