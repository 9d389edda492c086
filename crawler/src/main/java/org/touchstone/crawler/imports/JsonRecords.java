package org.touchstone.crawler.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Json;
import org.touchstone.record.LineReader;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;
import org.touchstone.table.Grid;

/** Objects of JSON, one on each line or as a list; what is nested stands under its JSON pointer. */
final class JsonRecords implements Rows {
    /** Records whose keys are looked at before the first is given. */
    private static final int LOOKED_AT = 40;

    private final String source;
    private final Consumer<Rejection> rejections;
    private final @Nullable LineReader lines;
    private final @Nullable JsonParser list;
    private final Deque<Row> ahead = new ArrayDeque<>();
    private @Nullable ExportException end;
    private long count;

    /**
     * Opens a file and looks whether its first records can become listings.
     *
     * @throws ExportException when they cannot, with a mapping to complete
     */
    static JsonRecords open(Path file, Mapping mapping, String source, Consumer<Rejection> rejections)
            throws IOException {
        JsonRecords records = new JsonRecords(file, mapping.records(), source, rejections);
        try {
            Set<String> keys = new LinkedHashSet<>();
            try {
                for (Row row; records.ahead.size() < LOOKED_AT && (row = records.read()) != null; ) {
                    records.ahead.add(row);
                    keys.addAll(row.names());
                }
            } catch (ExportException e) {
                if (records.ahead.isEmpty()) {
                    throw e;
                }
                records.end = e; // told after the records before it
            }
            if (!keys.isEmpty()) {
                Layout.of(List.copyOf(keys), mapping).check(mapping, /* pictures= */ false, /* header= */ 0);
            }
            return records;
        } catch (IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    /**
     * @param pointer to the list of records; empty when the file is the list, or has a record on each line
     */
    private JsonRecords(Path file, String pointer, String source, Consumer<Rejection> rejections) throws IOException {
        this.source = source;
        this.rejections = rejections;
        boolean isList = !pointer.isEmpty() || isList(file);
        InputStream in = Files.newInputStream(file);
        if (!isList) {
            lines = new LineReader(in, RecordReader.MAX_LINE_BYTES);
            list = null;
            return;
        }
        lines = null;
        JsonParser parser = Json.mapper().getFactory().createParser(in);
        list = pointer.isEmpty()
                ? parser
                : new FilteringParserDelegate(
                        parser,
                        new JsonPointerBasedFilter(pointer),
                        TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
                        /* allowMultipleMatches= */ false);
        try {
            if (list.nextToken() != JsonToken.START_ARRAY) {
                list.close();
                throw new ExportException("expected a list of records at '" + pointer
                        + "', found none; the mapping's 'records' names it");
            }
        } catch (JsonProcessingException e) {
            list.close();
            throw broken(e);
        }
    }

    private static boolean isList(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(1024);
            for (byte b : head) {
                if (b == '[') {
                    return true;
                }
                if (b == '{') {
                    return false;
                }
            }
            return false;
        }
    }

    @Override
    public String sheet() {
        return "";
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row first = ahead.poll();
        if (first == null && end != null) {
            throw end;
        }
        return first == null ? read() : first;
    }

    private @Nullable Row read() throws IOException {
        return lines != null ? nextLine(lines) : list != null ? nextOfList(list) : null;
    }

    private @Nullable Row nextLine(LineReader reader) throws IOException {
        LineReader.Line line;
        while ((line = reader.next()) != null) {
            if (line.fault() != null) {
                rejections.accept(new Rejection(source, line.number(), "", line.fault(), line.text()));
                continue;
            }
            if (line.text().isBlank()) {
                continue;
            }
            try (JsonParser parser = Json.mapper().getFactory().createParser(line.text())) {
                Row row = row(parser, line.number(), parser.nextToken());
                if (row != null && parser.nextToken() != null) {
                    reject(line.number(), "expected one JSON object on a line, found more");
                } else if (row != null) {
                    count++;
                    return row;
                }
            } catch (JsonProcessingException e) {
                if (count == 0 && e instanceof JsonEOFException) {
                    throw new ExportException("expected a JSON object on each line, or a list of them, found one that "
                            + "goes on beyond line " + line.number()
                            + "; if it holds a list, name it in a mapping, such as records: /data/items");
                }
                rejections.accept(new Rejection(source, line.number(), "", reason(e), line.text()));
            }
        }
        return null;
    }

    private @Nullable Row nextOfList(JsonParser parser) throws IOException {
        try {
            JsonToken token;
            while ((token = parser.nextToken()) != null && token != JsonToken.END_ARRAY) {
                Row row = row(parser, ++count, token);
                if (row != null) {
                    return row;
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    /** The object that begins here, read to its end; null when it is rejected. */
    private @Nullable Row row(JsonParser parser, long number, @Nullable JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            reject(number, "expected a JSON object, found " + token);
            return null;
        }
        List<String> names = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        collect(parser, "", names, cells);
        if (names.size() > Grid.MAX_COLUMNS) {
            reject(number, "expected at most " + Grid.MAX_COLUMNS + " values in a record, found more");
            return null;
        }
        return new Row(number, names, cells, Map.of(), List.of());
    }

    private static void collect(JsonParser parser, String pointer, List<String> names, List<String> cells)
            throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        int index = 0;
        for (JsonToken token; !(token = parser.nextToken()).isStructEnd(); ) {
            String key = String.valueOf(index++);
            if (isObject) {
                key = parser.currentName().replace("~", "~0").replace("/", "~1");
                token = parser.nextToken();
            }
            if (token.isStructStart()) {
                collect(parser, pointer + "/" + key, names, cells);
            } else if (token != JsonToken.VALUE_NULL && names.size() <= Grid.MAX_COLUMNS) {
                names.add(pointer + "/" + key);
                cells.add(parser.getText().strip());
            }
        }
    }

    private void reject(long number, String reason) {
        rejections.accept(new Rejection(source, number, "", reason, ""));
    }

    private static String reason(JsonProcessingException e) {
        return "expected a JSON object, found broken JSON: "
                + e.getOriginalMessage().lines().findFirst().orElse("no reason given");
    }

    private static ExportException broken(JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new ExportException("expected a list of JSON objects, found broken JSON in line " + line
                + "; the rest of the file was not read: "
                + e.getOriginalMessage().lines().findFirst().orElse("no reason given"));
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
        if (list != null) {
            list.close();
        }
    }
}
