package org.touchstone.indexer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of an index that was written at once; updates add parts. Its documents stand registration by registration, what
 * belongs to one behind it. Thread-safe.
 */
final class Segment {
    private final LeafReader reader;
    private final int base;
    private final int built;
    private final FixedBitSet registrations;

    private Segment(LeafReader reader, int base, int built) throws IOException {
        this.reader = reader;
        this.base = base;
        this.built = built;
        this.registrations = new FixedBitSet(Math.max(1, reader.maxDoc()));
        PostingsEnum all = reader.postings(new Term(MarkFields.TYPE, MarkFields.REGISTRATION), PostingsEnum.NONE);
        if (all != null) {
            for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
                registrations.set(doc);
            }
        }
    }

    /** The segments of an index that is being written, of which no days are asked. */
    static List<Segment> of(IndexReader reader) throws IOException {
        return of(reader, Integer.MAX_VALUE);
    }

    /** @param built day on which the index was last written */
    static List<Segment> of(IndexReader reader, int built) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            segments.add(new Segment(leaf.reader(), leaf.docBase, built));
        }
        return List.copyOf(segments);
    }

    LeafReader reader() {
        return reader;
    }

    /** What is added to a document's number here for its number in the index. */
    int base() {
        return base;
    }

    /** The documents that are there; null for all. */
    @Nullable
    Bits live() {
        return reader.getLiveDocs();
    }

    boolean isLive(int document) {
        Bits live = reader.getLiveDocs();
        return live == null || live.get(document);
    }

    /** The document of the registration that a document belongs to. */
    int registrationOf(int document) {
        return registrations.prevSetBit(document);
    }

    /** Takes a registration's document. */
    @FunctionalInterface
    interface DocumentTaker {
        void take(int document) throws IOException;
    }

    /** Gives the documents of all registrations that are there, in order. */
    void forEachRegistration(DocumentTaker taker) throws IOException {
        int last = reader.maxDoc() - 1;
        for (int doc = next(0, last); doc <= last; doc = next(doc + 1, last)) {
            if (isLive(doc)) {
                taker.take(doc);
            }
        }
    }

    private int next(int from, int last) {
        return from > last ? DocIdSetIterator.NO_MORE_DOCS : registrations.nextSetBit(from);
    }

    /** Number after the last document that belongs to the registration of a document. */
    int endOf(int document) {
        int last = reader.maxDoc() - 1;
        return Math.min(next(document + 1, last), last + 1);
    }

    /** Which registrations are in force on a day, asked one after the other. */
    InForce on(int day) throws IOException {
        return new InForce(reader, day, built);
    }

    /** The documents of the registrations that are in force on a day, with all that belongs to them. */
    FixedBitSet inForce(int day) throws IOException {
        FixedBitSet documents = new FixedBitSet(Math.max(1, reader.maxDoc()));
        InForce inForce = on(day);
        forEachRegistration(document -> {
            if (inForce.holds(document)) {
                documents.set(document, endOf(document));
            }
        });
        return documents;
    }

    /** How many documents of a type are there. */
    long count(String type) throws IOException {
        PostingsEnum all = reader.postings(new Term(MarkFields.TYPE, type), PostingsEnum.NONE);
        if (all == null) {
            return 0;
        }
        if (reader.getLiveDocs() == null) {
            return reader.docFreq(new Term(MarkFields.TYPE, type));
        }
        long count = 0;
        for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
            count += isLive(doc) ? 1 : 0;
        }
        return count;
    }

    static long count(List<Segment> segments, String type) throws IOException {
        long count = 0;
        for (Segment segment : segments) {
            count += segment.count(type);
        }
        return count;
    }

    /** Number in the index of the one document that is there with a term, -1 when there is none. */
    static int find(List<Segment> segments, String field, String value) throws IOException {
        Term term = new Term(field, value);
        for (Segment segment : segments) {
            PostingsEnum found = segment.reader.postings(term, PostingsEnum.NONE);
            int doc = found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
            while (doc != DocIdSetIterator.NO_MORE_DOCS) {
                if (segment.isLive(doc)) {
                    return segment.base + doc;
                }
                doc = found.nextDoc();
            }
        }
        return -1;
    }

    /**
     * The one segment of an index that has views of images; null when it has none.
     *
     * @throws IOException when there are several: such an index is never written
     */
    static @Nullable Segment ofViews(List<Segment> segments) throws IOException {
        Segment found = null;
        for (Segment segment : segments) {
            if (segment.reader.docFreq(new Term(MarkFields.TYPE, MarkFields.VIEW)) > 0) {
                if (segments.size() > 1) {
                    throw new IOException(
                            "damaged index: expected views in one part, found " + segments.size() + " parts");
                }
                found = segment;
            }
        }
        return found;
    }

    /** The segment that has a document of the index. */
    static Segment of(List<Segment> segments, int document) {
        for (int i = segments.size() - 1; i > 0; i--) {
            if (segments.get(i).base <= document) {
                return segments.get(i);
            }
        }
        return segments.get(0);
    }
}
