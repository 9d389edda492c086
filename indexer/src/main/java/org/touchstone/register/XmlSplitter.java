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
    /** The largest record that an office has published is of 10.9 MB (USPTO, serial number 85951867). */
    static final int LARGEST_RECORD = 64 << 20;

    private static final int LONGEST_NAME = 256;

    /** So much of a record that is too large is given, to find its number in. */
    private static final int BEGINNING = 1 << 12;

    private final XmlBytes bytes;
    private final byte[] record;
    private final byte[] root;
    private final List<byte[]> skipped = new ArrayList<>();
    private final Consumer<String> complaints;

    private final byte[] name = new byte[LONGEST_NAME];
    private int nameLength;
    private int localName;
    private int behindName;
    private long nameLine;

    private long began;
    private boolean skipping;
    private @Nullable Slice ready;
    private boolean rootEnded;
    private boolean done;

    /**
     * @param root name of the outermost element, with its prefix
     * @param record name of the elements that are a record each, without a prefix
     * @param skipped names of elements within records that are left out whole, without a prefix
     * @param complaints told what is wrong with the file as a whole
     */
    XmlSplitter(InputStream in, String root, String record, Set<String> skipped, Consumer<String> complaints) {
        this.bytes = new XmlBytes(in, LARGEST_RECORD);
        this.root = root.getBytes(StandardCharsets.UTF_8);
        this.record = record.getBytes(StandardCharsets.UTF_8);
        skipped.forEach(one -> this.skipped.add(one.getBytes(StandardCharsets.UTF_8)));
        this.complaints = complaints;
    }

    /** The next record; null after the last. */
    @Nullable
    Slice next() throws IOException {
        if (ready != null) {
            Slice slice = ready;
            ready = null;
            return slice;
        }
        while (!done && bytes.skipTo('<')) {
            int tag = bytes.kept() - 1;
            int first = bytes.take();
            if (first == '!') {
                if (!declaration()) {
                    return cutOff("expected the end of a comment or CDATA section");
                }
            } else if (first == '?') {
                instruction();
            } else if (first == '/') {
                readName(bytes.take());
                toTagEnd();
                if (bytes.isKeeping() && is(record)) {
                    return end("");
                }
                rootEnded = !bytes.isKeeping() && Arrays.equals(name, 0, nameLength, root, 0, root.length);
            } else {
                readName(first);
                Slice slice = element(tag);
                if (slice != null) {
                    return slice;
                }
            }
        }
        if (bytes.isKeeping()) {
            return end("expected </" + text(record) + ">, found the end of the file: it is cut off in this record");
        }
        if (!done && !rootEnded && !Arrays.equals(root, record)) {
            complaints.accept("expected </" + text(root) + "> at the end, found none: the file is cut off");
        }
        done = true;
        return null;
    }

    /** An element of which the start tag's name was read; gives the record that it ends. */
    private @Nullable Slice element(int tag) throws IOException {
        if (is(record)) {
            if (bytes.isKeeping()) {
                bytes.cut(tag);
                return cutOff("expected </" + text(record) + ">");
            }
            return begin() ? end("") : null;
        }
        if (bytes.isKeeping() && isSkipped()) {
            bytes.cut(tag);
            return skip(Arrays.copyOf(name, nameLength));
        }
        return null;
    }

    /** Begins a record whose name was read; says whether it ends at once. */
    private boolean begin() throws IOException {
        began = nameLine;
        bytes.keep('<');
        bytes.keep(name, nameLength);
        if (behindName >= 0 && behindName != '<') {
            bytes.keep(behindName);
        }
        bytes.keep();
        return toTagEnd();
    }

    /** The record under way is broken, and another one begins, of which the start tag's name was read. */
    private Slice cutOff(String expected) throws IOException {
        Slice broken = end(expected + " before the next record begins, found none");
        ready = begin() ? end("") : null;
        return broken;
    }

    private Slice end(String fault) {
        boolean isTooLarge = bytes.isTooLarge();
        return new Slice(
                bytes.end(BEGINNING),
                began,
                isTooLarge ? "expected a record of at most " + LARGEST_RECORD + " bytes, found a larger one" : fault);
    }

    /** Passes over an element of which the start tag's name was read; gives the record when that is broken. */
    private @Nullable Slice skip(byte[] element) throws IOException {
        skipping = true;
        int depth = toTagEnd() ? 0 : 1;
        while (depth > 0 && bytes.skipTo('<')) {
            int first = bytes.take();
            if (first == '!') {
                if (!declaration()) {
                    skipping = false;
                    return cutOff("expected the end of a comment or CDATA section");
                }
            } else if (first == '?') {
                instruction();
            } else {
                boolean isEnd = first == '/';
                readName(isEnd ? bytes.take() : first);
                if (Arrays.equals(name, 0, nameLength, element, 0, element.length)) {
                    depth += isEnd ? -1 : 1;
                    depth -= toTagEnd() && !isEnd ? 1 : 0;
                } else if (is(record)) {
                    skipping = false;
                    String expected = "expected </" + text(element) + ">";
                    if (!isEnd) {
                        return cutOff(expected);
                    }
                    toTagEnd();
                    return end(expected + " before the end of the record, found none");
                }
            }
        }
        skipping = false;
        bytes.keep();
        return null;
    }

    /**
     * A comment, a CDATA section or a document type declaration, of which {@code <!} was read.
     *
     * @return false when it has no end before the next record, of which the start tag's name was read
     */
    private boolean declaration() throws IOException {
        int first = bytes.take();
        if (first == '-') {
            bytes.take();
            return section('-');
        }
        if (first == '[') {
            return section(']');
        }
        new Doctype(bytes, complaints).pass();
        return true;
    }

    /**
     * Reads to behind the bracket that follows two characters. Where a record ends and another begins before, within a record,
     * the section has no end.
     */
    private boolean section(int mark) throws IOException {
        boolean recordEnded = false;
        int before = 0;
        int last = 0;
        for (int next = bytes.take(); next >= 0; next = bytes.take()) {
            while (next == '<' && (skipping || bytes.isKeeping())) {
                int tag = bytes.kept() - 1;
                int first = bytes.take();
                boolean isEnd = first == '/';
                readName(isEnd ? bytes.take() : first);
                next = behindName;
                if (is(record)) {
                    if (!isEnd && recordEnded) {
                        bytes.cut(skipping ? tag + 1 : tag);
                        return false;
                    }
                    recordEnded |= isEnd;
                }
                before = nameLength > 1 ? name[nameLength - 2] : 0;
                last = nameLength > 0 ? name[nameLength - 1] : 0;
            }
            if (next == '>' && last == mark && before == mark) {
                return true;
            }
            before = last;
            last = next;
        }
        return true;
    }

    private void instruction() throws IOException {
        int last = 0;
        for (int next = bytes.take(); next >= 0 && (next != '>' || last != '?'); next = bytes.take()) {
            last = next;
        }
    }

    /** Reads a name of which the first byte was taken, and the byte that follows. */
    private void readName(int first) throws IOException {
        nameLength = 0;
        localName = 0;
        nameLine = bytes.line();
        int next = first;
        while (next > ' ' && next != '>' && next != '/' && next != '<') {
            if (nameLength < LONGEST_NAME) {
                name[nameLength++] = (byte) next;
                if (next == ':') {
                    localName = nameLength;
                }
            }
            next = bytes.take();
        }
        behindName = next;
    }

    /**
     * Reads to the end of a tag, of which the name was read; says whether the tag is an end, too. A tag without an end, or with a
     * quotation mark too few, ends where the next one begins.
     */
    private boolean toTagEnd() throws IOException {
        int before = 0;
        int quote = 0;
        for (int next = behindName; next >= 0; next = bytes.take()) {
            if (next == '<') {
                bytes.giveBack();
                return false;
            }
            if (quote != 0) {
                quote = next == quote ? 0 : quote;
            } else if (next == '>') {
                return before == '/';
            } else if (next == '"' || next == '\'') {
                quote = next;
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

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
