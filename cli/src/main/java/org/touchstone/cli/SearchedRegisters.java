package org.touchstone.cli;

import java.util.List;
import java.util.Map;
import org.touchstone.indexer.Facet;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.page.Numerals;

/** Which registers an index holds, and as of when. */
final class SearchedRegisters {
    private final MarkIndex index;

    SearchedRegisters(MarkIndex index) {
        this.index = index;
    }

    /** The offices with how many registrations each has, such as {@code CN 12,000, EM 900}. */
    String offices() {
        Map<String, Long> counts = index.counts().getOrDefault(Facet.OFFICE, new java.util.TreeMap<>());
        List<String> offices = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + Numerals.count(entry.getValue()))
                .toList();
        return offices.isEmpty() ? Numerals.count(index.info().registrations()) : String.join(", ", offices);
    }
}
