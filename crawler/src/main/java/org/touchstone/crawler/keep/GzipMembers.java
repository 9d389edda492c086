package org.touchstone.crawler.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Tells which gzip members of a file are whole (RFC 1952), as {@link WarcArchive} writes them: without optional fields. */
final class GzipMembers {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int MAGIC = 0x8b1f;

    private GzipMembers() {}

    /** The end of the last whole member, counting from the given one's begin; that begin when it is torn itself. */
    static long wholeUntil(FileChannel channel, long from) throws IOException {
        long at = from;
        long next;
        while ((next = end(channel, at)) > at) {
            at = next;
        }
        return at;
    }

    /** Where the member that begins at a place ends; the place itself when no whole one begins there. */
    private static long end(FileChannel channel, long at) throws IOException {
        ByteBuffer header = read(channel, at, HEADER);
        if (header.remaining() < HEADER || (header.getShort(0) & 0xffff) != MAGIC || header.get(3) != 0) {
            return at;
        }
        Inflater inflater = new Inflater(true);
        try {
            CRC32 sum = new CRC32();
            byte[] out = new byte[1 << 16];
            long position = at + HEADER;
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    ByteBuffer more = read(channel, position, 1 << 16);
                    if (!more.hasRemaining()) {
                        return at;
                    }
                    position += more.remaining();
                    inflater.setInput(more);
                }
                int n = inflater.inflate(out);
                sum.update(out, 0, n);
                if (n == 0 && inflater.needsDictionary()) {
                    return at;
                }
            }
            long end = at + HEADER + inflater.getBytesRead();
            ByteBuffer trailer = read(channel, end, TRAILER);
            boolean right = trailer.remaining() == TRAILER
                    && trailer.getInt(0) == (int) sum.getValue()
                    && trailer.getInt(4) == (int) inflater.getBytesWritten();
            return right ? end + TRAILER : at;
        } catch (DataFormatException e) {
            return at;
        } finally {
            inflater.end();
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // until there is no more
        }
        return buffer.flip();
    }
}
