package org.touchstone.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignView;

/**
 * Finds the signs that have a key in a view. Thread-safe; reading a damaged disk throws {@link UncheckedIOException}.
 */
public final class SignDictionary {
    private final @Nullable LeafReader segment;
    private final Ordinals signs;
    private final Sieve sieve;

    SignDictionary(@Nullable LeafReader segment, Ordinals signs, Sieve sieve) {
        this.segment = segment;
        this.signs = signs;
        this.sieve = sieve;
    }

    /** Makes the sieve of a segment: a pass over the terms of all views. */
    static Sieve sieve(Collection<LeafReader> segments) throws IOException {
        long keys = 0;
        for (LeafReader segment : segments) {
            for (SignView view : SignView.values()) {
                Terms terms = segment.terms(view.field());
                keys += terms == null ? 0 : terms.size();
            }
        }
        Sieve sieve = Sieve.of(keys);
        for (LeafReader segment : segments) {
            for (SignView view : SignView.values()) {
                Terms terms = segment.terms(view.field());
                TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
                for (BytesRef term = all.next(); term != null; term = all.next()) {
                    sieve.add(KeyHash.mix(KeyHash.of(term.utf8ToString()), view));
                }
            }
        }
        return sieve;
    }

    /** How many signs there are. */
    public int count() {
        return signs.count();
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
        return new SignCursor(segment, signs);
    }

    /**
     * A sign.
     *
     * @param number from 0 to below {@link #count}
     */
    public WordSign sign(int number) {
        return cursor().sign(number);
    }
}
