package org.touchstone.image;

import static org.touchstone.image.ImageFormat.JPEG;

/** The one thing that is read from EXIF. Whatever is odd in it is passed over: it never makes an image unreadable. */
final class Exif {
    private static final int TAG_ORIENTATION = 0x112;

    private Exif() {}

    /** Orientation from a JPEG's APP1 segment, upright when it states none. */
    static Orientation orientation(Bytes bytes, int start, int length) {
        if (length < 14 || !bytes.startsWith("Exif\0\0", start)) {
            return Orientation.UPRIGHT;
        }
        try {
            return orientation(bytes, start + 6, (long) start + length);
        } catch (ImageRejectedException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation orientation(Bytes bytes, int tiff, long end) throws ImageRejectedException {
        boolean little = bytes.startsWith("II", tiff);
        long directory = tiff + (little ? bytes.u32le(JPEG, tiff + 4) : bytes.u32(JPEG, tiff + 4));
        if (directory + 2 > end) {
            return Orientation.UPRIGHT;
        }
        int entries = u16(bytes, directory, little);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > end) {
                break;
            }
            if (u16(bytes, entry, little) == TAG_ORIENTATION) {
                return Orientation.ofExif(u16(bytes, entry + 8, little));
            }
        }
        return Orientation.UPRIGHT;
    }

    private static int u16(Bytes bytes, long at, boolean little) throws ImageRejectedException {
        return little ? bytes.u16le(JPEG, at) : bytes.u16(JPEG, at);
    }
}
