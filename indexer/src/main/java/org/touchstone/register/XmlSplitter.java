package org.touchstone.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an XML file into its records without reading them, in one pass and bounded memory. So a broken record costs itself and
 * no other, records can be read on several threads, and what nobody asks for is passed over at the speed of the disk. It
 * knows tags, comments, CDATA sections, processing instructions and document type declarations; the file must be in an
 * encoding of which ASCII is a part. Not thread-safe.
 */
final class XmlSplitter implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** The largest record that an office has published is of 10.9 MB (USPTO, serial number 85951867). */
    private static final int LARGEST_RECORD = 64 << 20;

    private static final int LONGEST_NAME = 256;

    private final InputStream in;
    private final byte[] record;
    private final byte[] root;
    private final List<byte[]> skipped = new ArrayList<>();
    private final Consumer<String> complaints;

    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long line = 1;

    private final byte[] name = new byte[LONGEST_NAME];
    private int nameLength;
    private int localName;

    private byte[] kept = new byte[BUFFER];
    private int length;
    private boolean keeping;
    private long began;
    private boolean rootEnded;
    private boolean done;

    /**
     * @param root name of the outermost element, with its prefix
     * @param record name of the elements that are a record each, without a prefix
     * @param skipped names of elements within records that are left out whole, without a prefix
     * @param complaints told what is wrong with the file as a whole
     */
    XmlSplitter(InputStream in, String root, String record, Set<String> skipped, Consumer<String> complaints) {
        this.in = in;
        this.root = root.getBytes(StandardCharsets.UTF_8);
        this.record = record.getBytes(StandardCharsets.UTF_8);
        skipped.forEach(one -> this.skipped.add(one.getBytes(StandardCharsets.UTF_8)));
        this.complaints = complaints;
    }

    /** The next record; null after the last. */
    @Nullable
    Slice next() throws IOException {
        while (!done && toTag()) {
            int tag = length - 1;
            int first = take();
            if (first == '!') {
                declaration();
            } else if (first == '?') {
                until('?', '?');
            } else if (first == '/') {
                toTagEnd(readName(take()));
                if (keeping && is(record)) {
                    return end("");
                }
                rootEnded = !keeping && Arrays.equals(root, Arrays.copyOf(name, nameLength));
            } else {
                int after = readName(first);
                if (is(record)) {
                    if (keeping) {
                        return cutOffBy(tag, after);
                    }
                    if (begin(after)) {
                        return end("");
                    }
                } else if (keeping && isSkipped()) {
                    length = tag;
                    keeping = false;
                    skip(Arrays.copyOf(name, nameLength), after);
                    keeping = true;
                }
            }
        }
        if (keeping) {
            return end("expected </" + text(record) + ">, found the end of the file: it is cut off in this record");
        }
        if (!done && !rootEnded && !Arrays.equals(root, record)) {
            complaints.accept("expected </" + text(root) + "> at the end, found none: the file is cut off");
        }
        done = true;
        return null;
    }

    /** Begins a record whose name was read; says whether it ends at once. */
    private boolean begin(int after) throws IOException {
        began = line;
        length = 0;
        keeping = true;
        keep('<');
        for (int i = 0; i < nameLength; i++) {
            keep(name[i]);
        }
        if (after >= 0) {
            keep(after);
        }
        return toTagEnd(after);
    }

    /** The record under way lacks its end; another one begins here. It is given when it ends. */
    private Slice cutOffBy(int tag, int after) throws IOException {
        length = tag;
        Slice broken = end("expected </" + text(record) + "> before the next record begins, found none");
        begin(after);
        return broken;
    }

    private Slice end(String fault) {
        boolean tooLarge = length >= LARGEST_RECORD;
        Slice slice = tooLarge
                ? new Slice(
                        Arrays.copyOf(kept, LONGEST_NAME),
                        began,
                        "expected a record of at most " + LARGEST_RECORD + " bytes, found a larger one")
                : new Slice(Arrays.copyOf(kept, length), began, fault);
        length = 0;
        keeping = false;
        if (kept.length > 1 << 20) {
            kept = new byte[BUFFER];
        }
        return slice;
    }

    /** Passes over an element of which the start tag's name was read. */
    private void skip(byte[] element, int after) throws IOException {
        int depth = toTagEnd(after) ? 0 : 1;
        while (depth > 0 && toTag()) {
            int first = take();
            if (first == '!') {
                declaration();
            } else if (first == '?') {
                until('?', '?');
            } else {
                boolean end = first == '/';
                int last = readName(end ? take() : first);
                if (nameLength == element.length && Arrays.equals(element, Arrays.copyOf(name, nameLength))) {
                    depth += end ? -1 : toTagEnd(last) ? 0 : 1;
                }
            }
        }
    }

    /** Reads to behind the next tag's opening bracket; false at the end of the file. */
    private boolean toTag() throws IOException {
        while (true) {
            int from = at;
            int i = from;
            while (i < filled && buffer[i] != '<') {
                if (buffer[i] == '\n') {
                    line++;
                }
                i++;
            }
            boolean found = i < filled;
            at = found ? i + 1 : i;
            if (keeping) {
                keep(from, at - from);
            }
            if (found) {
                return true;
            }
            if (!fill()) {
                return false;
            }
        }
    }

    /** A comment, a CDATA section or a document type declaration, of which {@code <!} was read. */
    private void declaration() throws IOException {
        int first = take();
        if (first == '-') {
            take();
            until('-', '-');
        } else if (first == '[') {
            until(']', ']');
        } else {
            doctype();
        }
    }

    /** Reads to behind the bracket that follows two characters, or one where both are the question mark. */
    private void until(int one, int other) throws IOException {
        int before = 0;
        int last = 0;
        for (int next = take(); next >= 0; next = take()) {
            if (next == '>' && last == other && (before == one || one == '?')) {
                return;
            }
            before = last;
            last = next;
        }
    }

    /** Passes over a document type declaration. Nothing that it declares is read. */
    private void doctype() throws IOException {
        int brackets = 0;
        boolean entities = false;
        for (int next = take(); next >= 0; next = take()) {
            if (next == '"' || next == '\'') {
                quoted(next);
            } else if (next == '[') {
                brackets++;
            } else if (next == ']') {
                brackets--;
            } else if (next == '<') {
                if (take() == '!') {
                    int kind = take();
                    if (kind == '-') {
                        take();
                        until('-', '-');
                    } else {
                        int second = take();
                        entities |= kind == 'E' && second == 'N';
                        declared();
                    }
                } else {
                    until('?', '?');
                }
            } else if (next == '>' && brackets <= 0) {
                break;
            }
        }
        if (entities) {
            complaints.accept(
                    "expected no entities of the document's own, found <!ENTITY: they are not read, and a record that"
                            + " uses one is rejected");
        }
    }

    /** Passes over the rest of a declaration within a document type declaration. */
    private void declared() throws IOException {
        for (int next = take(); next >= 0 && next != '>'; next = take()) {
            if (next == '"' || next == '\'') {
                quoted(next);
            }
        }
    }

    private void quoted(int quote) throws IOException {
        int next = take();
        while (next >= 0 && next != quote) {
            next = take();
        }
    }

    /** Reads a name of which the first byte was taken, and gives the byte that follows. */
    private int readName(int first) throws IOException {
        nameLength = 0;
        localName = 0;
        int next = first;
        while (next > ' ' && next != '>' && next != '/' && next != '<') {
            if (nameLength < LONGEST_NAME) {
                name[nameLength++] = (byte) next;
                if (next == ':') {
                    localName = nameLength;
                }
            }
            next = take();
        }
        return next;
    }

    /** Reads to the end of a tag, of which one byte behind the name was read; says whether the tag is an end, too. */
    private boolean toTagEnd(int from) throws IOException {
        int before = 0;
        for (int next = from; next >= 0; next = take()) {
            if (next == '>') {
                return before == '/';
            }
            if (next == '"' || next == '\'') {
                quoted(next);
            }
            before = next;
        }
        return false;
    }

    private boolean is(byte[] wanted) {
        return Arrays.equals(name, localName, nameLength, wanted, 0, wanted.length);
    }

    private boolean isSkipped() {
        for (byte[] one : skipped) {
            if (is(one)) {
                return true;
            }
        }
        return false;
    }

    /** The next byte, kept where a record is under way; -1 at the end of the file. */
    private int take() throws IOException {
        if (at == filled && !fill()) {
            return -1;
        }
        byte next = buffer[at++];
        if (next == '\n') {
            line++;
        }
        if (keeping) {
            keep(next);
        }
        return next & 0xff;
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, in.read(buffer));
        at = 0;
        return filled > 0;
    }

    private void keep(int one) {
        if (length < LARGEST_RECORD) {
            if (length == kept.length) {
                kept = Arrays.copyOf(kept, 2 * kept.length);
            }
            kept[length++] = (byte) one;
        }
    }

    private void keep(int from, int count) {
        int taken = Math.min(count, LARGEST_RECORD - length);
        if (length + taken > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + taken));
        }
        System.arraycopy(buffer, from, kept, length, taken);
        length += taken;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
