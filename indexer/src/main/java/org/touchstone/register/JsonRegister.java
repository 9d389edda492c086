package org.touchstone.register;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.LineReader;
import org.touchstone.record.Located;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

/**
 * A register in JSON: objects one a line, one after the other, in a list, or in a list within an object. What an object's keys
 * are tells whether it is one of TMview or in the project's own format.
 */
final class JsonRegister extends Records {
    /** Keys under which lists of records stand. */
    private static final Set<String> LISTS =
            Set.of("tradeMarks", "trademarks", "rows", "docs", "results", "items", "data", "marks", "registrations");

    /** Keys of which one stands in every record that is read. */
    private static final Set<String> KNOWN = Set.of("ST13", "id", "number", "text", "images", "office");

    private final RegisterSource source;
    private final Intake intake;
    private final @Nullable LineReader lines;
    private final @Nullable JsonSplitter objects;

    private JsonRegister(
            RegisterSource source, Intake intake, @Nullable LineReader lines, @Nullable JsonSplitter objects) {
        this.source = source;
        this.intake = intake;
        this.lines = lines;
        this.objects = objects;
    }

    /** Where the records of a file stand; the level is -1 where each has a line. */
    private record Place(int level, String list) {}

    /**
     * @param start the first bytes
     * @throws NoRegisterException when its first record is of no known kind
     */
    static JsonRegister open(RegisterSource source, byte[] start, Intake intake) throws IOException {
        if (start.length > 1 && (start[0] == (byte) 0xff || start[0] == (byte) 0xfe)) {
            throw new NoRegisterException(source.name(), "JSON in UTF-16 (save it as UTF-8)", false);
        }
        String text = new String(start, StandardCharsets.UTF_8);
        Place place = place(text.startsWith("\ufeff") ? text.substring(1) : text, source.name());
        InputStream in = source.content().open();
        return place.level < 0
                ? new JsonRegister(source, intake, new LineReader(in, RecordReader.MAX_LINE_BYTES), null)
                : new JsonRegister(
                        source,
                        intake,
                        null,
                        new JsonSplitter(
                                in, place.level, place.list, complaint -> intake.reject(source.name(), complaint)));
    }

    private static Place place(String text, String name) throws IOException {
        String bare = text.stripLeading();
        Place place = bare.startsWith("[") ? new Place(1, "") : list(bare);
        if (place == null) {
            List<String> lines =
                    bare.lines().filter(line -> !line.isBlank()).limit(2).toList();
            boolean apart =
                    isWhole(lines.get(0)) || lines.size() > 1 && lines.get(1).startsWith("{\"");
            place = new Place(apart ? -1 : 0, "");
        }
        Set<String> keys = keys(bare, place);
        if (!keys.isEmpty() && keys.stream().noneMatch(KNOWN::contains)) {
            throw new NoRegisterException(
                    name,
                    "JSON of a kind that is not known, with the keys " + Notes.shortened(String.join(", ", keys))
                            + " (docs/registers.md names the kinds)",
                    false);
        }
        return place;
    }

    /** The list that an object holds its records in; null when it holds none. */
    private static @Nullable Place list(String text) throws IOException {
        try (JsonParser parser = Json.mapper().getFactory().createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.contains(key)) {
                    JsonToken first = parser.nextToken();
                    if (first == JsonToken.START_OBJECT || first == JsonToken.END_ARRAY) {
                        return new Place(2, key);
                    }
                    return null;
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // more than the start would have to be read, or it is broken
        }
        return null;
    }

    /** The keys of the first record, as far as they are seen. */
    private static Set<String> keys(String text, Place place) throws IOException {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonParser parser = Json.mapper().getFactory().createParser(text)) {
            JsonToken token = parser.nextToken();
            if (place.level == 2) {
                while ((token = parser.nextToken()) == JsonToken.FIELD_NAME
                        && !place.list.equals(parser.currentName())) {
                    parser.nextToken();
                    parser.skipChildren();
                }
                token = parser.nextToken();
            }
            if (place.level > 0) {
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // the record that is broken will be named
            keys.add("id");
        }
        return keys;
    }

    /** Whether a line looks like an object from its beginning to its end, be it broken. */
    private static boolean isWhole(String line) throws IOException {
        try (JsonParser parser = Json.mapper().getFactory().createParser(line)) {
            while (parser.nextToken() != null) {
                // to the end
            }
        } catch (JsonEOFException e) {
            return false;
        } catch (JacksonException e) {
            // broken within
        }
        return line.stripTrailing().endsWith("}");
    }

    @Override
    @Nullable
    RegisterRecord advance() throws IOException {
        if (objects != null) {
            Slice slice = objects.next();
            return slice == null ? null : RegisterRecord.of(slice.bytes().length, () -> read(slice));
        }
        LineReader.Line line;
        while (lines != null && (line = lines.next()) != null) {
            if (line.fault() != null) {
                intake.rejections().accept(new Rejection(source.name(), line.number(), "", line.fault(), line.text()));
            } else if (!line.text().isBlank()) {
                LineReader.Line found = line;
                return RegisterRecord.of(
                        2 * found.text().length(),
                        () -> read(found.text(), new Notes(source.name(), source.folder(), found.number())));
            }
        }
        return null;
    }

    private RegisterRecord.Reading read(Slice slice) {
        Notes notes = new Notes(source.name(), source.folder(), slice.line());
        if (!slice.fault().isEmpty()) {
            notes.add("", slice.fault(), JsonSplitter.start(slice));
            return new RegisterRecord.Reading(null, notes.rejections());
        }
        return read(RecordText.of(slice.bytes(), StandardCharsets.UTF_8, notes), notes);
    }

    private static RegisterRecord.Reading read(String text, Notes notes) {
        List<Rejection> rejections;
        try {
            ObjectNode object = Json.read(text);
            RegisterChange change = object.has("ST13")
                    ? Tmview.read(object, notes)
                    : new RegisterChange.Put(Formats.REGISTRATION.read(new Fields(object)));
            return new RegisterRecord.Reading(
                    new Located<>(change, notes.source(), notes.folder(), notes.line()), notes.rejections());
        } catch (FieldException e) {
            rejections = new ArrayList<>(notes.rejections());
            rejections.add(new Rejection(notes.source(), notes.line(), e.field(), e.reason(), text));
        } catch (RuntimeException e) {
            rejections = new ArrayList<>(notes.rejections());
            rejections.add(new Rejection(notes.source(), notes.line(), "", reason(e), text));
        }
        return new RegisterRecord.Reading(null, rejections);
    }

    /** Why a record could not be read, where nobody foresaw it; it ends no run. */
    static String reason(RuntimeException e) {
        return e instanceof IllegalArgumentException
                ? String.valueOf(e.getMessage())
                : "could not be read, please report this: " + e;
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
        if (objects != null) {
            objects.close();
        }
    }
}
