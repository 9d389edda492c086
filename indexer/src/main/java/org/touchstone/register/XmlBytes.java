package org.touchstone.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of an XML file, read once from start to end, of which stretches can be kept. Not thread-safe. */
final class XmlBytes implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** A buffer that grew larger than this for one record is not held for the next. */
    private static final int HELD = 1 << 20;

    private final InputStream in;
    private final int largest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long line = 1;

    private byte[] kept = new byte[BUFFER];
    private int length;
    private boolean keeping;
    private boolean isTooLarge;

    /** First byte of the buffer that is to be kept and is not yet among the kept ones. */
    private int from;

    /** @param largest how many bytes are kept at most */
    XmlBytes(InputStream in, int largest) {
        this.in = in;
        this.largest = largest;
    }

    /** The next byte; -1 at the end of the file. */
    int take() throws IOException {
        if (at == filled && !fill()) {
            return -1;
        }
        byte next = buffer[at++];
        if (next == '\n') {
            line++;
        }
        return next & 0xff;
    }

    /** Gives back the byte that was taken last, which was no line's end and is not kept. */
    void giveBack() {
        at--;
        from = Math.min(from, at);
    }

    /** Reads to behind the next byte of a kind; false at the end of the file. */
    boolean skipTo(char wanted) throws IOException {
        while (true) {
            int i = at;
            while (i < filled && buffer[i] != wanted) {
                if (buffer[i] == '\n') {
                    line++;
                }
                i++;
            }
            if (i < filled) {
                at = i + 1;
                return true;
            }
            at = i;
            if (!fill()) {
                return false;
            }
        }
    }

    private boolean fill() throws IOException {
        flush();
        filled = Math.max(0, in.read(buffer));
        at = 0;
        from = 0;
        return filled > 0;
    }

    /** The line that is being read, from 1. */
    long line() {
        return line;
    }

    boolean isKeeping() {
        return keeping;
    }

    /** Keeps what is read from here on. */
    void keep() {
        keeping = true;
        from = at;
    }

    /** Keeps a byte that was read before. */
    void keep(int one) {
        keep(new byte[] {(byte) one}, 0, 1);
    }

    /** Keeps bytes that were read before. */
    void keep(byte[] bytes, int count) {
        keep(bytes, 0, count);
    }

    /** Keeps nothing of what is read from here on, and of what was kept the first bytes alone. */
    void cut(int count) {
        flush();
        keeping = false;
        length = Math.min(length, count);
    }

    /** How many bytes are kept. */
    int kept() {
        return keeping ? length + at - from : length;
    }

    /** Gives what was kept and starts anew; no more than the first bytes when there were too many. */
    byte[] end(int whenTooLarge) {
        flush();
        byte[] ended = Arrays.copyOf(kept, isTooLarge ? Math.min(length, whenTooLarge) : length);
        keeping = false;
        length = 0;
        isTooLarge = false;
        if (kept.length > HELD) {
            kept = new byte[BUFFER];
        }
        return ended;
    }

    /** Whether more was to be kept than may be. */
    boolean isTooLarge() {
        return isTooLarge || kept() > largest;
    }

    private void flush() {
        if (keeping) {
            keep(buffer, from, at - from);
            from = at;
        }
    }

    private void keep(byte[] bytes, int start, int count) {
        int taken = Math.min(count, largest - length);
        isTooLarge |= taken < count;
        if (length + taken > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(length + taken, (int) Math.min(largest, 2L * kept.length)));
        }
        System.arraycopy(bytes, start, kept, length, taken);
        length += taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
