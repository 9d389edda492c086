package org.touchstone.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignView;

/** Looks keys up in a {@link SignDictionary}. Not thread-safe. */
public final class SignCursor {
    private final @Nullable LeafReader segment;
    private final Ordinals signs;
    private final @Nullable TermsEnum[] terms = new @Nullable TermsEnum[SignView.values().length];
    private final char[] letters = new char[2 * KeyHash.LONGEST];
    private final BytesRef key = new BytesRef(UnicodeUtil.maxUTF8Length(letters.length));
    private @Nullable PostingsEnum postings;
    private @Nullable BinaryDocValues data;

    SignCursor(@Nullable LeafReader segment, Ordinals signs) {
        this.segment = segment;
        this.signs = signs;
    }

    /**
     * Gives the numbers of signs that have a key, in their order.
     *
     * @param most how many at most; a key of more signs than that tells little
     * @throws UncheckedIOException when the disk fails
     */
    public void find(SignView view, String key, int most, IntConsumer sign) {
        find(view, new BytesRef(key), most, sign);
    }

    /**
     * Gives the numbers of signs that have a key, in their order.
     *
     * @param points the key's code points
     * @param length how many of them, at most {@link KeyHash#LONGEST}
     * @param most how many signs at most; a key of more than that tells little
     * @throws UncheckedIOException when the disk fails
     */
    public void find(SignView view, int[] points, int length, int most, IntConsumer sign) {
        int units = 0;
        for (int i = 0; i < length; i++) {
            units += Character.toChars(points[i], letters, units);
        }
        key.length = UnicodeUtil.UTF16toUTF8(letters, 0, units, key.bytes);
        find(view, key, most, sign);
    }

    private void find(SignView view, BytesRef key, int most, IntConsumer sign) {
        try {
            TermsEnum place = place(view);
            if (!place.seekExact(key)) {
                return;
            }
            PostingsEnum found = place.postings(postings, PostingsEnum.NONE);
            postings = found;
            int given = 0;
            for (int doc = found.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS && given < most;
                    doc = found.nextDoc(), given++) {
                sign.accept(signs.ordinal(doc));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives the numbers of signs of which a key begins with some letters, in the order of their keys.
     *
     * @param most how many at most; when there are more, none is given, for then the beginning tells little
     * @throws UncheckedIOException when the disk fails
     */
    public void begin(SignView view, String beginning, int most, IntConsumer sign) {
        try {
            TermsEnum place = place(view);
            BytesRef prefix = new BytesRef(beginning);
            List<Integer> given = new ArrayList<>();
            boolean more = place.seekCeil(prefix) != TermsEnum.SeekStatus.END;
            while (more && StringHelper.startsWith(place.term(), prefix)) {
                PostingsEnum found = place.postings(postings, PostingsEnum.NONE);
                postings = found;
                for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                    if (given.size() == most) {
                        return;
                    }
                    given.add(signs.ordinal(doc));
                }
                more = place.next() != null;
            }
            given.forEach(sign::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A sign. Quickest where numbers come in their order.
     *
     * @param number from 0 to below {@link SignDictionary#count}
     * @throws UncheckedIOException when the disk fails
     */
    public WordSign sign(int number) {
        if (segment == null) {
            throw new IndexOutOfBoundsException(number);
        }
        int document = signs.document(number);
        try {
            BinaryDocValues values = data;
            if (values == null || values.docID() > document) {
                values = segment.getBinaryDocValues(MarkFields.SIGN_DATA);
                data = values;
            }
            if (values == null || !values.advanceExact(document)) {
                throw new IOException("damaged index: sign " + number + " has no data");
            }
            return SignCodec.unpack(number, values.binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TermsEnum place(SignView view) throws IOException {
        TermsEnum place = terms[view.ordinal()];
        if (place == null) {
            Terms all = segment == null ? null : segment.terms(view.field());
            place = all == null ? TermsEnum.EMPTY : all.iterator();
            terms[view.ordinal()] = place;
        }
        return place;
    }
}
