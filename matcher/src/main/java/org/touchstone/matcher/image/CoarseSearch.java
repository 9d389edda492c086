package org.touchstone.matcher.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.touchstone.matcher.image.Aligner.Fit;
import org.touchstone.matcher.image.Windows.Window;

/**
 * Looks for a mark in a window where it is thought to be, but nobody knows how large, how turned and where exactly:
 * tries all of it on the coarse grid.
 */
final class CoarseSearch {
    private static final double[] SPANS = {0.5, 0.62, 0.76, 0.93};
    private static final double[] TIGHT_SPANS = {0.74, 0.86, 1.0};
    private static final int TURNS = 3;
    private static final double TURN = Math.toRadians(11);

    /** Cells to go across and down, together, up to which every cell is tried, and every other one beyond. */
    private static final int CLOSE = 4;

    private CoarseSearch() {}

    /** The best poses of different size or turn, best first. */
    static List<Fit> in(
            Window window, MarkField mark, double markWidth, double markHeight, PhotoFields photo, int limit) {
        List<Fit> found = new ArrayList<>();
        double own = Math.sqrt(mark.energy());
        for (double span : window.tight() ? TIGHT_SPANS : SPANS) {
            double size = span * window.side();
            for (int turn = -TURNS; turn <= TURNS; turn++) {
                found.add(best(window, mark, markWidth, markHeight, photo, size, turn * TURN, own));
            }
        }
        found.sort(Comparator.comparingDouble(Fit::agreement).reversed());
        return found.subList(0, Math.min(limit, found.size()));
    }

    private static Fit best(
            Window window,
            MarkField mark,
            double markWidth,
            double markHeight,
            PhotoFields photo,
            double size,
            double angle,
            double own) {
        int level = photo.level(mark.cell() * size);
        double factor = photo.factor(level);
        EdgeField there = photo.field(level);
        Cells cells = Cells.of(mark, size * factor, angle);
        double cell = mark.cell() * size;
        double room = 0.08 * window.side();
        int acrossReach = (int) Math.round((Math.max(0, window.side() - size * markWidth) / 2 + room) / cell);
        int downReach = (int) Math.round((Math.max(0, window.side() - size * markHeight) / 2 + room) / cell);
        double bestValue = -1;
        double bestX = window.x();
        double bestY = window.y();
        int step = acrossReach + downReach > CLOSE ? 2 : 1; // agreement falls off over more than a cell
        for (int down = -downReach; down <= downReach; down += step) {
            for (int across = -acrossReach; across <= acrossReach; across += step) {
                double x = window.x() + across * cell;
                double y = window.y() + down * cell;
                double value = cells.dot(there, (float) (x * factor - 0.5), (float) (y * factor - 0.5)) / own;
                if (value > bestValue) {
                    bestValue = value;
                    bestX = x;
                    bestY = y;
                }
            }
        }
        return new Fit(Pose.similarity(bestX, bestY, size, angle), bestValue);
    }

    /** A mark's cells, scaled and turned, as offsets in a level's pixels. */
    @SuppressWarnings("ArrayRecordComponent") // private working table
    private record Cells(float[] x, float[] y, float[] cosine, float[] sine) {
        static Cells of(MarkField mark, double size, double angle) {
            EdgeField field = mark.field();
            int n = field.cosine().length;
            Cells cells = new Cells(new float[n], new float[n], new float[n], new float[n]);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            double cos2 = Math.cos(2 * angle);
            double sin2 = Math.sin(2 * angle);
            for (int row = 0, i = 0; row < field.height(); row++) {
                for (int column = 0; column < field.width(); column++, i++) {
                    double u = mark.u(column) * size;
                    double v = mark.v(row) * size;
                    cells.x[i] = (float) (cos * u - sin * v);
                    cells.y[i] = (float) (sin * u + cos * v);
                    cells.cosine[i] = (float) (cos2 * field.cosine()[i] - sin2 * field.sine()[i]);
                    cells.sine[i] = (float) (sin2 * field.cosine()[i] + cos2 * field.sine()[i]);
                }
            }
            return cells;
        }

        /** Correlation with the field around a place, but for the mark's own length. */
        double dot(EdgeField there, float atX, float atY) {
            int w = there.width();
            int h = there.height();
            float sum = 0;
            float energy = 1e-6f;
            for (int i = 0; i < x.length; i++) {
                int px = Math.round(atX + x[i]);
                int py = Math.round(atY + y[i]);
                if (px >= 0 && py >= 0 && px < w && py < h) {
                    float pc = there.cosine()[py * w + px];
                    float ps = there.sine()[py * w + px];
                    sum += cosine[i] * pc + sine[i] * ps;
                    energy += pc * pc + ps * ps;
                }
            }
            return sum / Math.sqrt(energy);
        }
    }
}
