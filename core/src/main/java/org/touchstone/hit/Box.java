package org.touchstone.hit;

/**
 * A rectangle in an image, in pixels of the image as stored, from its top left corner.
 *
 * @param x left edge
 * @param y upper edge
 * @param width not negative
 * @param height not negative
 */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("box has a negative side: " + width + " x " + height);
        }
    }

    /** Intersection over union with another box, 0 to 1. */
    public double overlap(Box that) {
        long w = Math.min(x + width, that.x + that.width) - (long) Math.max(x, that.x);
        long h = Math.min(y + height, that.y + that.height) - (long) Math.max(y, that.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        double common = (double) w * h;
        return common / ((double) width * height + (double) that.width * that.height - common);
    }
}
