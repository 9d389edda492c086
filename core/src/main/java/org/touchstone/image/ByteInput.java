package org.touchstone.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An array as ImageIO's input, without the copy that its own stream makes. A decoder that reads on and on past the end is
 * stopped: some take what is missing for zeros, and spend minutes on a file of a hundred bytes.
 */
final class ByteInput extends ImageInputStreamImpl {
    /** Decoders look ahead a little, past the end as well. */
    private static final int MAX_READS_PAST_END = 1000;

    private final byte[] content;
    private int readsPastEnd;

    ByteInput(byte[] content) {
        this.content = content;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < content.length ? content[(int) streamPos++] & 0xff : end();
    }

    private int end() {
        if (++readsPastEnd > MAX_READS_PAST_END) {
            throw new IllegalStateException("it goes on past its end");
        }
        return -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int count = (int) Math.min(length, content.length - streamPos);
        if (count <= 0) {
            return end();
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
