package org.touchstone.matcher.image;

import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Box;

/**
 * Where and how a mark stands in a photo: a plane projective map from the mark's own measure (its content centred on 0,
 * the longer side 1 long) to the photo's pixels, X = (a x + b y + c) / (g x + h y + 1), Y = (d x + e y + f) / (...).
 */
record Pose(double a, double b, double c, double d, double e, double f, double g, double h) {

    static Pose similarity(double x, double y, double size, double angle) {
        double cos = size * Math.cos(angle);
        double sin = size * Math.sin(angle);
        return new Pose(cos, -sin, x, sin, cos, y, 0, 0);
    }

    static Pose affine(double a, double b, double c, double d, double e, double f) {
        return new Pose(a, b, c, d, e, f, 0, 0);
    }

    double x(double u, double v) {
        return (a * u + b * v + c) / (g * u + h * v + 1);
    }

    double y(double u, double v) {
        return (d * u + e * v + f) / (g * u + h * v + 1);
    }

    /** Length in pixels of the mark's unit, by area. */
    double size() {
        return Math.sqrt(Math.max(0, a * e - b * d));
    }

    /** The turn of the map, in radians: that of the rotation nearest to it. */
    double angle() {
        return Math.atan2(d - b, a + e);
    }

    /** The pose in a picture that is the given factor larger. */
    Pose scaled(double factor) {
        return new Pose(a * factor, b * factor, c * factor, d * factor, e * factor, f * factor, g, h);
    }

    /** This pose after the mark's plane was changed by (x, y) -> (m x + n y + p, q x + r y + s). */
    Pose after(double m, double n, double p, double q, double r, double s) {
        double w = g * p + h * s + 1;
        return new Pose(
                (a * m + b * q) / w,
                (a * n + b * r) / w,
                (a * p + b * s + c) / w,
                (d * m + e * q) / w,
                (d * n + e * r) / w,
                (d * p + e * s + f) / w,
                (g * m + h * q) / w,
                (g * n + h * r) / w);
    }

    Pose tilted(double dg, double dh) {
        return new Pose(a, b, c, d, e, f, g + dg, h + dh);
    }

    /** Whether it neither turns nor stretches nor tilts. */
    boolean upright() {
        return b == 0 && d == 0 && g == 0 && h == 0 && a == e;
    }

    /** Whether a flat sign seen by a camera can look so: not mirrored, not squeezed or tilted beyond reading. */
    boolean plausible() {
        double det = a * e - b * d;
        if (!(det > 0) || Math.abs(g) > 0.6 || Math.abs(h) > 0.6) {
            return false;
        }
        double half = (a * a + b * b + d * d + e * e) / 2;
        double root = Math.sqrt(Math.max(0, half * half - det * det));
        return half + root <= 3.0 * 3.0 * Math.max(1e-12, half - root);
    }

    /** The upright box around the mark's content, cut to a picture; null when it lies outside. */
    @Nullable
    Box box(double width, double height, int pictureWidth, int pictureHeight) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int corner = 0; corner < 4; corner++) {
            double u = (corner & 1) == 0 ? -width / 2 : width / 2;
            double v = (corner & 2) == 0 ? -height / 2 : height / 2;
            left = Math.min(left, x(u, v));
            right = Math.max(right, x(u, v));
            top = Math.min(top, y(u, v));
            bottom = Math.max(bottom, y(u, v));
        }
        int x0 = (int) Math.floor(Math.clamp(left, 0, pictureWidth));
        int y0 = (int) Math.floor(Math.clamp(top, 0, pictureHeight));
        int x1 = (int) Math.ceil(Math.clamp(right, 0, pictureWidth));
        int y1 = (int) Math.ceil(Math.clamp(bottom, 0, pictureHeight));
        return x1 > x0 && y1 > y0 ? new Box(x0, y0, x1 - x0, y1 - y0) : null;
    }
}
