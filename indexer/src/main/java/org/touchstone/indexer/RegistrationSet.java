package org.touchstone.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/** Registrations of one index that a query has found. Immutable and thread-safe. */
public final class RegistrationSet {
    private final List<Segment> segments;
    private final List<FixedBitSet> documents;
    private final long count;

    /** @param documents the registrations' documents with all that belong to them, one set for each segment */
    RegistrationSet(List<Segment> segments, List<FixedBitSet> documents, long count) {
        this.segments = segments;
        this.documents = List.copyOf(documents);
        this.count = count;
    }

    /** How many registrations there are. */
    public long count() {
        return count;
    }

    /**
     * Whether a sign belongs to one of them.
     *
     * @param number of the sign, from a dictionary of the same index
     */
    public boolean hasSign(int number) {
        return hasDocument(number);
    }

    /** Whether a registration is one of them. */
    public boolean has(String id) {
        try {
            int document = Segment.find(segments, MarkFields.ID, id);
            return document >= 0 && hasDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasDocument(int number) {
        int segment = segments.size() - 1;
        while (segments.get(segment).base() > number) {
            segment--;
        }
        return documents.get(segment).get(number - segments.get(segment).base());
    }

    List<FixedBitSet> documents() {
        return documents;
    }
}
