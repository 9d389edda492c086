package org.touchstone.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.touchstone.listing.Listing;
import org.touchstone.record.Located;
import org.touchstone.record.Truth;

/**
 * A listing of a bench, with what is known of it.
 *
 * @param listing of which only the title is matched
 * @param group what the listing is there for: {@code evaded}, {@code alias}, {@code plain}, {@code compatible},
 *     {@code near-brand}, {@code common-word}, {@code clean}
 * @param near id of the mark that is not in the title but has a neighbour there; empty for none
 * @param truths the marks whose signs are in the title, with the kind of disguise
 */
record Title(Listing listing, String group, String near, List<Truth> truths) {
    /** The kind of a truth whose sign is not disguised. */
    static final String PLAIN = "plain";

    Title {
        truths = List.copyOf(truths);
    }

    String id() {
        return listing.id();
    }

    String text() {
        return listing.title();
    }

    /** The listing as a scanner takes it. */
    Located<Listing> located() {
        return new Located<>(listing, "bench", Path.of(""), 0);
    }

    /** Ids of the marks that stand in the title as registered. */
    List<String> plainMarks() {
        return truths.stream()
                .filter(truth -> truth.kind().equals(PLAIN))
                .map(Truth::mark)
                .toList();
    }
}
