package org.touchstone.image;

import static org.touchstone.image.ImageFormat.GIF;

import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Box;

/** Size of a GIF's canvas and place of its first frame; walks all blocks, so that a cut one is known. */
final class GifHeader {
    private GifHeader() {}

    static ImageHeader read(Bytes bytes) throws ImageRejectedException {
        int width = bytes.u16le(GIF, 6);
        int height = bytes.u16le(GIF, 8);
        long at = 13L + tableLength(bytes.u8(GIF, 10));
        Box frame = null;
        while (at < bytes.length()) {
            int block = bytes.u8(GIF, at);
            if (block == 0x3b) {
                break;
            } else if (block == 0x2c) {
                if (frame == null) {
                    frame = new Box(
                            bytes.u16le(GIF, at + 1),
                            bytes.u16le(GIF, at + 3),
                            bytes.u16le(GIF, at + 5),
                            bytes.u16le(GIF, at + 7));
                }
                at = skip(bytes, at + 11 + tableLength(bytes.u8(GIF, at + 9)));
            } else if (block == 0x21) {
                at = skip(bytes, at + 2);
            } else if (frame != null) {
                break; // rubbish after the first frame: what is read is whole
            } else {
                throw new ImageRejectedException(
                        "expected a GIF block at byte " + at + ", found " + Integer.toHexString(block));
            }
        }
        return header(width, height, frame);
    }

    private static ImageHeader header(int width, int height, @Nullable Box frame) throws ImageRejectedException {
        if (frame == null) {
            throw new ImageRejectedException("expected a GIF with a frame, found none");
        }
        int w = Math.max(width, frame.x() + frame.width());
        int h = Math.max(height, frame.y() + frame.height());
        return new ImageHeader(GIF, w, h, Orientation.UPRIGHT, frame);
    }

    private static int tableLength(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    /** Past a run of sub-blocks, to the block that follows. */
    private static long skip(Bytes bytes, long start) throws ImageRejectedException {
        long at = start;
        int length = bytes.u8(GIF, at);
        while (length != 0) {
            at += 1 + length;
            length = bytes.u8(GIF, at);
        }
        return at + 1;
    }
}
