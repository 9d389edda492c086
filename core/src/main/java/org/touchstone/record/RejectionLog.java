package org.touchstone.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rejected records aside in a file, which is made only when there is one, and counts them. Thread-safe.
 */
public final class RejectionLog implements Consumer<Rejection>, Closeable {
    private final @Nullable Path target;
    private final Consumer<Rejection> announce;
    private final AtomicLong count = new AtomicLong();
    private @Nullable RecordWriter<Rejection> writer;

    /**
     * @param target where rejected records are kept; a file of an earlier run is removed; null to keep none
     * @param announce is told of each rejection, one at a time
     */
    public RejectionLog(@Nullable Path target, Consumer<Rejection> announce) throws IOException {
        this.target = target;
        this.announce = announce;
        if (target != null) {
            Files.deleteIfExists(target);
        }
    }

    @Override
    public synchronized void accept(Rejection rejection) {
        count.incrementAndGet();
        announce.accept(rejection);
        if (target == null) {
            return;
        }
        try {
            if (writer == null) {
                writer = RecordWriter.create(target, Formats.REJECTION);
            }
            writer.write(rejection);
        } catch (IOException e) {
            throw new UncheckedIOException("rejected records cannot be kept in " + target, e);
        }
    }

    /** How many records were rejected so far. */
    public long count() {
        return count.get();
    }

    /** Makes what was kept a file. */
    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.commit();
            writer.close();
        }
    }
}
