package org.touchstone.image;

import static org.touchstone.image.ImageFormat.WEBP;

import org.touchstone.hit.Box;

/** Size of a WebP's canvas and place of its first frame. The inner frame's own size is held against the outer one. */
final class WebpHeader {
    private WebpHeader() {}

    static ImageHeader read(Bytes bytes) throws ImageRejectedException {
        long end = 8 + bytes.u32le(WEBP, 4);
        bytes.need(WEBP, 0, end);
        if (!bytes.startsWith("VP8X", 12)) {
            return whole(bytes, 12);
        }
        int width = 1 + bytes.u24le(WEBP, 24);
        int height = 1 + bytes.u24le(WEBP, 27);
        long at = 12;
        while (at + 8 <= end) {
            int chunk = (int) at;
            if (bytes.startsWith("ANMF", chunk)) {
                Box frame = new Box(
                        2 * bytes.u24le(WEBP, at + 8),
                        2 * bytes.u24le(WEBP, at + 11),
                        1 + bytes.u24le(WEBP, at + 14),
                        1 + bytes.u24le(WEBP, at + 17));
                if ((long) frame.x() + frame.width() > width || (long) frame.y() + frame.height() > height) {
                    throw new ImageRejectedException("expected a WebP frame within its canvas of " + width + " x "
                            + height + ", found one of " + frame.width() + " x " + frame.height());
                }
                checkInner(bytes, at + 24, at + 8 + bytes.u32le(WEBP, at + 4), frame.width(), frame.height());
                return new ImageHeader(WEBP, width, height, Orientation.UPRIGHT, frame);
            }
            if (bytes.startsWith("VP8 ", chunk) || bytes.startsWith("VP8L", chunk)) {
                checkInner(bytes, at, end, width, height);
                return ImageHeader.of(WEBP, width, height);
            }
            at = next(bytes, at);
        }
        throw new ImageRejectedException("expected a WebP with pixels, found none");
    }

    private static long next(Bytes bytes, long at) throws ImageRejectedException {
        long length = bytes.u32le(WEBP, at + 4);
        return at + 8 + length + (length & 1);
    }

    /** Holds the size in the bit stream against the one that surrounds it: the decoder makes room by the former. */
    private static void checkInner(Bytes bytes, long start, long end, int width, int height)
            throws ImageRejectedException {
        long at = start;
        while (at + 8 <= end) {
            if (bytes.startsWith("VP8 ", (int) at) || bytes.startsWith("VP8L", (int) at)) {
                ImageHeader inner = whole(bytes, at);
                if (inner.width() != width || inner.height() != height) {
                    throw new ImageRejectedException("expected a WebP bit stream of " + width + " x " + height
                            + ", found " + inner.width() + " x " + inner.height());
                }
                return;
            }
            at = next(bytes, at);
        }
        throw new ImageRejectedException("expected a WebP frame with pixels, found none");
    }

    private static ImageHeader whole(Bytes bytes, long at) throws ImageRejectedException {
        bytes.need(WEBP, at + 8, bytes.u32le(WEBP, at + 4));
        if (bytes.startsWith("VP8L", (int) at)) {
            long bits = bytes.u32le(WEBP, at + 9);
            return ImageHeader.of(WEBP, 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
        }
        if (bytes.startsWith("VP8 ", (int) at)) {
            if ((bytes.u8(WEBP, at + 8) & 1) != 0 || !bytes.startsWith("\u009d\u0001\u002a", (int) at + 11)) {
                throw new ImageRejectedException("expected a WebP that begins with a key frame, found none");
            }
            return ImageHeader.of(WEBP, bytes.u16le(WEBP, at + 14) & 0x3fff, bytes.u16le(WEBP, at + 16) & 0x3fff);
        }
        throw new ImageRejectedException("expected a WebP with pixels, found an unknown chunk");
    }
}
