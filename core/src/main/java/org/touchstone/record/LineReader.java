package org.touchstone.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8, one at a time, in memory bounded by the longest line allowed: a longer one is skipped without being
 * held. A byte order mark at the start is dropped. Not thread-safe.
 */
public final class LineReader implements Closeable {
    /**
     * A line: its text, or why it has none.
     *
     * @param number from 1
     * @param fault what was expected and what was found; null when the text is whole
     */
    public record Line(long number, String text, @Nullable String fault) {}

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] line = new byte[1 << 10];
    private long number;

    /**
     * @param maxBytes the longest line that is read
     */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** The next line without its end; null after the last. */
    public @Nullable Line next() throws IOException {
        int length = 0;
        long skipped = 0;
        boolean any = false;
        boolean ended = false;
        while (!ended) {
            if (position == limit) {
                limit = Math.max(0, in.read(buffer));
                position = 0;
                if (limit == 0) {
                    break;
                }
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int piece = end - position;
            int kept = Math.min(piece, maxBytes - length);
            if (length + kept > line.length) {
                line = Arrays.copyOf(line, (int) Math.min(maxBytes, Math.max(2L * line.length, length + kept)));
            }
            System.arraycopy(buffer, position, line, length, kept);
            length += kept;
            skipped += piece - kept;
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        if (!any) {
            return null;
        }
        number++;
        return skipped > 0 ? tooLong(length, length + skipped) : decode(length);
    }

    private Line tooLong(int length, long whole) {
        String start = new String(line, 0, Math.min(length, Rejection.EXCERPT), StandardCharsets.UTF_8);
        line = new byte[1 << 10];
        return new Line(
                number,
                start,
                "expected a line of at most " + maxBytes + " bytes, found " + whole + " bytes; split it");
    }

    private Line decode(int length) {
        int from = number == 1 && startsWithMark(length) ? 3 : 0;
        int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
        try {
            return new Line(number, strictly(line, from, to), null);
        } catch (CharacterCodingException e) {
            String lenient = new String(line, from, to - from, StandardCharsets.UTF_8);
            int at = lenient.indexOf('\uFFFD');
            return new Line(
                    number,
                    lenient,
                    "expected UTF-8, found other bytes after " + Math.max(at, 0)
                            + " characters; save the file as UTF-8");
        }
    }

    private boolean startsWithMark(int length) {
        return length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }

    static String strictly(byte[] bytes, int from, int to) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, to - from))
                .toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
