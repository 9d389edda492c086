package org.touchstone.image;

import static org.touchstone.image.ImageFormat.JPEG;

/** Size and orientation of a JPEG; walks all its segments up to the end marker, so that a cut one is known. */
final class JpegHeader {
    private JpegHeader() {}

    static ImageHeader read(Bytes bytes) throws ImageRejectedException {
        long width = 0;
        long height = 0;
        Orientation orientation = Orientation.UPRIGHT;
        boolean scanned = false;
        long at = 2;
        while (true) {
            if (bytes.u8(JPEG, at) != 0xff) {
                throw new ImageRejectedException(
                        "expected a JPEG marker at byte " + at + ", found " + Integer.toHexString(bytes.u8(JPEG, at)));
            }
            int marker = bytes.u8(JPEG, at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == 0xd9) {
                break;
            }
            if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
                at += 2;
                continue;
            }
            int length = bytes.u16(JPEG, at + 2);
            if (length < 2) {
                throw new ImageRejectedException(
                        "expected a JPEG segment of at least 2 bytes at byte " + at + ", found " + length);
            }
            bytes.need(JPEG, at + 2, length);
            if (isFrame(marker)) {
                if (width != 0) {
                    throw new ImageRejectedException("expected one frame in a JPEG, found a second at byte " + at);
                }
                height = bytes.u16(JPEG, at + 5);
                width = bytes.u16(JPEG, at + 7);
            } else if (marker == 0xe1 && orientation == Orientation.UPRIGHT) {
                orientation = Exif.orientation(bytes, (int) at + 4, length - 2);
            }
            at += 2 + length;
            if (marker == 0xda) {
                scanned = true;
                at = endOfScan(bytes, at);
            }
        }
        if (!scanned) {
            throw new ImageRejectedException("expected a JPEG with pixels, found one without a scan");
        }
        return ImageHeader.of(JPEG, width, height, orientation);
    }

    /** Start of frame, of any coding process; DHT, JPG and DAC share the range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The next marker past entropy-coded data, in which FF is stuffed with 00 and restart markers may stand. */
    private static long endOfScan(Bytes bytes, long start) throws ImageRejectedException {
        int last = bytes.length() - 1;
        for (int at = (int) start; at < last; at++) {
            if (bytes.rawAt(at) == 0xff) {
                int next = bytes.rawAt(at + 1);
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return at;
                }
            }
        }
        throw new ImageRejectedException(
                "expected a whole JPEG, found one cut short: no end marker in its " + bytes.length() + " bytes");
    }
}
