package org.touchstone.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON file into the objects that are its records, without reading them, in one pass and bounded memory; so records can be
 * read on several threads, and one that is wrong within its braces costs itself only. The file must be in an encoding of which
 * ASCII is a part. Not thread-safe.
 */
final class JsonSplitter implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int LARGEST_RECORD = 64 << 20;
    private static final int LONGEST_KEY = 100;

    private final InputStream in;
    private final String list;
    private final int level;
    private final Consumer<String> complaints;

    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long line = 1;

    private byte[] kept = new byte[BUFFER];
    private int length;
    private boolean keeping;
    private long began;

    private final StringBuilder key = new StringBuilder();
    private boolean quoted;
    private boolean escaped;
    private int depth;
    private boolean within;
    private boolean others;
    private boolean done;

    /**
     * @param level how many braces and brackets stand around a record: 0 for objects one after the other, 1 for a list, 2 for a list
     *     within an object
     * @param list key of the list within an object; else empty
     * @param complaints told what is wrong with the file as a whole
     */
    JsonSplitter(InputStream in, int level, String list, Consumer<String> complaints) {
        this.in = in;
        this.level = level;
        this.list = list;
        this.complaints = complaints;
        this.within = level == 0;
    }

    /** The next record; null after the last. */
    @Nullable
    Slice next() throws IOException {
        while (!done) {
            if (at == filled && !fill()) {
                return last();
            }
            byte one = buffer[at++];
            if (one == '\n') {
                line++;
            }
            if (keeping) {
                keep(one);
            }
            if (quoted) {
                inText(one);
            } else if (one == '"') {
                quoted = true;
                key.setLength(0);
                others |= within && depth == level && !keeping;
            } else if (one == '{' || one == '[') {
                open(one);
            } else if (one == '}' || one == ']') {
                depth--;
                if (keeping && depth == level) {
                    return end("");
                }
                within &= depth >= level;
            } else {
                others |= within && depth == level && !keeping && one > ' ' && one != ',';
            }
        }
        return null;
    }

    private void inText(byte one) {
        if (escaped) {
            escaped = false;
        } else if (one == '\\') {
            escaped = true;
        } else if (one == '"') {
            quoted = false;
        } else if (depth == 1 && key.length() < LONGEST_KEY) {
            key.append((char) (one & 0xff));
        }
    }

    private void open(byte one) {
        if (within && depth == level && !keeping) {
            if (one == '{') {
                keeping = true;
                began = line;
                length = 0;
                keep(one);
            } else {
                others = true;
            }
        }
        depth++;
        if (level > 0 && depth == level && one == '[' && !keeping) {
            within |= level == 1 || list.contentEquals(key);
        }
    }

    private @Nullable Slice last() {
        done = true;
        if (others) {
            complaints.accept("expected JSON objects, found something else among them, which was passed over");
        }
        if (keeping) {
            return end("expected } at the end of the record, found the end of the file: it is cut off in this record");
        }
        if (depth > 0) {
            complaints.accept("expected the end of the list, found the end of the file: it is cut off");
        }
        return null;
    }

    private Slice end(String fault) {
        boolean tooLarge = length >= LARGEST_RECORD;
        Slice slice = tooLarge
                ? new Slice(
                        Arrays.copyOf(kept, BUFFER),
                        began,
                        "expected a record of at most " + LARGEST_RECORD + " bytes, found a larger one")
                : new Slice(Arrays.copyOf(kept, length), began, fault);
        keeping = false;
        length = 0;
        if (kept.length > 1 << 20) {
            kept = new byte[BUFFER];
        }
        return slice;
    }

    private void keep(byte one) {
        if (length < LARGEST_RECORD) {
            if (length == kept.length) {
                kept = Arrays.copyOf(kept, 2 * kept.length);
            }
            kept[length++] = one;
        }
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, in.read(buffer));
        at = 0;
        return filled > 0;
    }

    /** The start of a slice, for people. */
    static String start(Slice slice) {
        return Notes.shortened(
                new String(slice.bytes(), 0, Math.min(slice.bytes().length, 1000), StandardCharsets.UTF_8)
                        .replaceAll("\\s+", " "));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
