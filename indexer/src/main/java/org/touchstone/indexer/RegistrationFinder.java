package org.touchstone.indexer;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;

/**
 * Finds registrations: by terms first, and of what they leave, or of all, each is looked up in the columns of facets and
 * days. No record is read.
 */
final class RegistrationFinder {
    /** As {@link org.touchstone.mark.Caution} has it. */
    private static final Period HALF_A_YEAR = Period.ofMonths(6);

    private final List<Segment> segments;
    private final RegistrationQuery query;

    /** Of each group one term is needed. */
    private final List<List<Term>> needed = new ArrayList<>();

    private RegistrationFinder(List<Segment> segments, RegistrationQuery query) throws IOException {
        this.segments = segments;
        this.query = query;
        if (!query.number().isBlank()) {
            needed.add(number());
        }
        if (!query.viennaCodes().isEmpty()) {
            needed.add(query.viennaCodes().stream()
                    .map(RegisterTerms::vienna)
                    .filter(terms -> !terms.isEmpty())
                    .map(terms -> new Term(MarkFields.VIENNA, terms.get(terms.size() - 1)))
                    .toList());
        }
    }

    static RegistrationSet find(List<Segment> segments, RegistrationQuery query) throws IOException {
        RegistrationFinder finder = new RegistrationFinder(segments, query);
        List<FixedBitSet> documents = new ArrayList<>();
        long count = 0;
        for (Segment segment : segments) {
            FixedBitSet found = empty(segment);
            count += finder.find(segment, found);
            documents.add(found);
        }
        return new RegistrationSet(segments, documents, count);
    }

    /** The number with its letters; its digits alone only where no register has it with them. */
    private List<Term> number() throws IOException {
        for (String written : RegisterTerms.number(query.number())) {
            Term term = new Term(MarkFields.NUMBER, written);
            for (Segment segment : segments) {
                FixedBitSet any = empty(segment);
                add(segment, term, any);
                if (any.nextSetBit(0) != DocIdSetIterator.NO_MORE_DOCS) {
                    return List.of(term);
                }
            }
        }
        return List.of();
    }

    private static void add(Segment segment, Term term, FixedBitSet to) throws IOException {
        PostingsEnum found = segment.reader().postings(term, PostingsEnum.NONE);
        if (found != null) {
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if (segment.isLive(doc)) {
                    to.set(doc);
                }
            }
        }
    }

    private long find(Segment segment, FixedBitSet found) throws IOException {
        Columns columns = new Columns(segment, query);
        long[] count = new long[1];
        Segment.DocumentTaker taker = document -> {
            if (columns.hold(document)) {
                found.set(document, segment.endOf(document));
                count[0]++;
            }
        };
        if (needed.isEmpty() && query.owner().isBlank()) {
            segment.forEachRegistration(taker);
        } else {
            FixedBitSet byTerms = byTerms(segment);
            for (int doc = byTerms.nextSetBit(0); doc != DocIdSetIterator.NO_MORE_DOCS; ) {
                taker.take(doc);
                doc = doc + 1 < byTerms.length() ? byTerms.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
        return count[0];
    }

    private FixedBitSet byTerms(Segment segment) throws IOException {
        FixedBitSet all = query.owner().isBlank() ? null : byOwner(segment);
        for (List<Term> group : needed) {
            FixedBitSet any = empty(segment);
            for (Term term : group) {
                add(segment, term, any);
            }
            all = both(all, any);
        }
        return all == null ? empty(segment) : all;
    }

    /** All words of the name, or the same owner whatever words are written for the form of a company. */
    private FixedBitSet byOwner(Segment segment) throws IOException {
        FixedBitSet byWords = null;
        for (String word : RegisterTerms.words(query.owner())) {
            FixedBitSet any = empty(segment);
            add(segment, new Term(MarkFields.HOLDER, word), any);
            byWords = both(byWords, any);
        }
        FixedBitSet owner = byWords == null ? empty(segment) : byWords;
        String key = OwnerName.key(query.owner());
        if (!key.isEmpty()) {
            add(segment, new Term(MarkFields.HOLDER, RegisterTerms.owner(key)), owner);
        }
        return owner;
    }

    private static FixedBitSet empty(Segment segment) {
        return new FixedBitSet(Math.max(1, segment.reader().maxDoc()));
    }

    private static FixedBitSet both(@Nullable FixedBitSet one, FixedBitSet other) {
        if (one != null) {
            other.and(one);
        }
        return other;
    }

    /** What is known of each registration beside its record. Documents must come in order. */
    private static final class Columns {
        private final @Nullable SortedSetDocValues facets;
        private final int[] bitOf;
        private final int allBits;
        private final @Nullable NumericDocValues terms;
        private final @Nullable NumericDocValues states;
        private final @Nullable InForce inForce;
        private final @Nullable InForce notEnded;
        private final @Nullable LocalDate notEndedOn;
        private final int longestLapsed;

        Columns(Segment segment, RegistrationQuery query) throws IOException {
            inForce = query.inForceOn() == null ? null : segment.on(Days.number(query.inForceOn()));
            notEndedOn = query.notEndedOn();
            notEnded = notEndedOn == null ? null : segment.on(Days.number(notEndedOn));
            longestLapsed = notEndedOn == null ? 0 : Days.number(notEndedOn.minus(HALF_A_YEAR));
            terms = notEndedOn != null ? segment.reader().getNumericDocValues(MarkFields.TERM) : null;
            states = notEndedOn != null ? segment.reader().getNumericDocValues(MarkFields.STATE) : null;
            facets = query.facets().isEmpty() ? null : segment.reader().getSortedSetDocValues(MarkFields.FACETS);
            bitOf = new int[facets == null ? 0 : (int) facets.getValueCount()];
            int bit = 1;
            for (Map.Entry<Facet, Set<String>> wanted : query.facets().entrySet()) {
                for (String value : wanted.getValue()) {
                    long ord = facets == null
                            ? -1
                            : facets.lookupTerm(new BytesRef(wanted.getKey().term(value)));
                    if (ord >= 0) {
                        bitOf[(int) ord] |= bit;
                    }
                }
                bit <<= 1;
            }
            allBits = bit - 1;
        }

        boolean hold(int document) throws IOException {
            return (allBits == 0 || holdFacets(document)) && holdDays(document);
        }

        private boolean holdFacets(int document) throws IOException {
            if (facets == null || !facets.advanceExact(document)) {
                return false;
            }
            int bits = 0;
            for (int i = 0; i < facets.docValueCount(); i++) {
                bits |= bitOf[(int) facets.nextOrd()];
            }
            return bits == allBits;
        }

        private boolean holdDays(int document) throws IOException {
            return (inForce == null || inForce.holds(document))
                    && (notEnded == null || notEnded.holds(document) || mayStillCome(document));
        }

        /** Whether it is not in force, but pending, or to be renewed still. */
        private boolean mayStillCome(int document) throws IOException {
            if (states == null || !states.advanceExact(document) || terms == null || !terms.advanceExact(document)) {
                return false;
            }
            long term = terms.longValue();
            boolean dead = Days.standing(states.longValue()) == Standing.DEAD;
            return !dead
                    && notEndedOn != null
                    && (Days.isNever(term) || Days.meets(term, longestLapsed, Days.number(notEndedOn)));
        }
    }

    /** The documents of the first registrations of a set, in their order. */
    static int[] first(List<Segment> segments, RegistrationSet set, int most) throws IOException {
        int[] documents = new int[(int) Math.min(most, set.count())];
        int[] count = new int[1];
        for (int i = 0; i < segments.size() && count[0] < documents.length; i++) {
            Segment segment = segments.get(i);
            FixedBitSet here = set.documents().get(i);
            segment.forEachRegistration(document -> {
                if (count[0] < documents.length && here.get(document)) {
                    documents[count[0]++] = segment.base() + document;
                }
            });
        }
        return Arrays.copyOf(documents, count[0]);
    }
}
