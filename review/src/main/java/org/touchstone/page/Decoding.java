package org.touchstone.page;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.touchstone.hit.Box;
import org.touchstone.image.DecodedImage;
import org.touchstone.image.ImageDecoder;
import org.touchstone.image.ImageLimits;

/** Pictures as people see them, and where a box of the stored picture stands in them. */
final class Decoding {
    /** A page shows pictures far smaller than this. */
    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT.withKeptPixels(4_000_000));

    private final DecodedImage decoded;

    private Decoding(DecodedImage decoded) {
        this.decoded = decoded;
    }

    /**
     * @throws IOException when the bytes are no picture, or one that is not safe to decode
     */
    static Decoding of(byte[] bytes) throws IOException {
        return new Decoding(DECODER.decode(bytes));
    }

    BufferedImage image() {
        return decoded.image();
    }

    /** A box of the stored picture, in pixels of the decoded one; what lies outside is cut off. */
    Box shown(Box stored) {
        BufferedImage image = decoded.image();
        Rectangle2D shown = toShown()
                .createTransformedShape(new Rectangle2D.Double(stored.x(), stored.y(), stored.width(), stored.height()))
                .getBounds2D()
                .createIntersection(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
        int left = (int) Math.round(shown.getMinX());
        int top = (int) Math.round(shown.getMinY());
        return new Box(
                left,
                top,
                Math.max(0, (int) Math.round(shown.getMaxX()) - left),
                Math.max(0, (int) Math.round(shown.getMaxY()) - top));
    }

    /** The way back from {@link DecodedImage#toStored}, found from where three corners go. */
    private AffineTransform toShown() {
        double width = decoded.image().getWidth();
        double height = decoded.image().getHeight();
        Box origin = decoded.toStored(new Box(0, 0, 0, 0));
        Box right = decoded.toStored(new Box((int) width, 0, 0, 0));
        Box below = decoded.toStored(new Box(0, (int) height, 0, 0));
        AffineTransform toStored = new AffineTransform(
                (right.x() - origin.x()) / width,
                (right.y() - origin.y()) / width,
                (below.x() - origin.x()) / height,
                (below.y() - origin.y()) / height,
                origin.x(),
                origin.y());
        try {
            return toStored.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new AssertionError("a turn can always be undone", e);
        }
    }
}
