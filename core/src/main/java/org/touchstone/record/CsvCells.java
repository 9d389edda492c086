package org.touchstone.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a CSV text (RFC 4180), a row at a time, whatever they mean; rows may differ in length, empty lines are
 * passed over. Memory is bounded by {@value #MAX_ROW} characters a row. Not thread-safe.
 */
public final class CsvCells implements Closeable {
    /** The longest row that is read, in characters. */
    public static final int MAX_ROW = 4 << 20;

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     */
    public record Row(long line, List<String> cells) {}

    private final Reader in;
    private final Iterator<CsvRecord> records;

    public CsvCells(Reader in, char separator) {
        this.in = in;
        records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_ROW)
                .ofCsvRecord(in)
                .iterator();
    }

    /**
     * The next row; null after the last.
     *
     * @throws IOException when the disk fails, or when what follows is no CSV, such as a quote that is never closed
     */
    public @Nullable Row next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord next = records.next();
            return new Row(next.getStartingLineNumber(), next.getFields());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "expected CSV as in RFC 4180; the rest of the file was not read: " + cause.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
