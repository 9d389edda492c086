package org.touchstone.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignView;

/**
 * Finds the signs that have a key in a view. Signs have numbers, which grow in the order of the index but leave gaps.
 * Thread-safe; reading a damaged disk throws {@link UncheckedIOException}.
 */
public final class SignDictionary {
    private final List<Segment> segments;
    private final List<@Nullable Bits> wanted;
    private final Sieve sieve;

    private SignDictionary(List<Segment> segments, List<@Nullable Bits> wanted, Sieve sieve) {
        this.segments = segments;
        this.wanted = wanted;
        this.sieve = sieve;
    }

    /** The signs of all registrations. */
    static SignDictionary all(List<Segment> segments, Sieve sieve) {
        List<@Nullable Bits> wanted = new ArrayList<>();
        segments.forEach(segment -> wanted.add(segment.live()));
        return new SignDictionary(segments, wanted, sieve);
    }

    /** The signs of the registrations that are in force on a day. */
    static SignDictionary inForce(List<Segment> segments, int day, Sieve sieve) throws IOException {
        List<@Nullable Bits> wanted = new ArrayList<>();
        for (Segment segment : segments) {
            wanted.add(segment.inForce(day));
        }
        return new SignDictionary(segments, wanted, sieve);
    }

    /** The signs of some registrations. */
    static SignDictionary of(List<Segment> segments, RegistrationSet among, Sieve sieve) {
        return new SignDictionary(segments, new ArrayList<>(among.documents()), sieve);
    }

    /**
     * Whether a key may be there; false is certain.
     *
     * @param hash of the key, from {@link KeyHash}
     */
    public boolean mayHave(SignView view, long hash) {
        return sieve.mayHave(KeyHash.mix(hash, view));
    }

    /** A way to look keys up, for one thread and a while: it keeps its place and its buffers. */
    public SignCursor cursor() {
        return new SignCursor(segments, wanted);
    }

    /** A sign by a number that a cursor gave. */
    public WordSign sign(int number) {
        return cursor().sign(number);
    }

    /** Gives every sign, registration by registration, the text of each before its other signs. */
    public void forEach(Consumer<WordSign> consumer) {
        try {
            SignCursor cursor = cursor();
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                Bits here = wanted.get(i);
                PostingsEnum all =
                        segment.reader().postings(new Term(MarkFields.TYPE, MarkFields.SIGN), PostingsEnum.NONE);
                int doc = all == null ? DocIdSetIterator.NO_MORE_DOCS : all.nextDoc();
                while (doc != DocIdSetIterator.NO_MORE_DOCS) {
                    if (here == null || here.get(doc)) {
                        consumer.accept(cursor.sign(segment.base() + doc));
                    }
                    doc = all.nextDoc();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
