package org.touchstone.indexer;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A choice among the views of a {@link ViewDictionary}. Immutable and thread-safe. */
public final class ViewSet {
    private final Ordinals views;
    private final FixedBitSet documents;

    private ViewSet(Ordinals views, FixedBitSet documents) {
        this.views = views;
        this.documents = documents;
    }

    static ViewSet of(@Nullable Segment part, Ordinals views, MarkFilter filter) throws IOException {
        LeafReader segment = part == null ? null : part.reader();
        FixedBitSet documents = new FixedBitSet(segment == null ? 1 : segment.maxDoc());
        for (int i = 0; i < views.count(); i++) {
            documents.set(views.document(i));
        }
        if (segment != null) {
            keep(segment, documents, MarkFields.OFFICE, List.copyOf(filter.offices()));
            keep(
                    segment,
                    documents,
                    MarkFields.NICE,
                    filter.niceClasses().stream().map(String::valueOf).toList());
        }
        if (part != null && filter.inForceOn() != null) {
            documents.and(part.inForce(Days.number(filter.inForceOn())));
        }
        return new ViewSet(views, documents);
    }

    /** Keeps the documents that have one of the terms; all where none is named. */
    private static void keep(LeafReader segment, FixedBitSet documents, String field, List<String> terms)
            throws IOException {
        if (terms.isEmpty()) {
            return;
        }
        FixedBitSet named = new FixedBitSet(documents.length());
        for (String term : terms) {
            PostingsEnum postings = segment.postings(new Term(field, term), PostingsEnum.NONE);
            if (postings != null) {
                for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                    named.set(doc);
                }
            }
        }
        documents.and(named);
    }

    /** Whether a view is in it. */
    public boolean contains(int view) {
        return documents.get(views.document(view));
    }

    /** How many views are in it. */
    public int count() {
        return documents.cardinality();
    }

    FixedBitSet documents() {
        return documents;
    }
}
