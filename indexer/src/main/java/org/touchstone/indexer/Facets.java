package org.touchstone.indexer;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts registrations by what the index has them sorted under. */
final class Facets {
    private static final Comparator<String> BY_NUMBER_THEN_NAME =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private Facets() {}

    static Map<Facet, SortedMap<String, Long>> count(List<Segment> segments) throws IOException {
        Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, facet == Facet.CLASS ? new TreeMap<>(BY_NUMBER_THEN_NAME) : new TreeMap<>());
        }
        for (Segment segment : segments) {
            SortedSetDocValues facets = segment.reader().getSortedSetDocValues(MarkFields.FACETS);
            if (facets == null) {
                continue;
            }
            long[] found = new long[(int) facets.getValueCount()];
            segment.forEachRegistration(document -> {
                if (facets.advanceExact(document)) {
                    for (int i = 0; i < facets.docValueCount(); i++) {
                        found[(int) facets.nextOrd()]++;
                    }
                }
            });
            for (int i = 0; i < found.length; i++) {
                if (found[i] > 0) {
                    String term = facets.lookupOrd(i).utf8ToString();
                    for (Facet facet : Facet.values()) {
                        String before = facet.term("");
                        if (term.startsWith(before)) {
                            Objects.requireNonNull(counts.get(facet), "put above")
                                    .merge(term.substring(before.length()), found[i], Long::sum);
                        }
                    }
                }
            }
        }
        return counts;
    }
}
