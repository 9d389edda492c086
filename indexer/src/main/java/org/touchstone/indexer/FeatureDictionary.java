package org.touchstone.indexer;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The local features of all views by their visual words: an inverted file beside Lucene's, read where it lies on the disk.
 * Thread-safe.
 */
public final class FeatureDictionary implements Closeable {
    static final String NAME = "views.features";

    private static final String CODEC = "TouchstoneFeatures";
    private static final int VERSION = 1;

    /** Two numbers for each feature: its signature, then its view and its place. */
    private static final int NUMBERS = 2;

    /** Features put in order in memory at a time, 16 bytes each; for more the views are gone through again. */
    private static final int SORTED = 4 << 20;

    private final IndexInput file;

    /** For each word the number of features before it, and at the end of all. */
    private final long[] before;

    private final long start;

    private FeatureDictionary(IndexInput file) throws IOException {
        this.file = file;
        CodecUtil.checkHeader(file, CODEC, VERSION, VERSION);
        before = new long[VisualWords.WORDS + 1];
        file.readLongs(before, 0, before.length);
        start = file.getFilePointer();
        for (int word = 0; word < VisualWords.WORDS; word++) {
            if (before[word] < 0 || before[word + 1] < before[word]) {
                throw new IOException("damaged: " + NAME + " counts " + before[word] + " features before word " + word
                        + " and " + before[word + 1] + " before the next");
            }
        }
        long expected = start + count() * NUMBERS * Long.BYTES + CodecUtil.footerLength();
        if (file.length() != expected) {
            throw new IOException("damaged: expected " + expected + " bytes of " + NAME + ", found " + file.length());
        }
    }

    static FeatureDictionary open(Directory directory) throws IOException {
        IndexInput file = directory.openInput(NAME, IOContext.DEFAULT);
        try {
            return new FeatureDictionary(file);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(file);
            throw e;
        }
    }

    /** How many features there are. */
    public long count() {
        return before[VisualWords.WORDS];
    }

    /** A way to look words up, for one thread and a while: it keeps its buffers. */
    public FeatureCursor cursor() {
        return new FeatureCursor(this);
    }

    /** Reads the features of a word, as {@link #NUMBERS} numbers each; how many there are. */
    int read(IndexInput copy, int word, FeatureCursor into) throws IOException {
        int count = (int) (before[word + 1] - before[word]);
        copy.seek(start + before[word] * NUMBERS * Long.BYTES);
        copy.readLongs(into.room(count * NUMBERS), 0, count * NUMBERS);
        return count;
    }

    IndexInput copy() {
        return file.clone();
    }

    /** Left to {@link MarkIndex#close}. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Reads all of it and checks it against its checksum. */
    static void verify(Directory directory) throws IOException {
        try (IndexInput file = directory.openInput(NAME, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(file);
        }
    }

    /**
     * Writes the file of a finished segment.
     *
     * @param segment that has views; null when none has
     */
    static void write(Directory directory, @Nullable Segment segment) throws IOException {
        write(directory, segment, SORTED);
    }

    static void write(Directory directory, @Nullable Segment segment, int sorted) throws IOException {
        Inversion inversion = new Inversion(segment);
        try (IndexOutput out = directory.createOutput(NAME, IOContext.DEFAULT)) {
            CodecUtil.writeHeader(out, CODEC, VERSION);
            for (long count : inversion.before) {
                out.writeLong(count);
            }
            for (int word = 0; word < VisualWords.WORDS; ) {
                word = inversion.write(out, word, sorted);
            }
            CodecUtil.writeFooter(out);
        }
        directory.sync(List.of(NAME));
    }

    /** The features in the order of their words, a part at a time. */
    private static final class Inversion {
        private final @Nullable LeafReader segment;
        private final Ordinals views;
        private final long[] before = new long[VisualWords.WORDS + 1];

        Inversion(@Nullable Segment segment) throws IOException {
            this.segment = segment == null ? null : segment.reader();
            this.views = Ordinals.of(segment, MarkFields.VIEW);
            each((view, words) -> {
                for (int word : words.words()) {
                    before[word + 1]++;
                }
            });
            Arrays.parallelPrefix(before, Long::sum);
        }

        /** Writes the features of as many words as there is room for; the first word left. */
        int write(IndexOutput out, int from, int sorted) throws IOException {
            int last = from + 1;
            while (last < VisualWords.WORDS && before[last + 1] - before[from] <= sorted) {
                last++;
            }
            int end = last;
            long[] numbers = new long[(int) (before[end] - before[from]) * NUMBERS];
            int[] next = new int[end - from];
            for (int i = 0; i < next.length; i++) {
                next[i] = (int) (before[from + i] - before[from]) * NUMBERS;
            }
            if (numbers.length > 0) {
                each((view, words) -> {
                    for (int i = 0; i < words.count(); i++) {
                        int word = words.words()[i];
                        if (word >= from && word < end) {
                            int at = next[word - from];
                            numbers[at] = words.signatures()[i];
                            numbers[at + 1] = (long) view << 32 | Integer.toUnsignedLong(words.places()[i]);
                            next[word - from] = at + NUMBERS;
                        }
                    }
                });
            }
            for (long number : numbers) {
                out.writeLong(number);
            }
            return end;
        }

        private void each(Taker taker) throws IOException {
            BinaryDocValues all = segment == null ? null : segment.getBinaryDocValues(MarkFields.WORDS);
            if (all != null) {
                for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
                    taker.take(views.ordinal(doc), VisualWords.unpack(all.binaryValue()));
                }
            }
        }
    }

    /** Takes a view's number and its words. */
    @FunctionalInterface
    private interface Taker {
        void take(int view, VisualWords words);
    }
}
