package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Proposes square windows of a photo in which a sign may stand: those with edges inside and few on their rim first, and
 * a plain grid as a net under them.
 */
final class Windows {
    /** Sides tried, as shares of the photo's shorter side. */
    private static final double[] SIDES = {0.14, 0.19, 0.26, 0.35, 0.48, 0.65, 0.9};

    private static final double[] NET = {0.36, 0.6, 0.95};
    private static final int MAP = 200;

    /** Step of grey levels from which an edge counts in full. */
    private static final double STRONG = 60;

    private Windows() {}

    /**
     * A square. It may reach over the photo's edge.
     *
     * @param x its centre, in pixels
     * @param y its centre
     * @param side in pixels
     * @param tight whether a sign, if there is one, is known to fill it
     */
    record Window(double x, double y, double side, boolean tight) {
        /** A square that may hold a sign anywhere and of any size. */
        Window(double x, double y, double side) {
            this(x, y, side, false);
        }

        /** Area in common over the area of both together, 0 to 1. */
        double overlap(Window that) {
            double w = Math.min(x + side / 2, that.x + that.side / 2) - Math.max(x - side / 2, that.x - that.side / 2);
            double h = Math.min(y + side / 2, that.y + that.side / 2) - Math.max(y - side / 2, that.y - that.side / 2);
            if (w <= 0 || h <= 0) {
                return 0;
            }
            return w * h / (side * side + that.side * that.side - w * h);
        }
    }

    private record Scored(Window window, double score) {}

    /** At most so many windows in all. */
    static List<Window> of(Pixels photo, int limit) {
        List<Window> net = net(photo);
        List<Scored> scored = scored(photo);
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Window> chosen = new ArrayList<>();
        for (Scored candidate : scored) {
            if (net.size() + chosen.size() >= limit) {
                break;
            }
            if (chosen.stream().noneMatch(window -> window.overlap(candidate.window) > 0.5)) {
                chosen.add(candidate.window);
            }
        }
        chosen.addAll(net.subList(0, Math.min(net.size(), limit - chosen.size())));
        return chosen;
    }

    private static List<Window> net(Pixels photo) {
        List<Window> out = new ArrayList<>();
        double shorter = Math.min(photo.width(), photo.height());
        for (double share : NET) {
            double side = share * shorter;
            int columns = (int) Math.ceil((photo.width() - side) / (side * 0.55)) + 1;
            int rows = (int) Math.ceil((photo.height() - side) / (side * 0.55)) + 1;
            for (int row = 0; row < Math.min(rows, 12); row++) {
                for (int column = 0; column < Math.min(columns, 12); column++) {
                    double x = at(column, columns, photo.width(), side);
                    out.add(new Window(x, at(row, rows, photo.height(), side), side));
                }
            }
        }
        return out;
    }

    private static double at(int i, int n, double length, double side) {
        return n == 1 ? length / 2 : side / 2 + i * (length - side) / (n - 1);
    }

    private static List<Scored> scored(Pixels photo) {
        Pixels map = photo.within(MAP);
        double factor = map.width() / (double) photo.width();
        Sums edges = new Sums(map);
        double shorter = Math.min(map.width(), map.height());
        List<Scored> out = new ArrayList<>();
        for (double share : SIDES) {
            double side = share * shorter;
            double step = Math.max(1, side / 7);
            for (double y = side * 0.45; y <= map.height() - side * 0.45; y += step) {
                for (double x = side * 0.45; x <= map.width() - side * 0.45; x += step) {
                    double inner = edges.mean(x, y, 0.82 * side);
                    double rim = (edges.sum(x, y, 1.08 * side) - edges.sum(x, y, 0.88 * side))
                            / (side * side * (1.08 * 1.08 - 0.88 * 0.88));
                    double core = edges.mean(x, y, 0.5 * side);
                    double score = (inner + 0.3 * core - 1.3 * rim) * Math.pow(share, 0.3);
                    out.add(new Scored(new Window(x / factor, y / factor, side / factor), score));
                }
            }
        }
        return out;
    }

    /** Edge strength of a picture, summed so that any square is read at once. */
    private static final class Sums {
        private final int width;
        private final int height;
        private final double[] sums;

        Sums(Pixels p) {
            width = p.width();
            height = p.height();
            sums = new double[(width + 1) * (height + 1)];
            for (int y = 0; y < height; y++) {
                double row = 0;
                for (int x = 0; x < width; x++) {
                    double colour = Math.max(step(p.green(), x, y), step(p.blue(), x, y));
                    row += Math.min(STRONG, Math.max(step(p.red(), x, y), colour));
                    sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
                }
            }
        }

        private double step(float[] v, int x, int y) {
            int left = Math.max(0, x - 1);
            int up = Math.max(0, y - 1);
            return Math.abs(v[y * width + x] - v[y * width + left]) + Math.abs(v[y * width + x] - v[up * width + x]);
        }

        double mean(double x, double y, double side) {
            return sum(x, y, side) / (side * side);
        }

        double sum(double x, double y, double side) {
            int x0 = Math.clamp(Math.round(x - side / 2), 0, width);
            int x1 = Math.clamp(Math.round(x + side / 2), 0, width);
            int y0 = Math.clamp(Math.round(y - side / 2), 0, height);
            int y1 = Math.clamp(Math.round(y + side / 2), 0, height);
            int w = width + 1;
            return sums[y1 * w + x1] - sums[y0 * w + x1] - sums[y1 * w + x0] + sums[y0 * w + x0];
        }
    }
}
