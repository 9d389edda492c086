package org.touchstone.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The views of an index's images: as they are stored, by their fingerprints, and by their vectors. The views of one image
 * have numbers in a row. Little of it is held in memory, so that a large register needs no large heap. Thread-safe; reading
 * a damaged disk throws {@link UncheckedIOException}.
 */
public final class ViewDictionary {
    private static final float[] NO_VECTOR = {};

    /** Neighbours looked for at least: with fewer the approximate search misses too many. */
    private static final int LEAST_SEARCHED = 24;

    private final @Nullable Segment part;
    private final @Nullable LeafReader segment;
    private final Ordinals views;

    /** For each view the number of its vector, -1 for none; empty when there are no vectors at all. */
    private final int[] vectorOrdinals;

    /** For each view the number of the first view of its image. */
    private final int[] firsts;

    /** Takes a view's number and its fingerprint. */
    @FunctionalInterface
    public interface FingerprintTaker {
        void take(int view, byte[] fingerprint);
    }

    /** @param segment that has the views; null when there are none */
    ViewDictionary(@Nullable Segment segment) throws IOException {
        this.part = segment;
        this.segment = segment == null ? null : segment.reader();
        this.views = Ordinals.of(segment, MarkFields.VIEW);
        this.vectorOrdinals = vectorOrdinals();
        this.firsts = firsts();
    }

    /** How many views there are. */
    public int count() {
        return views.count();
    }

    /**
     * A view as it is stored.
     *
     * @param number from 0 to below {@link #count}
     */
    public StoredView view(int number) {
        try {
            Document document = segment(number)
                    .storedFields()
                    .document(
                            views.document(number), Set.of(MarkFields.VIEW_OWNER, MarkFields.IMAGE, MarkFields.PACKED));
            return new StoredView(
                    number,
                    document.get(MarkFields.VIEW_OWNER),
                    document.get(MarkFields.IMAGE),
                    ViewCodec.unpack(document.getBinaryValue(MarkFields.PACKED), fingerprint(number), vector(number)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number of the first view of the image that a view was made from. */
    public int first(int number) {
        return firsts[number];
    }

    /** Number after the last view of the image that a view was made from. */
    public int after(int number) {
        int after = number + 1;
        while (after < firsts.length && firsts[after] == firsts[number]) {
            after++;
        }
        return after;
    }

    /** Gives the fingerprint of each view that has one, in the order of the views. */
    public void forEachFingerprint(FingerprintTaker taker) {
        try {
            BinaryDocValues all = segment == null ? null : segment.getBinaryDocValues(MarkFields.FINGERPRINT);
            if (all == null) {
                return;
            }
            for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
                taker.take(views.ordinal(doc), bytes(all.binaryValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The views of the marks that pass a filter. */
    public ViewSet among(MarkFilter filter) {
        try {
            return ViewSet.of(part, views, filter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The views whose vectors lie nearest, approximately, the nearest first. Vectors are searched in few bits; what is
     * found is measured again with all of them.
     *
     * @param vector of unit length, from the model that {@link IndexInfo#model} names
     * @param k how many; fewer come back when there are fewer
     * @param wanted the views looked for
     */
    public List<Neighbour> nearest(float[] vector, int k, ViewSet wanted) {
        if (vectorOrdinals.length == 0 || k <= 0) {
            return List.of();
        }
        try {
            LeafReader leaf = segment(0);
            FloatVectorValues vectors = leaf.getFloatVectorValues(MarkFields.VECTOR);
            TopDocs found = leaf.searchNearestVectors(
                    MarkFields.VECTOR,
                    vector,
                    Math.max(2 * k, LEAST_SEARCHED),
                    AcceptDocs.fromLiveDocs(wanted.documents(), leaf.maxDoc()),
                    Integer.MAX_VALUE);
            List<Neighbour> neighbours = new ArrayList<>();
            for (ScoreDoc hit : found.scoreDocs) {
                int view = views.ordinal(hit.doc);
                float[] whole = vectors.vectorValue(vectorOrdinals[view]);
                neighbours.add(new Neighbour(view, VectorUtil.dotProduct(vector, whole)));
            }
            neighbours.sort(Comparator.comparingDouble(Neighbour::cosine).reversed());
            return List.copyOf(neighbours.subList(0, Math.min(k, neighbours.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LeafReader segment(int number) {
        if (segment == null) {
            throw new IndexOutOfBoundsException(number);
        }
        return segment;
    }

    private byte[] fingerprint(int number) throws IOException {
        BinaryDocValues all = segment(number).getBinaryDocValues(MarkFields.FINGERPRINT);
        boolean there = all != null && all.advanceExact(views.document(number));
        return there ? bytes(all.binaryValue()) : new byte[0];
    }

    private float[] vector(int number) throws IOException {
        if (vectorOrdinals.length == 0 || vectorOrdinals[number] < 0) {
            return NO_VECTOR;
        }
        FloatVectorValues vectors = segment(number).getFloatVectorValues(MarkFields.VECTOR);
        return vectors.vectorValue(vectorOrdinals[number]).clone();
    }

    private int[] vectorOrdinals() throws IOException {
        FloatVectorValues vectors = views.count() == 0 ? null : segment(0).getFloatVectorValues(MarkFields.VECTOR);
        if (vectors == null) {
            return new int[0];
        }
        int[] ordinals = new int[views.count()];
        Arrays.fill(ordinals, -1);
        KnnVectorValues.DocIndexIterator iterator = vectors.iterator();
        for (int doc = iterator.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = iterator.nextDoc()) {
            ordinals[views.ordinal(doc)] = iterator.index();
        }
        return ordinals;
    }

    private int[] firsts() throws IOException {
        int[] found = new int[views.count()];
        NumericDocValues places = found.length == 0 ? null : segment(0).getNumericDocValues(MarkFields.VIEW_PLACE);
        for (int i = 0; i < found.length; i++) {
            if (places == null || !places.advanceExact(views.document(i))) {
                throw new IOException("damaged index: view " + i + " has no place among the views of its image");
            }
            found[i] = i - (int) places.longValue();
        }
        return found;
    }

    private static byte[] bytes(BytesRef value) {
        return BytesRef.deepCopyOf(value).bytes;
    }
}
