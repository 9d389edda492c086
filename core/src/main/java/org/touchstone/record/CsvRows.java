package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180; comma, semicolon or tab, as the header shows) as objects: a column {@code price.amount}
 * becomes a field within {@code price}, a cell of a list column is split at {@code |}, an empty cell is no field.
 */
final class CsvRows implements RowSource {
    private final LineReader lines;
    private final String source;
    private final Set<String> lists;
    private final Consumer<Rejection> rejections;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private boolean broken;

    CsvRows(LineReader lines, String source, RecordFormat<?> format, Consumer<Rejection> rejections)
            throws IOException {
        this.lines = lines;
        this.source = source;
        this.lists = format.lists();
        this.rejections = rejections;
        LineFeed feed = new LineFeed();
        String first = feed.peek();
        records = CsvReader.builder()
                .fieldSeparator(separator(first))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(feed)
                .iterator();
        CsvRecord head = advance();
        header = head == null
                ? List.of()
                : head.getFields().stream().map(String::strip).toList();
        checkHeader(format, head == null);
    }

    private void checkHeader(RecordFormat<?> format, boolean empty) {
        Set<String> columns = new HashSet<>();
        for (String column : header) {
            columns.add(column);
            columns.add(column.replaceFirst("\\..*", ""));
        }
        for (Set<String> alternatives : format.needs()) {
            if (alternatives.stream().noneMatch(columns::contains)) {
                String found = empty ? "an empty file" : "the columns " + String.join(", ", header);
                rejections.accept(Rejection.ofFile(
                        source,
                        "expected a header with a column "
                                + String.join(
                                        " or ", alternatives.stream().sorted().toList()) + ", found " + found));
                broken = true;
                return;
            }
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        CsvRecord row;
        while (!broken && (row = advance()) != null) {
            long line = row.getStartingLineNumber();
            if (row.getFieldCount() != header.size()) {
                rejections.accept(new Rejection(
                        source,
                        line,
                        "",
                        "expected " + header.size() + " columns as in the header, found " + row.getFieldCount(),
                        String.join(",", row.getFields())));
                continue;
            }
            try {
                return new Row(line, object(row));
            } catch (FieldException e) {
                rejections.accept(
                        new Rejection(source, line, e.field(), e.reason(), String.join(",", row.getFields())));
            }
        }
        return null;
    }

    private @Nullable CsvRecord advance() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            broken = true;
            Throwable cause = e.getCause() == null ? e : e.getCause();
            rejections.accept(Rejection.ofFile(
                    source, "expected CSV as in RFC 4180; the rest of the file was not read: " + cause.getMessage()));
            return null;
        }
    }

    private ObjectNode object(CsvRecord row) throws FieldException {
        ObjectNode object = Json.object();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            String cell = row.getField(i);
            if (name.isEmpty() || cell.isEmpty()) {
                continue;
            }
            if (lists.contains(name)) {
                ArrayNode array = object.putArray(name);
                for (String part : cell.split("\\|", -1)) {
                    array.add(part);
                }
                continue;
            }
            int dot = name.indexOf('.');
            if (dot <= 0 || dot == name.length() - 1) {
                object.put(name, cell);
            } else if (object.has(name.substring(0, dot))
                    && !object.get(name.substring(0, dot)).isObject()) {
                throw new FieldException(
                        name, "expected either the column '" + name.substring(0, dot) + "' or this one");
            } else {
                object.withObjectProperty(name.substring(0, dot)).put(name.substring(dot + 1), cell);
            }
        }
        return object;
    }

    private static char separator(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Feeds lines to the CSV parser; a line that cannot be read is named, and an empty one stands in its place. */
    private final class LineFeed extends Reader {
        private String current = "";
        private int position;
        private boolean ended;

        String peek() throws IOException {
            advance();
            return current;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (position == current.length()) {
                advance();
            }
            if (ended) {
                return -1;
            }
            int count = Math.min(length, current.length() - position);
            current.getChars(position, position + count, target, offset);
            position += count;
            return count;
        }

        private void advance() throws IOException {
            LineReader.Line line = lines.next();
            position = 0;
            if (line == null) {
                ended = true;
                current = "";
            } else if (line.fault() != null) {
                rejections.accept(new Rejection(source, line.number(), "", line.fault(), line.text()));
                current = "\n";
            } else {
                current = line.text() + "\n";
            }
        }

        @Override
        public void close() {}
    }
}
