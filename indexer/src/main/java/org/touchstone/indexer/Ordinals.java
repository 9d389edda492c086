package org.touchstone.indexer;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** Numbers the documents of one type from 0, in their order. */
final class Ordinals {
    private final int[] documents;

    private Ordinals(int[] documents) {
        this.documents = documents;
    }

    static Ordinals of(IndexReader reader, String type) throws IOException {
        if (reader.leaves().isEmpty()) {
            return new Ordinals(new int[0]);
        }
        Term term = new Term(MarkFields.TYPE, type);
        int[] documents = new int[reader.docFreq(term)];
        PostingsEnum postings = reader.leaves().get(0).reader().postings(term, PostingsEnum.NONE);
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

    /** Number of a document, negative when it is of another type. */
    int ordinal(int document) {
        return Arrays.binarySearch(documents, document);
    }
}
