package org.touchstone.image;

import static org.touchstone.image.ImageFormat.PNG;

/** Size of a PNG; walks its chunks up to IEND, so that a cut one is known. */
final class PngHeader {
    private PngHeader() {}

    static ImageHeader read(Bytes bytes) throws ImageRejectedException {
        if (!bytes.startsWith("IHDR", 12)) {
            bytes.need(PNG, 12, 4);
            throw new ImageRejectedException("expected a PNG that begins with IHDR, found another chunk");
        }
        long width = bytes.u32(PNG, 16);
        long height = bytes.u32(PNG, 20);
        boolean data = false;
        long at = 8;
        while (true) {
            long length = bytes.u32(PNG, at);
            bytes.need(PNG, at, 12 + length);
            data |= bytes.startsWith("IDAT", (int) at + 4);
            if (bytes.startsWith("IEND", (int) at + 4)) {
                break;
            }
            at += 12 + length;
        }
        if (!data) {
            throw new ImageRejectedException("expected a PNG with pixels, found one without IDAT");
        }
        return ImageHeader.of(PNG, width, height);
    }
}
