package org.touchstone.matcher.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;

/** The edge fields of a photo at sizes half an octave apart, made when first asked for. For one thread. */
final class PhotoFields {
    private static final int LEVELS = 12;

    private final Pixels photo;
    private final @Nullable EdgeField[] levels = new EdgeField[LEVELS];
    private final @Nullable Pixels[] pictures = new Pixels[LEVELS];

    PhotoFields(Pixels photo) {
        this.photo = photo;
        pictures[0] = photo;
    }

    /** The level whose pixels are nearest to cells of the given size in pixels of the photo. */
    int level(double cell) {
        int level = (int) Math.round(2 * Math.log(Math.max(cell, 1)) / Math.log(2));
        while (level > 0 && Math.min(photo.width(), photo.height()) * factor(level) < 8) {
            level--;
        }
        return Math.min(level, LEVELS - 1);
    }

    /** Size of a level against the photo. */
    double factor(int level) {
        return Math.pow(2, -level / 2.0);
    }

    EdgeField field(int level) {
        EdgeField field = levels[level];
        if (field == null) {
            field = EdgeField.of(picture(level));
            levels[level] = field;
        }
        return field;
    }

    private Pixels picture(int level) {
        Pixels made = pictures[level];
        if (made == null) {
            Pixels from = level >= 4 ? picture(level - 4) : photo;
            made = from.resized(Math.max(1, (int) Math.round(photo.width() * factor(level))), Math.max(1, (int)
                    Math.round(photo.height() * factor(level))));
            pictures[level] = made;
        }
        return made;
    }

    /**
     * The square around a pose, straightened: its centre in the middle.
     *
     * @param span side of the square in the mark's own measure
     * @param pixels side of the picture made
     */
    BufferedImage straightened(Pose pose, double span, int pixels) {
        int level = level(span * pose.size() / pixels);
        double factor = factor(level);
        Pixels from = picture(level);
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        int[] packed = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < pixels; row++) {
            double v = ((row + 0.5) / pixels - 0.5) * span;
            for (int column = 0; column < pixels; column++) {
                double u = ((column + 0.5) / pixels - 0.5) * span;
                packed[row * pixels + column] = from.at(pose.x(u, v) * factor - 0.5, pose.y(u, v) * factor - 0.5);
            }
        }
        return image;
    }
}
