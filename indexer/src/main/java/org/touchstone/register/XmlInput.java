package org.touchstone.register;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file in an encoding of which ASCII is a part: what is in UTF-16 or UTF-32 is given in UTF-8, and a byte order mark
 * is left out (XML 1.0, appendix F). Not thread-safe.
 */
final class XmlInput extends InputStream {
    private static final int CHUNK = 1 << 13;

    private final Reader reader;
    private final char[] units = new char[CHUNK];
    private byte[] bytes = new byte[0];
    private int at;

    /** Units that are read and not given yet: the first half of a character, or none. */
    private int left;

    private XmlInput(Reader reader) {
        this.reader = reader;
    }

    /** Takes over a stream; what is neither UTF-16 nor UTF-32 passes as it is. */
    static InputStream of(InputStream in) throws IOException {
        InputStream buffered = in.markSupported() ? in : new BufferedInputStream(in);
        buffered.mark(4);
        byte[] start = Arrays.copyOf(buffered.readNBytes(4), 4);
        buffered.reset();
        Charset wide = wide(start);
        int mark = mark(start, wide);
        buffered.skipNBytes(mark);
        return wide == null ? buffered : new XmlInput(new InputStreamReader(buffered, wide));
    }

    /** UTF-16 or UTF-32, by the byte order mark or by where the zeros of the first character stand; null for neither. */
    private static @Nullable Charset wide(byte[] start) {
        return switch (toNumber(start)) {
            case 0x0000FEFF, 0x0000003C -> Charset.forName("UTF-32BE");
            case 0xFFFE0000, 0x3C000000 -> Charset.forName("UTF-32LE");
            default ->
                switch (toNumber(start) >>> 16) {
                    case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
                    case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
                    default -> null;
                };
        };
    }

    private static int toNumber(byte[] start) {
        return start[0] << 24 | (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | start[3] & 0xff;
    }

    /** How many bytes the byte order mark has. */
    private static int mark(byte[] start, @Nullable Charset wide) {
        if (wide == null) {
            return toNumber(start) >>> 8 == 0xEFBBBF ? 3 : 0;
        }
        if (wide.name().startsWith("UTF-32")) {
            return toNumber(start) == 0x0000FEFF || toNumber(start) == 0xFFFE0000 ? 4 : 0;
        }
        return toNumber(start) >>> 16 == 0xFEFF || toNumber(start) >>> 16 == 0xFFFE ? 2 : 0;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int read = reader.read(units, left, CHUNK - left);
            int filled = left + Math.max(0, read);
            if (filled == 0) {
                return false;
            }
            left = read > 0 && Character.isHighSurrogate(units[filled - 1]) ? 1 : 0;
            bytes = new String(units, 0, filled - left).getBytes(StandardCharsets.UTF_8);
            at = 0;
            units[0] = units[filled - 1];
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
