package org.touchstone.benchmarks.invented;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/**
 * Figures for marks, each within the square from -1 to 1. Most have so many free measures that hardly two come out alike.
 * The Random decides all.
 */
final class Emblems {
    private static final double TURN = 2 * Math.PI;

    private Emblems() {}

    /** Any figure. */
    static Area any(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> star(random);
            case 1 -> rings(random);
            case 2 -> petals(random);
            case 3, 4 -> creature(random);
            case 5 -> tiles(random);
            default -> striped(random);
        };
    }

    /** A plain frame to put something into. */
    static Area plate(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> disc(1);
            case 1 -> new Area(new Rectangle2D.Double(-1, -1, 2, 2));
            case 2 -> polygon(5 + random.nextInt(4), 1, random.nextDouble() * TURN);
            default -> shield(random);
        };
    }

    /** The same figure without its inner part. */
    static Area hollow(Area figure, double share) {
        Area rim = new Area(figure);
        rim.subtract(figure.createTransformedArea(AffineTransform.getScaleInstance(share, share)));
        return rim;
    }

    private static Area disc(double radius) {
        return new Area(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    }

    private static Area polygon(int corners, double radius, double angle) {
        return star(corners, radius, radius * Math.cos(Math.PI / corners), angle);
    }

    private static Area star(int points, double outer, double inner, double angle) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 2 * points; i++) {
            double radius = i % 2 == 0 ? outer : inner;
            double at = angle + i * Math.PI / points;
            point(path, radius * Math.sin(at), -radius * Math.cos(at));
        }
        path.closePath();
        return new Area(path);
    }

    /** A star in or around another. */
    private static Area star(Random random) {
        double inner = 0.25 + 0.6 * random.nextDouble();
        Area out = star(3 + random.nextInt(9), 1, inner, random.nextInt(2) * random.nextDouble() * TURN);
        double size = inner * (0.5 + 0.4 * random.nextDouble());
        out.exclusiveOr(star(
                3 + random.nextInt(6), size, size * (0.3 + 0.6 * random.nextDouble()), random.nextDouble() * TURN));
        return out;
    }

    /** Rings of different breadth about one point or beside each other, some of them open. */
    private static Area rings(Random random) {
        Area out = new Area();
        double offset = random.nextInt(2) * 0.3 * random.nextDouble();
        for (double radius = 1; radius > 0.15; radius -= 0.1 + 0.3 * random.nextDouble()) {
            double breadth = 0.25 + 0.65 * random.nextDouble();
            Area ring = hollow(disc(radius), breadth);
            ring.transform(AffineTransform.getTranslateInstance(offset * (1 - radius), 0));
            if (random.nextBoolean()) {
                ring.subtract(wedge(random.nextDouble() * TURN, 0.3 + 1.5 * random.nextDouble()));
            }
            out.exclusiveOr(ring);
            radius *= breadth;
        }
        return out;
    }

    private static Area wedge(double angle, double opening) {
        Path2D path = new Path2D.Double();
        point(path, 0, 0);
        for (int i = 0; i <= 4; i++) {
            double at = angle + i * opening / 4;
            point(path, 3 * Math.cos(at), 3 * Math.sin(at));
        }
        path.closePath();
        return new Area(path);
    }

    /** One leaf, turned about the middle several times. */
    private static Area petals(Random random) {
        int count = 3 + random.nextInt(7);
        Area leaf = leaf(random);
        Area out = new Area();
        boolean overlay = random.nextBoolean();
        for (int i = 0; i < count; i++) {
            Area turned = leaf.createTransformedArea(AffineTransform.getRotateInstance(i * TURN / count));
            if (overlay) {
                out.exclusiveOr(turned);
            } else {
                out.add(turned);
            }
        }
        if (random.nextBoolean()) {
            out.subtract(disc(0.1 + 0.3 * random.nextDouble()));
        }
        return out;
    }

    private static Area leaf(Random random) {
        Path2D path = new Path2D.Double();
        double from = 0.3 * random.nextDouble();
        path.moveTo(0, -from);
        path.curveTo(signed(random, 0.9), -from, signed(random, 0.9), -0.9, signed(random, 0.25), -1);
        path.curveTo(signed(random, 0.9), -0.8, signed(random, 0.9), -from, 0, -from);
        return new Area(path);
    }

    /** A closed line through points at random, the same on both sides or not, with holes: what looks like an animal. */
    private static Area creature(Random random) {
        Area out = blob(6 + random.nextInt(8), 0.25, random);
        for (int holes = random.nextInt(4); holes > 0; holes--) {
            Area hole = blob(4 + random.nextInt(3), 0.4, random);
            AffineTransform small = AffineTransform.getTranslateInstance(signed(random, 0.4), signed(random, 0.4));
            double size = 0.12 + 0.3 * random.nextDouble();
            small.scale(size, size);
            out.subtract(hole.createTransformedArea(small));
        }
        if (random.nextBoolean()) {
            Area half = new Area(out);
            half.intersect(new Area(new Rectangle2D.Double(-1, -1, 1 + 0.1, 2)));
            half.add(half.createTransformedArea(AffineTransform.getScaleInstance(-1, 1)));
            return half;
        }
        return out;
    }

    private static Area blob(int corners, double least, Random random) {
        double[] x = new double[corners];
        double[] y = new double[corners];
        for (int i = 0; i < corners; i++) {
            double radius = least + (1 - least) * random.nextDouble();
            double at = (i + 0.7 * random.nextDouble()) * TURN / corners;
            x[i] = radius * Math.cos(at);
            y[i] = radius * Math.sin(at);
        }
        boolean round = random.nextInt(3) > 0;
        Path2D path = new Path2D.Double();
        path.moveTo((x[0] + x[corners - 1]) / 2, (y[0] + y[corners - 1]) / 2);
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            if (round) {
                path.quadTo(x[i], y[i], (x[i] + x[next]) / 2, (y[i] + y[next]) / 2);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        path.closePath();
        return new Area(path);
    }

    /** Squares, discs and triangles on a grid, the same on both sides. */
    private static Area tiles(Random random) {
        int side = 4 + random.nextInt(3);
        double size = 2.0 / side;
        Area out = new Area();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < (side + 1) / 2; column++) {
                int kind = random.nextInt(5);
                if (kind > 0) {
                    Area tile = tile(kind, -1 + column * size, -1 + row * size, size);
                    out.add(tile);
                    out.add(tile.createTransformedArea(AffineTransform.getScaleInstance(-1, 1)));
                }
            }
        }
        return out.isEmpty() ? disc(1) : out;
    }

    private static Area tile(int kind, double x, double y, double size) {
        Path2D half = new Path2D.Double();
        half.moveTo(x, y);
        half.lineTo(x + size, y + size);
        half.lineTo(kind == 2 ? x : x + size, kind == 2 ? y + size : y);
        half.closePath();
        Shape shape = switch (kind) {
            case 1 -> new Rectangle2D.Double(x, y, size, size);
            case 2, 3 -> half;
            default -> new Ellipse2D.Double(x, y, size, size);
        };
        return new Area(shape);
    }

    /** A figure cut into stripes or waves. */
    private static Area striped(Random random) {
        Area out = random.nextBoolean() ? plate(random) : blob(5 + random.nextInt(5), 0.6, random);
        double angle = random.nextDouble() * TURN;
        double swing = random.nextInt(2) * 0.4 * random.nextDouble();
        for (double at = -1.2; at < 1.2; at += 0.25 + 0.3 * random.nextDouble()) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(-2, at);
            wave.curveTo(-0.7, at - 2 * swing, 0.7, at + 2 * swing, 2, at);
            float width = (float) (0.06 + 0.12 * random.nextDouble());
            Area stripe = new Area(new BasicStroke(width).createStrokedShape(wave));
            out.subtract(stripe.createTransformedArea(AffineTransform.getRotateInstance(angle)));
        }
        return out;
    }

    private static Area shield(Random random) {
        double belly = 0.2 + 0.7 * random.nextDouble();
        Path2D path = new Path2D.Double();
        path.moveTo(-1, -1);
        path.quadTo(0, -1 + signed(random, 0.4), 1, -1);
        path.quadTo(1, belly, 0, 1);
        path.quadTo(-1, belly, -1, -1);
        return new Area(path);
    }

    private static double signed(Random random, double most) {
        return most * (2 * random.nextDouble() - 1);
    }

    private static void point(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
