package org.touchstone.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.IndexInput;

/** Looks visual words up in a {@link FeatureDictionary}. Not thread-safe. */
public final class FeatureCursor {
    private final FeatureDictionary dictionary;
    private final IndexInput file;
    private long[] numbers = new long[1024];

    FeatureCursor(FeatureDictionary dictionary) {
        this.dictionary = dictionary;
        this.file = dictionary.copy();
    }

    /**
     * Reads the features that have a word; they are numbered from 0, in the order of their views.
     *
     * @return how many there are
     * @throws UncheckedIOException when the disk fails
     */
    public int read(int word) {
        try {
            return dictionary.read(file, word, this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signature of a feature that was read last. */
    public long signature(int number) {
        return numbers[2 * number];
    }

    /** Number of the view that a feature is of. */
    public int view(int number) {
        return (int) (numbers[2 * number + 1] >>> 32);
    }

    /** Where in its view a feature stands, packed as its analyser gave it. */
    public int place(int number) {
        return (int) numbers[2 * number + 1];
    }

    long[] room(int wanted) {
        if (numbers.length < wanted) {
            numbers = new long[Math.max(wanted, 2 * numbers.length)];
        }
        return numbers;
    }
}
