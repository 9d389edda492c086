package org.touchstone.image;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The ImageIO reader of each format: TwelveMonkeys' for JPEG (with CMYK) and WebP, the JDK's for the others. */
final class Readers {
    static {
        // Streams of ImageIO's own making (readers within readers) stay in memory: no files in the temp folder.
        ImageIO.setUseCache(false);
    }

    private Readers() {}

    /** A new reader; to be disposed of. */
    static ImageReader of(ImageFormat format) throws ImageRejectedException {
        boolean plugin = format == ImageFormat.JPEG || format == ImageFormat.WEBP;
        String maker = plugin ? "com.twelvemonkeys." : "com.sun.imageio.";
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getOriginatingProvider().getClass().getName().startsWith(maker)) {
                return reader;
            }
        }
        throw new ImageRejectedException("expected ImageIO's reader " + maker + "* for " + format
                + " on the class path, found none; the installation is not whole");
    }
}
