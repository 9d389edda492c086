package org.touchstone.matcher.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The edge fields of a photo at sizes half an octave apart, made when first asked for. For one thread. */
final class PhotoFields {
    private static final int LEVELS = 12;

    /** Shorter side of the coarsest level, in pixels, at least. */
    private static final int SMALLEST = 8;

    private static final double[] FACTORS = IntStream.range(0, LEVELS)
            .mapToDouble(level -> Math.pow(2, -level / 2.0))
            .toArray();

    /** Cell, in a level's pixels, from which the next level's pixels are nearer in size. */
    private static final double NEXT = Math.pow(2, 0.25);

    private final Pixels photo;
    private final int coarsest;
    private final @Nullable EdgeField[] levels = new EdgeField[LEVELS];
    private final @Nullable Pixels[] pictures = new Pixels[LEVELS];

    PhotoFields(Pixels photo) {
        this.photo = photo;
        pictures[0] = photo;
        int shorter = Math.min(photo.width(), photo.height());
        coarsest = (int) IntStream.range(1, LEVELS)
                .takeWhile(level -> shorter * factor(level) >= SMALLEST)
                .count();
    }

    /** The level whose pixels are nearest to cells of the given size in pixels of the photo. */
    int level(double cell) {
        int level = 0;
        while (level < coarsest && cell * factor(level) > NEXT) {
            level++;
        }
        return level;
    }

    /** Size of a level against the photo. */
    double factor(int level) {
        return FACTORS[level];
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
            Pixels from = level > 2 ? picture(level - 2) : photo;
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
        double step = span / pixels;
        if (pose.upright()) {
            double side = pose.a() * step * factor;
            double middle = pixels / 2.0;
            from.take(pose.c() * factor - middle * side, pose.f() * factor - middle * side, side, pixels, packed);
            return image;
        }
        double u = (0.5 - pixels / 2.0) * step;
        for (int row = 0, to = 0; row < pixels; row++) {
            double v = (row + 0.5 - pixels / 2.0) * step;
            double nx = (pose.a() * u + pose.b() * v + pose.c()) * factor;
            double ny = (pose.d() * u + pose.e() * v + pose.f()) * factor;
            double nz = pose.g() * u + pose.h() * v + 1;
            for (int column = 0; column < pixels; column++) {
                packed[to++] = from.at((float) (nx / nz - 0.5), (float) (ny / nz - 0.5));
                nx += pose.a() * step * factor;
                ny += pose.d() * step * factor;
                nz += pose.g() * step;
            }
        }
        return image;
    }
}
