package org.touchstone.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON Lines: UTF-8, no byte order mark, one object a line. A file appears whole on {@link #commit} or
 * not at all. Not thread-safe.
 *
 * @param <T> what a record is made of
 */
public final class RecordWriter<T> implements Closeable {
    private final RecordFormat<T> format;
    private final OutputStream out;
    private final @Nullable AtomicFile file;

    private RecordWriter(RecordFormat<T> format, OutputStream out, @Nullable AtomicFile file) {
        this.format = format;
        this.out = out;
        this.file = file;
    }

    /** Starts a file. */
    public static <T> RecordWriter<T> create(Path target, RecordFormat<T> format) throws IOException {
        AtomicFile file = AtomicFile.create(target);
        return new RecordWriter<>(format, file.stream(), file);
    }

    /** Writes to a stream, which stays open. */
    public static <T> RecordWriter<T> to(OutputStream out, RecordFormat<T> format) {
        return new RecordWriter<>(format, out, null);
    }

    public void write(T value) throws IOException {
        out.write(Json.line(format.write(value)).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** Makes what was written the file, or flushes the stream. */
    public void commit() throws IOException {
        if (file != null) {
            file.commit();
        } else {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
