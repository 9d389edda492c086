package org.touchstone.image;

import org.touchstone.hit.Box;

/**
 * What a raster file says of itself, read without decoding it; the file is whole as far as its structure tells.
 *
 * @param width of the image as stored
 * @param height of the image as stored
 * @param frame where the first frame lies in the image; the whole image where there is only one
 */
record ImageHeader(ImageFormat format, int width, int height, Orientation orientation, Box frame) {
    /** The largest side that any header can state here; what is beyond fails the limits anyway. */
    private static final long MAX = 1 << 28;

    static ImageHeader of(ImageFormat format, long width, long height) {
        return of(format, width, height, Orientation.UPRIGHT);
    }

    static ImageHeader of(ImageFormat format, long width, long height, Orientation orientation) {
        int w = (int) Math.min(width, MAX);
        int h = (int) Math.min(height, MAX);
        return new ImageHeader(format, w, h, orientation, new Box(0, 0, w, h));
    }

    /** Reads the header and checks the limits. */
    static ImageHeader read(ImageFormat format, byte[] content, ImageLimits limits) throws ImageRejectedException {
        Bytes bytes = new Bytes(content);
        ImageHeader header = switch (format) {
            case JPEG -> JpegHeader.read(bytes);
            case PNG -> PngHeader.read(bytes);
            case GIF -> GifHeader.read(bytes);
            case WEBP -> WebpHeader.read(bytes);
            case BMP -> BmpHeader.read(bytes);
            case SVG -> throw new IllegalArgumentException("an SVG has no raster header");
        };
        limits.check(format, header.width, header.height);
        limits.check(format, header.frame.width(), header.frame.height());
        return header;
    }
}
