package org.touchstone.benchmarks.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes elements into a buffer, without white space between them. Not thread-safe. */
final class Xml {
    private record Tag(byte[] open, byte[] close) {}

    private final Map<String, Tag> tags = new HashMap<>();
    private byte[] bytes = new byte[1 << 16];
    private int length;

    Xml open(String name) {
        return put(tag(name).open);
    }

    Xml close(String name) {
        return put(tag(name).close);
    }

    /** An element; none where there is no text. */
    Xml element(String name, @Nullable String text) {
        if (text == null) {
            return this;
        }
        Tag tag = tag(name);
        put(tag.open);
        text(text);
        return put(tag.close);
    }

    /** A number, with zeros in front up to so many digits. */
    Xml element(String name, long number, int digits) {
        Tag tag = tag(name);
        put(tag.open);
        digits(number, digits);
        return put(tag.close);
    }

    Xml element(String name, long number) {
        return element(name, number, 1);
    }

    /** A date as the office writes it, {@code 20251231}; no element where there is no date. */
    Xml element(String name, @Nullable LocalDate date) {
        return date == null
                ? this
                : element(name, date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth());
    }

    Xml element(String name, boolean indicator) {
        return element(name, indicator ? "T" : "F");
    }

    Xml line() {
        room(1);
        bytes[length++] = '\n';
        return this;
    }

    int length() {
        return length;
    }

    /** Writes what the buffer holds, and empties it. */
    void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    private Tag tag(String name) {
        return tags.computeIfAbsent(name, given -> new Tag(ascii("<" + given + ">"), ascii("</" + given + ">")));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void text(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '&') {
                put(ascii("&amp;"));
            } else if (letter == '<') {
                put(ascii("&lt;"));
            } else if (letter > 127) {
                int code = text.codePointAt(i);
                put(Character.toString(code).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(code) - 1;
            } else {
                room(1);
                bytes[length++] = (byte) letter;
            }
        }
    }

    private void digits(long number, int least) {
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        count = Math.max(count, least);
        room(count);
        long rest = number;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private Xml put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
