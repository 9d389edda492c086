package org.touchstone.image;

/**
 * A place in a picture where a sign may stand, in the picture's pixels.
 *
 * @param x left side; may lie outside the picture, as all sides may
 * @param y upper side
 * @param width more than 0
 * @param height more than 0
 * @param score 0 to 1, how likely a sign stands there
 */
public record Region(double x, double y, double width, double height, double score) {
    /** Area of what two regions share, over the area of both together: 0 to 1. */
    public double overlap(Region that) {
        double w = Math.min(x + width, that.x + that.width) - Math.max(x, that.x);
        double h = Math.min(y + height, that.y + that.height) - Math.max(y, that.y);
        return w <= 0 || h <= 0 ? 0 : w * h / (width * height + that.width * that.height - w * h);
    }
}
