package org.touchstone.image;

import static org.touchstone.image.ImageFormat.BMP;

/** Size of a BMP, held against the bytes that are there. */
final class BmpHeader {
    /** None, RLE8, RLE4, bit fields. JPEG and PNG within a BMP are not read: their size would escape the check. */
    private static final int MAX_COMPRESSION = 3;

    private BmpHeader() {}

    static ImageHeader read(Bytes bytes) throws ImageRejectedException {
        long offset = bytes.u32le(BMP, 10);
        boolean old = bytes.u32le(BMP, 14) == 12;
        long width = old ? bytes.u16le(BMP, 18) : (int) bytes.u32le(BMP, 18);
        long height = old ? bytes.u16le(BMP, 20) : Math.abs((long) (int) bytes.u32le(BMP, 22));
        int depth = bytes.u16le(BMP, old ? 24 : 28);
        long compression = old ? 0 : bytes.u32le(BMP, 30);
        if (compression > MAX_COMPRESSION) {
            throw new ImageRejectedException(
                    "expected a BMP of compression 0 to " + MAX_COMPRESSION + ", found " + compression);
        }
        if (depth < 1 || depth > 32) {
            throw new ImageRejectedException("expected a BMP of 1 to 32 bits a pixel, found " + depth);
        }
        boolean stored = compression == 0 || compression == 3;
        if (stored && width > 0) {
            bytes.need(BMP, offset, (width * depth + 31) / 32 * 4 * height);
        }
        return ImageHeader.of(BMP, Math.max(width, 0), height);
    }
}
