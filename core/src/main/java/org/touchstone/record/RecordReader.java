package org.touchstone.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of records, one at a time, in memory bounded by the longest record. A record that cannot be read is told
 * to the consumer of rejections and passed over; only a failing disk throws. Not thread-safe.
 *
 * <pre>{@code
 * try (var listings = RecordReader.open(Path.of("listings.jsonl"), Formats.LISTING, System.err::println)) {
 *     while (listings.hasNext()) {
 *         Located<Listing> next = listings.next();
 *     }
 * }
 * }</pre>
 *
 * @param <T> what a record becomes
 */
public final class RecordReader<T> implements Iterator<Located<T>>, Closeable {
    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE_BYTES = 16 << 20;

    private final RowSource rows;
    private final RecordFormat<T> format;
    private final String source;
    private final Path folder;
    private final Consumer<Rejection> rejections;
    private @Nullable Located<T> ahead;

    private RecordReader(
            RowSource rows, RecordFormat<T> format, String source, Path folder, Consumer<Rejection> rejections) {
        this.rows = rows;
        this.format = format;
        this.source = source;
        this.folder = folder;
        this.rejections = rejections;
    }

    /** Opens a file: CSV if its name ends in {@code .csv} or {@code .tsv}, JSON Lines otherwise. */
    public static <T> RecordReader<T> open(Path file, RecordFormat<T> format, Consumer<Rejection> rejections)
            throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        String name = file.toString();
        InputStream in = Files.newInputStream(file);
        try {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean csv = lower.endsWith(".csv") || lower.endsWith(".tsv");
            return open(in, name, parent == null ? file.toAbsolutePath() : parent, csv, format, rejections);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Reads a stream, which is closed with the reader.
     *
     * @param source name of the stream in rejections
     * @param folder against which relative paths are resolved
     * @param csv whether it is CSV rather than JSON Lines
     */
    public static <T> RecordReader<T> open(
            InputStream in,
            String source,
            Path folder,
            boolean csv,
            RecordFormat<T> format,
            Consumer<Rejection> rejections)
            throws IOException {
        LineReader lines = new LineReader(in, MAX_LINE_BYTES);
        RowSource rows = csv ? new CsvRows(lines, source, format, rejections) : new JsonRows(lines, source, rejections);
        return new RecordReader<>(rows, format, source, folder, rejections);
    }

    /**
     * @throws java.io.UncheckedIOException never for bad records, only when the disk fails
     */
    @Override
    public boolean hasNext() {
        try {
            while (ahead == null) {
                RowSource.Row row = rows.next();
                if (row == null) {
                    return false;
                }
                ahead = read(row);
            }
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(source + " cannot be read", e);
        }
    }

    private @Nullable Located<T> read(RowSource.Row row) {
        try {
            return new Located<>(format.read(new Fields(row.object())), source, folder, row.line());
        } catch (FieldException e) {
            rejections.accept(new Rejection(source, row.line(), e.field(), e.reason(), Json.line(row.object())));
        } catch (IllegalArgumentException e) {
            rejections.accept(
                    new Rejection(source, row.line(), "", String.valueOf(e.getMessage()), Json.line(row.object())));
        }
        return null;
    }

    @Override
    public Located<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no record after the last of " + source);
        }
        Located<T> next = ahead;
        ahead = null;
        return java.util.Objects.requireNonNull(next);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
