package org.touchstone.matcher.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A set of words with a number each, in a few bytes a word: open addressing on 64-bit keys. Thread-safe once made. */
final class WordList {
    private final long[] keys;
    private final byte[] values;
    private final int mask;
    private int count;

    /** A list with room for so many words. */
    WordList(int words) {
        int size = Integer.highestOneBit(Math.max(16, words * 3 / 2)) << 1;
        keys = new long[size];
        values = new byte[size];
        mask = size - 1;
    }

    void put(long key, int value) {
        int slot = slot(key);
        if (keys[slot] != key && ++count == keys.length) {
            throw new IllegalStateException("expected at most " + count + " words, found more");
        }
        keys[slot] = key;
        values[slot] = (byte) value;
    }

    /** The number of a word, 0 when it is not in the list. */
    int get(long key) {
        return values[slot(key)];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ (mixed >>> 29)) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    static void read(String name, Consumer<String> line) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the word list " + name + " is missing from this build");
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            for (String next = reader.readLine(); next != null; next = reader.readLine()) {
                line.accept(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + name + " cannot be read", e);
        }
    }
}
