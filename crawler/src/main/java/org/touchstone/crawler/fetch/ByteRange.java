package org.touchstone.crawler.fetch;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a resource (RFC 9110, section 14; RFC 8216, section 4.3.2.2).
 *
 * @param offset bytes before it
 * @param length bytes of it, at least one
 */
public record ByteRange(long offset, long length) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes +(\\d{1,15})-(\\d{1,15})/(?:\\d{1,18}|\\*)");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15})@(\\d{1,15})");

    public ByteRange {
        if (offset < 0 || length < 1 || offset > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("no range: " + length + "@" + offset);
        }
    }

    /** The offset of the first byte behind it. */
    public long end() {
        return offset + length;
    }

    /** As the header Range asks for it. */
    String header() {
        return "bytes=" + offset + "-" + (end() - 1);
    }

    /** Whether a Content-Range header speaks of these very bytes. */
    public boolean isOf(String contentRange) {
        Matcher stated = CONTENT_RANGE.matcher(contentRange.strip());
        return stated.matches()
                && Long.parseLong(stated.group(1)) == offset
                && Long.parseLong(stated.group(2)) == end() - 1;
    }

    /**
     * Cuts these bytes out of a whole.
     *
     * @throws IndexOutOfBoundsException when it is shorter
     */
    public byte[] of(byte[] whole) {
        if (end() > whole.length) {
            throw new IndexOutOfBoundsException("expected at least " + end() + " bytes, found " + whole.length);
        }
        return Arrays.copyOfRange(whole, (int) offset, (int) end());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ByteRange parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("expected a range such as 1024@0, found '" + text + "'");
        }
        return new ByteRange(Long.parseLong(written.group(2)), Long.parseLong(written.group(1)));
    }

    /** As playlists write it: {@code 1024@0}. */
    @Override
    public String toString() {
        return length + "@" + offset;
    }
}
