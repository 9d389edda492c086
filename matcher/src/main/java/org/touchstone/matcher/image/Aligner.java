package org.touchstone.matcher.image;

import java.util.Arrays;

/**
 * Lays a mark's edges onto a photo's and says how well they agree, from -1 to 1: the correlation of the two fields over
 * the mark's frame. Blind to contrast and colour, sensitive to shape and place.
 */
final class Aligner {
    private static final int SWEEPS = 4;

    /** Agreement that a sweep over all kinds of moves must have won for another one to follow. */
    private static final double WORTH_A_SWEEP = 0.004;

    private Aligner() {}

    /** A pose and how well the fields agree there. */
    record Fit(Pose pose, double agreement) {}

    /** Agreement at a pose, the photo's field read between its pixels. */
    static double agreement(MarkField mark, PhotoFields photo, Pose pose) {
        if (!pose.plausible()) {
            return -1;
        }
        int level = photo.level(mark.cell() * pose.size());
        double factor = photo.factor(level);
        EdgeField there = photo.field(level);
        EdgeField here = mark.field();
        int w = there.width();
        int h = there.height();
        float[] tc = there.cosine();
        float[] ts = there.sine();
        // from cell to cell along a row, numerators and denominator of the map grow by the same steps
        float stepX = (float) (pose.a() * mark.cell() * factor);
        float stepY = (float) (pose.d() * mark.cell() * factor);
        float stepZ = (float) (pose.g() * mark.cell());
        boolean affine = pose.g() == 0 && pose.h() == 0;
        float dot = 0;
        float cross = 0;
        float energy = 1e-9f;
        double u = mark.u(0);
        for (int row = 0, i = 0; row < here.height(); row++) {
            double v = mark.v(row);
            float nx = (float) ((pose.a() * u + pose.b() * v + pose.c()) * factor);
            float ny = (float) ((pose.d() * u + pose.e() * v + pose.f()) * factor);
            float nz = (float) (pose.g() * u + pose.h() * v + 1);
            for (int column = 0; column < here.width(); column++, i++, nx += stepX, ny += stepY, nz += stepZ) {
                float mc = here.cosine()[i];
                float ms = here.sine()[i];
                float px = (affine ? nx : nx / nz) - 0.5f;
                float py = (affine ? ny : ny / nz) - 0.5f;
                int x = (int) px;
                int y = (int) py;
                if (px < 0 || py < 0 || x >= w - 1 || y >= h - 1) {
                    continue;
                }
                float fx = px - x;
                float fy = py - y;
                int at = y * w + x;
                float w00 = (1 - fx) * (1 - fy);
                float w10 = fx * (1 - fy);
                float w01 = (1 - fx) * fy;
                float w11 = fx * fy;
                float pc = w00 * tc[at] + w10 * tc[at + 1] + w01 * tc[at + w] + w11 * tc[at + w + 1];
                float ps = w00 * ts[at] + w10 * ts[at + 1] + w01 * ts[at + w] + w11 * ts[at + w + 1];
                dot += mc * pc + ms * ps;
                cross += mc * ps - ms * pc;
                energy += pc * pc + ps * ps;
            }
        }
        // turning the mark turns its doubled angles twice as far; (cos, sin) is the direction of the pose's turn
        double cos = pose.a() + pose.e();
        double sin = pose.d() - pose.b();
        double turned = (dot * (cos * cos - sin * sin) + cross * 2 * cos * sin) / (cos * cos + sin * sin);
        return turned / Math.sqrt(mark.energy() * energy);
    }

    /**
     * Moves, turns, stretches and tilts a pose for as long as that helps.
     *
     * @param step how far, as a share of the mark's length
     */
    static Fit refine(MarkField mark, PhotoFields photo, Pose start, double step, boolean tilt) {
        int axes = tilt ? 8 : 6;
        double[] way = new double[axes];
        Arrays.fill(way, step);
        Fit best = at(mark, photo, start);
        double before;
        int sweep = 0;
        int still = 0;
        do {
            before = best.agreement;
            for (int axis = 0; axis < axes && still < axes; axis++) {
                Fit there = at(mark, photo, moved(best.pose, axis, way[axis]));
                if (there.agreement <= best.agreement) {
                    way[axis] = -way[axis];
                    there = at(mark, photo, moved(best.pose, axis, way[axis]));
                }
                still++;
                if (there.agreement > best.agreement) {
                    best = there;
                    still = 0;
                }
            }
        } while (best.agreement - before >= WORTH_A_SWEEP && ++sweep < SWEEPS);
        return best;
    }

    private static Fit at(MarkField mark, PhotoFields photo, Pose pose) {
        return new Fit(pose, agreement(mark, photo, pose));
    }

    private static Pose moved(Pose pose, int axis, double s) {
        return switch (axis) {
            case 0 -> pose.after(1, 0, s, 0, 1, 0);
            case 1 -> pose.after(1, 0, 0, 0, 1, s);
            case 2 -> pose.after(1 + 2 * s, 0, 0, 0, 1 + 2 * s, 0);
            case 3 -> pose.after(Math.cos(2 * s), -Math.sin(2 * s), 0, Math.sin(2 * s), Math.cos(2 * s), 0);
            case 4 -> pose.after(1 + 2 * s, 0, 0, 0, 1 / (1 + 2 * s), 0);
            case 5 -> pose.after(1, 2 * s, 0, 0, 1, 0);
            case 6 -> pose.tilted(2 * s, 0);
            default -> pose.tilted(0, 2 * s);
        };
    }
}
