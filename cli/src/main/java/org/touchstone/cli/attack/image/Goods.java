package org.touchstone.cli.attack.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * Things for sale that a mark can stand on, drawn on a plain ground: a card, a shirt, a bag, a box, a mug. All have
 * their middle free. Stateless.
 */
enum Goods {
    CARD,
    SHIRT,
    BAG,
    BOX,
    MUG;

    /** Side of a picture in pixels. */
    static final int SIZE = 480;

    /**
     * A picture, opaque, {@value #SIZE} x {@value #SIZE}.
     *
     * @param light whether the goods are light, for a dark mark, or dark, for a light one
     */
    BufferedImage draw(boolean light, RandomGenerator random) {
        float hue = random.nextFloat();
        float saturation = 0.05f + 0.3f * random.nextFloat();
        float brightness = light ? 0.85f + 0.12f * random.nextFloat() : 0.12f + 0.14f * random.nextFloat();
        Color body = Color.getHSBColor(hue, light ? saturation * 0.6f : saturation, brightness);
        Color ground = Color.getHSBColor(random.nextFloat(), 0.12f, light ? 0.6f : 0.75f);
        BufferedImage image = Rasters.empty(SIZE, SIZE);
        Graphics2D pen = Rasters.smooth(image);
        pen.setPaint(new GradientPaint(0, 0, ground, 0, SIZE, shaded(ground, 0.8)));
        pen.fillRect(0, 0, SIZE, SIZE);
        Shape shape = shape();
        pen.translate(5, 8);
        pen.setColor(new Color(0, 0, 0, 60));
        pen.fill(shape);
        pen.translate(-5, -8);
        double slope = random.nextDouble() * SIZE;
        pen.setPaint(new GradientPaint(0, 0, body, (float) slope, SIZE, shaded(body, 0.82)));
        pen.fill(shape);
        pen.setClip(shape);
        details(pen, shaded(body, 0.65));
        pen.setClip(null);
        pen.dispose();
        return image;
    }

    private static Color shaded(Color colour, double light) {
        return new Color(
                (int) (colour.getRed() * light), (int) (colour.getGreen() * light), (int) (colour.getBlue() * light));
    }

    private Shape shape() {
        return switch (this) {
            case CARD -> new Rectangle2D.Double(40, 60, 400, 360);
            case SHIRT ->
                polygon(
                        150, 20, 200, 45, 280, 45, 330, 20, 470, 90, 430, 190, 385, 165, 385, 475, 95, 475, 95, 165, 50,
                        190, 10, 90);
            case BAG -> {
                Area bag = new Area(new RoundRectangle2D.Double(55, 110, 370, 350, 30, 30));
                bag.add(handle());
                yield bag;
            }
            case BOX -> polygon(40, 90, 90, 40, 455, 40, 455, 390, 405, 440, 40, 440);
            case MUG -> {
                Area mug = new Area(new Ellipse2D.Double(300, 130, 170, 210));
                mug.subtract(new Area(new Ellipse2D.Double(335, 165, 100, 140)));
                mug.add(new Area(new RoundRectangle2D.Double(50, 60, 350, 380, 60, 60)));
                yield mug;
            }
        };
    }

    private static Area handle() {
        Area handle = new Area(new Ellipse2D.Double(150, 25, 180, 200));
        handle.subtract(new Area(new Ellipse2D.Double(172, 47, 136, 156)));
        handle.subtract(new Area(new Rectangle2D.Double(0, 115, SIZE, SIZE)));
        return handle;
    }

    private void details(Graphics2D pen, Color line) {
        pen.setColor(line);
        pen.setStroke(new BasicStroke(2));
        switch (this) {
            case CARD -> pen.draw(new Rectangle2D.Double(52, 72, 376, 336));
            case SHIRT -> {
                pen.draw(polygon(95, 165, 105, 90));
                pen.draw(polygon(385, 165, 375, 90));
                pen.draw(new Ellipse2D.Double(190, 10, 100, 70));
                pen.draw(polygon(95, 455, 385, 455));
            }
            case BAG -> {
                pen.setStroke(
                        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0));
                pen.draw(new RoundRectangle2D.Double(67, 122, 346, 326, 22, 22));
            }
            case BOX -> {
                pen.draw(polygon(40, 90, 405, 90, 405, 440));
                pen.draw(polygon(405, 90, 455, 40));
            }
            case MUG -> {
                pen.draw(new RoundRectangle2D.Double(50, 66, 350, 24, 24, 24));
                pen.draw(polygon(60, 425, 390, 425));
            }
        }
    }

    private static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        if (points.length > 6) {
            path.closePath();
        }
        return path;
    }
}
