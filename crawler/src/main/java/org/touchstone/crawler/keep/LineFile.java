package org.touchstone.crawler.keep;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * JSON Lines that grow line by line and can be read at any time. What was written after the last length that its owner
 * remembers is cut off when the file is opened again: it will be written once more. Thread-safe.
 */
public final class LineFile implements Closeable {
    private final FileChannel channel;
    private long length;

    /**
     * Opens or makes a file.
     *
     * @param length bytes that are remembered as written; a file that is shorter is taken as it is
     */
    public LineFile(Path file, long length) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.length = wholeLines(Math.min(length, channel.size()));
        channel.truncate(this.length);
        channel.position(this.length);
    }

    /** The length without a last line that has no end. */
    private long wholeLines(long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        for (long at = size; at > 0; at--) {
            channel.read(last.clear(), at - 1);
            if (last.get(0) == '\n') {
                return at;
            }
        }
        return 0;
    }

    /** Adds a line, which has no end yet. */
    public synchronized void add(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        length += bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Bytes written. */
    public synchronized long length() {
        return length;
    }

    /** Forces what was written to disk. */
    public synchronized void force() throws IOException {
        channel.force(false);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
