package org.touchstone.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignView;

/** Looks keys up in a {@link SignDictionary}. Not thread-safe. */
public final class SignCursor {
    private static final int VIEWS = SignView.values().length;

    /** More grams hardly shut out anything that these let in. */
    private static final int MOST_GRAMS = 4;

    /** Some milliseconds. */
    private static final int MOST_STEPS = 50_000;

    private static final BytesRef EMPTY = new BytesRef();

    private final List<Segment> segments;
    private final List<@Nullable Bits> wanted;
    private final @Nullable TermsEnum[] terms;
    private final @Nullable PostingsEnum[] postings;
    private final @Nullable BinaryDocValues[] data;
    private final char[] letters = new char[2 * KeyHash.LONGEST];
    private final BytesRef key = new BytesRef(UnicodeUtil.maxUTF8Length(letters.length));

    SignCursor(List<Segment> segments, List<@Nullable Bits> wanted) {
        this.segments = segments;
        this.wanted = wanted;
        this.terms = new @Nullable TermsEnum[VIEWS * segments.size()];
        this.postings = new @Nullable PostingsEnum[segments.size()];
        this.data = new @Nullable BinaryDocValues[segments.size()];
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
            int given = 0;
            for (int i = 0; i < segments.size() && given < most; i++) {
                TermsEnum place = place(view, i);
                if (place.seekExact(key)) {
                    given += give(place, i, most - given, sign);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the signs of the term at a place; how many. */
    private int give(TermsEnum place, int segment, int most, IntConsumer sign) throws IOException {
        PostingsEnum found = place.postings(postings[segment], PostingsEnum.NONE);
        postings[segment] = found;
        int base = segments.get(segment).base();
        Bits here = wanted.get(segment);
        int given = 0;
        for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS && given < most; doc = found.nextDoc()) {
            if (here == null || here.get(doc)) {
                sign.accept(base + doc);
                given++;
            }
        }
        return given;
    }

    /**
     * Gives the numbers of signs of which a key begins with some letters, in the order of their keys.
     *
     * @param most how many at most; when there are more, none is given, for then the beginning tells little
     * @throws UncheckedIOException when the disk fails
     */
    public void begin(SignView view, String beginning, int most, IntConsumer sign) {
        record Begun(BytesRef key, int sign) {}
        try {
            BytesRef prefix = new BytesRef(beginning);
            List<Begun> begun = new ArrayList<>();
            for (int i = 0; i < segments.size(); i++) {
                TermsEnum place = place(view, i);
                boolean more = place.seekCeil(prefix) != TermsEnum.SeekStatus.END;
                while (more && StringHelper.startsWith(place.term(), prefix)) {
                    BytesRef term = segments.size() == 1 ? prefix : BytesRef.deepCopyOf(place.term());
                    give(place, i, most + 1, number -> begun.add(new Begun(term, number)));
                    if (begun.size() > most) {
                        return;
                    }
                    more = place.next() != null;
                }
            }
            if (segments.size() > 1) {
                begun.sort(Comparator.comparing(Begun::key));
            }
            begun.forEach(one -> sign.accept(one.sign()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives the numbers of signs that have all threes of letters, and all characters and twos of characters, of a piece of a
     * text; most of them have the piece itself. Elements and signs longer than {@link SignKeys#LONGEST} are left out, and
     * letters of less than three in a row are only found where they are the whole sign. The rarest of them are looked through
     * until there are enough signs, or until they were too common to say anything.
     *
     * @param most how many at most
     * @throws UncheckedIOException when the disk fails
     */
    public void containing(SignText text, int start, int end, int most, IntConsumer sign) {
        try {
            Set<String> grams = RegisterTerms.grams(text, start, end);
            int given = 0;
            int steps = MOST_STEPS;
            for (int i = 0; i < segments.size() && given < most && steps > 0 && !grams.isEmpty(); i++) {
                List<PostingsEnum> rarest = rarest(segments.get(i), grams);
                int doc = rarest.isEmpty()
                        ? DocIdSetIterator.NO_MORE_DOCS
                        : rarest.get(0).nextDoc();
                while (doc != DocIdSetIterator.NO_MORE_DOCS && given < most && steps-- > 0) {
                    int reached = advance(rarest, doc);
                    if (reached > doc) {
                        doc = reached == DocIdSetIterator.NO_MORE_DOCS
                                ? reached
                                : rarest.get(0).advance(reached);
                        continue;
                    }
                    Bits here = wanted.get(i);
                    if (here == null || here.get(doc)) {
                        sign.accept(segments.get(i).base() + doc);
                        given++;
                    }
                    doc = rarest.get(0).nextDoc();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document itself where all have it, else one after it that the first to lack it has. */
    private static int advance(List<PostingsEnum> all, int document) throws IOException {
        for (int i = 1; i < all.size(); i++) {
            PostingsEnum one = all.get(i);
            int at = one.docID() < document ? one.advance(document) : one.docID();
            if (at > document) {
                return at;
            }
        }
        return document;
    }

    /** Where the rarest grams stand, the rarest first; empty when one stands nowhere. */
    private static List<PostingsEnum> rarest(Segment segment, Set<String> grams) throws IOException {
        record Counted(TermState state, int signs) {}
        Terms all = segment.reader().terms(MarkFields.GRAM);
        if (all == null) {
            return List.of();
        }
        TermsEnum place = all.iterator();
        List<Counted> counted = new ArrayList<>();
        for (String gram : grams) {
            if (!place.seekExact(new BytesRef(gram))) {
                return List.of();
            }
            counted.add(new Counted(place.termState(), place.docFreq()));
        }
        counted.sort(Comparator.comparingInt(Counted::signs));
        List<PostingsEnum> rarest = new ArrayList<>();
        for (Counted one : counted.subList(0, Math.min(MOST_GRAMS, counted.size()))) {
            place.seekExact(EMPTY, one.state());
            rarest.add(place.postings(null, PostingsEnum.NONE));
        }
        return rarest;
    }

    /**
     * A sign. Quickest where numbers come in their order.
     *
     * @param number one that this dictionary gave
     * @throws UncheckedIOException when the disk fails
     */
    public WordSign sign(int number) {
        if (segments.isEmpty()) {
            throw new IndexOutOfBoundsException(number);
        }
        int segment = segments.size() - 1;
        while (segments.get(segment).base() > number) {
            segment--;
        }
        int document = number - segments.get(segment).base();
        try {
            BinaryDocValues values = data[segment];
            if (values == null || values.docID() > document) {
                values = segments.get(segment).reader().getBinaryDocValues(MarkFields.SIGN_DATA);
                data[segment] = values;
            }
            if (values == null || !values.advanceExact(document)) {
                throw new IOException("damaged index: sign " + number + " has no data");
            }
            return SignCodec.unpack(number, values.binaryValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TermsEnum place(SignView view, int segment) throws IOException {
        int at = segment * VIEWS + view.ordinal();
        TermsEnum place = terms[at];
        if (place == null) {
            Terms all = segments.get(segment).reader().terms(view.field());
            place = all == null ? TermsEnum.EMPTY : all.iterator();
            terms[at] = place;
        }
        return place;
    }
}
