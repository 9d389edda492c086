package org.touchstone.image;

/** Numbers at places of a byte array; past its end they are missing by name, not by an index error. */
final class Bytes {
    private final byte[] content;

    Bytes(byte[] content) {
        this.content = content;
    }

    int length() {
        return content.length;
    }

    int rawAt(int at) {
        return content[at] & 0xff;
    }

    int u8(ImageFormat format, long at) throws ImageRejectedException {
        need(format, at, 1);
        return content[(int) at] & 0xff;
    }

    int u16(ImageFormat format, long at) throws ImageRejectedException {
        return u8(format, at) << 8 | u8(format, at + 1);
    }

    long u32(ImageFormat format, long at) throws ImageRejectedException {
        return (long) u16(format, at) << 16 | u16(format, at + 2);
    }

    int u16le(ImageFormat format, long at) throws ImageRejectedException {
        return u8(format, at) | u8(format, at + 1) << 8;
    }

    int u24le(ImageFormat format, long at) throws ImageRejectedException {
        return u16le(format, at) | u8(format, at + 2) << 16;
    }

    long u32le(ImageFormat format, long at) throws ImageRejectedException {
        return u16le(format, at) | (long) u16le(format, at + 2) << 16;
    }

    /** Whether the characters, one for each byte, stand at a place. */
    boolean startsWith(String magic, int at) {
        if (at + magic.length() > content.length) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((content[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Rejects a file that ends before {@code at + count}. */
    void need(ImageFormat format, long at, long count) throws ImageRejectedException {
        if (at < 0 || count < 0 || at + count > content.length) {
            throw truncated(format, at + count);
        }
    }

    ImageRejectedException truncated(ImageFormat format, long expected) {
        return new ImageRejectedException("expected " + format + " of at least " + expected
                + " bytes, found one cut short at " + content.length + " bytes");
    }
}
