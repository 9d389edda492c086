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

    /** How far beyond a window a sign may reach, as a share of the window's side. */
    private static final double ROOM = 0.08;

    /** Pixels to go across and down, together, up to which every one is tried, and every other one beyond. */
    private static final int CLOSE = 4;

    private CoarseSearch() {}

    /** The best poses of different size or turn, best first. */
    static List<Fit> in(
            Window window, MarkField mark, double markWidth, double markHeight, PhotoFields photo, int limit) {
        List<Fit> found = new ArrayList<>();
        for (double span : window.tight() ? TIGHT_SPANS : SPANS) {
            double size = span * window.side();
            Patch patch = Patch.of(window, mark, markWidth, markHeight, photo, size);
            for (int turn = -TURNS; turn <= TURNS; turn++) {
                found.add(patch.best(mark, size, turn * TURN));
            }
        }
        found.sort(Comparator.comparingDouble(Fit::agreement).reversed());
        return found.subList(0, Math.min(limit, found.size()));
    }

    /**
     * The part of a photo's field that a mark of one size may touch in a window, in a level whose pixels are about as large
     * as the mark's cells; zero beyond the photo.
     *
     * @param factor size of the level against the photo
     * @param x middle pixel of the square, in the level
     * @param y middle pixel of the square, in the level
     * @param radius pixels from the middle to the rim
     * @param across pixels that the mark may go to either side
     * @param down pixels that it may go up or down
     * @param values of each pixel the cosine, the sine and the squared length, row after row
     */
    @SuppressWarnings("ArrayRecordComponent") // private working table
    private record Patch(double factor, int x, int y, int radius, int across, int down, float[] values) {
        static Patch of(
                Window window, MarkField mark, double markWidth, double markHeight, PhotoFields photo, double size) {
            int level = photo.level(mark.cell() * size);
            double factor = photo.factor(level);
            EdgeField field = photo.field(level);
            double room = ROOM * window.side();
            int across = (int) Math.round((Math.max(0, window.side() - size * markWidth) / 2 + room) * factor);
            int down = (int) Math.round((Math.max(0, window.side() - size * markHeight) / 2 + room) * factor);
            int reach = (int) Math.ceil(Math.hypot(mark.u(0), mark.v(0)) * size * factor);
            int radius = Math.max(across, down) + reach;
            int x = (int) Math.floor(window.x() * factor);
            int y = (int) Math.floor(window.y() * factor);
            return new Patch(factor, x, y, radius, across, down, cut(field, x - radius, y - radius, 2 * radius + 1));
        }

        private static float[] cut(EdgeField field, int left, int top, int side) {
            float[] values = new float[3 * side * side];
            for (int y = Math.max(0, top); y < Math.min(field.height(), top + side); y++) {
                for (int x = Math.max(0, left); x < Math.min(field.width(), left + side); x++) {
                    float cosine = field.cosine()[y * field.width() + x];
                    float sine = field.sine()[y * field.width() + x];
                    int to = 3 * ((y - top) * side + x - left);
                    values[to] = cosine;
                    values[to + 1] = sine;
                    values[to + 2] = cosine * cosine + sine * sine;
                }
            }
            return values;
        }

        /** The best place for a mark. */
        Fit best(MarkField mark, double size, double angle) {
            Cells cells = Cells.of(mark, size * factor, angle, side());
            Place best = new Place(0, 0, -1);
            int step = across + down > CLOSE ? 2 : 1; // agreement falls off over more than a pixel
            for (int toY = -down; toY <= down; toY += step) {
                for (int toX = -across; toX <= across; toX += step) {
                    best = best.or(at(cells, toX, toY));
                }
            }
            if (step > 1) {
                best = best.or(nextTo(best, cells));
            }
            double bestX = (x + best.across + 0.5) / factor;
            double bestY = (y + best.down + 0.5) / factor;
            return new Fit(Pose.similarity(bestX, bestY, size, angle), best.value / Math.sqrt(mark.energy()));
        }

        /** The best of the places around one. */
        private Place nextTo(Place place, Cells cells) {
            Place best = place;
            for (int toY = Math.max(-down, place.down - 1); toY <= Math.min(down, place.down + 1); toY++) {
                for (int toX = Math.max(-across, place.across - 1); toX <= Math.min(across, place.across + 1); toX++) {
                    best = best.or(at(cells, toX, toY));
                }
            }
            return best;
        }

        private Place at(Cells cells, int toX, int toY) {
            return new Place(toX, toY, cells.dot(values, 3 * ((radius + toY) * side() + radius + toX)));
        }

        private int side() {
            return 2 * radius + 1;
        }
    }

    /** A place tried, in pixels from the middle of a patch, and how well the mark agrees there. */
    private record Place(int across, int down, double value) {
        Place or(Place other) {
            return other.value > value ? other : this;
        }
    }

    /** A mark's cells, scaled and turned, as steps from the middle in a patch's values. */
    @SuppressWarnings("ArrayRecordComponent") // private working table
    private record Cells(int[] steps, float[] cosine, float[] sine) {
        static Cells of(MarkField mark, double size, double angle, int side) {
            EdgeField field = mark.field();
            int n = field.cosine().length;
            Cells cells = new Cells(new int[n], new float[n], new float[n]);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            double cos2 = Math.cos(2 * angle);
            double sin2 = Math.sin(2 * angle);
            for (int row = 0, i = 0; row < field.height(); row++) {
                for (int column = 0; column < field.width(); column++, i++) {
                    double u = mark.u(column) * size;
                    double v = mark.v(row) * size;
                    int x = (int) Math.round(cos * u - sin * v);
                    int y = (int) Math.round(sin * u + cos * v);
                    cells.steps[i] = 3 * (y * side + x);
                    cells.cosine[i] = (float) (cos2 * field.cosine()[i] - sin2 * field.sine()[i]);
                    cells.sine[i] = (float) (sin2 * field.cosine()[i] + cos2 * field.sine()[i]);
                }
            }
            return cells;
        }

        /** Correlation with the values around a place, but for the mark's own length. */
        double dot(float[] values, int place) {
            float cosines = 0;
            float sines = 0;
            float energy = 1e-6f;
            for (int i = 0; i < steps.length; i++) {
                int at = place + steps[i];
                cosines += cosine[i] * values[at];
                sines += sine[i] * values[at + 1];
                energy += values[at + 2];
            }
            return (cosines + sines) / Math.sqrt(energy);
        }
    }
}
