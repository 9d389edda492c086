package org.touchstone.image;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.touchstone.hit.Box;

/**
 * An image as people see it: upright, and thinned out if it was very large. {@link #toStored} leads back to the file.
 *
 * @param image {@link BufferedImage#TYPE_3BYTE_BGR}, or {@link BufferedImage#TYPE_INT_ARGB} where transparency was asked for
 *     and the file has some
 * @param storedWidth width in the file, before it was turned or thinned out; of an SVG, the width it states, rounded
 * @param storedHeight height in the file
 * @param orientation how the stored image was turned to give this one
 */
public record DecodedImage(
        BufferedImage image, int storedWidth, int storedHeight, ImageFormat format, Orientation orientation) {

    /**
     * A rectangle of this image in pixels of the image as stored: before EXIF's turn, at full size.
     *
     * @param box within this image; what lies outside is cut off
     */
    public Box toStored(Box box) {
        boolean swapped = orientation.swapsSides();
        double scaleX = (double) (swapped ? storedHeight : storedWidth) / image.getWidth();
        double scaleY = (double) (swapped ? storedWidth : storedHeight) / image.getHeight();
        Rectangle2D upright =
                new Rectangle2D.Double(box.x() * scaleX, box.y() * scaleY, box.width() * scaleX, box.height() * scaleY);
        Rectangle2D stored = back().createTransformedShape(upright).getBounds2D();
        int left = clamp(Math.round(stored.getMinX()), storedWidth);
        int top = clamp(Math.round(stored.getMinY()), storedHeight);
        int right = clamp(Math.round(stored.getMaxX()), storedWidth);
        int bottom = clamp(Math.round(stored.getMaxY()), storedHeight);
        return new Box(left, top, right - left, bottom - top);
    }

    private AffineTransform back() {
        try {
            return orientation.upright(storedWidth, storedHeight).createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new AssertionError("a turn can always be undone", e);
        }
    }

    private static int clamp(long value, int max) {
        return (int) Math.clamp(value, 0, max);
    }
}
