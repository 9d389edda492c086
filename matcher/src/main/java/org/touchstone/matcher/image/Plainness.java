package org.touchstone.matcher.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says how much a mark's edges are those of a plain figure: a disc, a box, a diamond, a triangle. Such figures are on
 * every other photo, so that seeing one says little.
 */
final class Plainness {
    private static final int LONGER = 48;
    private static final int STROKE = 10;

    /** Figures drawn so far; there are a few hundred frames at most. */
    private static final Map<Frame, List<MarkField>> DRAWN = new ConcurrentHashMap<>();

    private Plainness() {}

    /** The best correlation with a plain figure of about the same proportions, 0 to 1. */
    static double of(MarkField mark, double width, double height) {
        Frame frame = new Frame(
                even(width), even(height), mark.field().width(), mark.field().height());
        double best = 0;
        for (MarkField figure : DRAWN.computeIfAbsent(frame, Plainness::drawn)) {
            best = Math.max(best, figure.correlation(mark));
        }
        return best;
    }

    /** A side, 1 for the longer one, in steps that keep the number of frames small. */
    private static int even(double side) {
        return 2 * Math.max(2, (int) Math.round(side * LONGER / 2));
    }

    /** What figures are drawn into, and the grid that their edges are laid on. */
    private record Frame(int width, int height, int columns, int rows) {}

    private static List<MarkField> drawn(Frame frame) {
        List<MarkField> drawn = new ArrayList<>();
        for (Shape figure : figures(frame.width, frame.height)) {
            drawn.add(edges(figure, frame, false));
            drawn.add(edges(figure, frame, true));
        }
        return drawn;
    }

    private static List<Shape> figures(double w, double h) {
        return List.of(
                new Rectangle2D.Double(0, 0, w, h),
                new Ellipse2D.Double(0, 0, w, h),
                new RoundRectangle2D.Double(0, 0, w, h, w * 0.4, h * 0.4),
                new RoundRectangle2D.Double(0, 0, w, h, w * 0.7, h * 0.7),
                polygon(w / 2, 0, w, h / 2, w / 2, h, 0, h / 2),
                polygon(w / 2, 0, w, h, 0, h),
                polygon(0, 0, w, 0, w / 2, h),
                polygon(0, 0, w, h / 2, 0, h),
                polygon(w, 0, w, h, 0, h / 2),
                polygon(w / 2, 0, w, h / 4, w, 3 * h / 4, w / 2, h, 0, 3 * h / 4, 0, h / 4));
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static MarkField edges(Shape figure, Frame frame, boolean hollow) {
        double margin = MarkPicture.MARGIN * LONGER;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(frame.width + 2 * margin),
                (int) Math.ceil(frame.height + 2 * margin),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.translate(margin, margin);
        g.setClip(figure);
        if (hollow) {
            g.setStroke(new BasicStroke(STROKE));
            g.draw(figure);
        } else {
            g.fill(figure);
        }
        g.dispose();
        EdgeField edges = EdgeField.of(Pixels.of(image, Color.BLACK, 4 * LONGER).resized(frame.columns, frame.rows));
        return new MarkField(edges, 1.0 / LONGER);
    }
}
