package org.touchstone.crawler.live;

/**
 * A piece of a resource (RFC 8216, section 4.3.2.2).
 *
 * @param offset bytes before it
 * @param length bytes of it, at least one
 */
public record ByteRange(long offset, long length) {
    public ByteRange {
        if (offset < 0 || length < 1 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("no range: " + length + "@" + offset);
        }
    }

    /** The offset of the first byte behind it. */
    public long end() {
        return offset + length;
    }
}
