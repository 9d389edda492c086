package org.touchstone.indexer;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Numbers the documents of one type from 0, in their order. */
final class Ordinals {
    private final int[] documents;

    /** A bit for each document of the type, and before each word of bits how many there are. */
    private final long[] bits;

    private final int[] before;

    private Ordinals(int[] documents) {
        this.documents = documents;
        int last = documents.length == 0 ? 0 : documents[documents.length - 1];
        bits = new long[(last >> 6) + 1];
        before = new int[bits.length];
        for (int document : documents) {
            bits[document >> 6] |= 1L << document;
        }
        for (int i = 1; i < bits.length; i++) {
            before[i] = before[i - 1] + Long.bitCount(bits[i - 1]);
        }
    }

    /** @param segment null for no documents */
    static Ordinals of(@Nullable Segment segment, String type) throws IOException {
        if (segment == null) {
            return new Ordinals(new int[0]);
        }
        Term term = new Term(MarkFields.TYPE, type);
        int[] documents = new int[segment.reader().docFreq(term)];
        PostingsEnum postings = segment.reader().postings(term, PostingsEnum.NONE);
        int count = 0;
        if (postings != null) {
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                documents[count++] = doc;
            }
        }
        return new Ordinals(Arrays.copyOf(documents, count));
    }

    int count() {
        return documents.length;
    }

    int document(int ordinal) {
        return documents[ordinal];
    }

    /** Number of a document, -1 when it is of another type. */
    int ordinal(int document) {
        int word = document >> 6;
        if (word >= bits.length || (bits[word] & 1L << document) == 0) {
            return -1;
        }
        return before[word] + Long.bitCount(bits[word] & (1L << document) - 1);
    }
}
