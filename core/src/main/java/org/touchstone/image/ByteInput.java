package org.touchstone.image;

import javax.imageio.stream.ImageInputStreamImpl;

/** An array as ImageIO's input, without the copy that its own stream makes. */
final class ByteInput extends ImageInputStreamImpl {
    private final byte[] content;

    ByteInput(byte[] content) {
        this.content = content;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < content.length ? content[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int count = (int) Math.min(length, content.length - streamPos);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(content, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return content.length;
    }
}
