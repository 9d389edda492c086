package org.touchstone.review;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;

/**
 * A listing and a mark, with the newest hit between them and everything decided about them.
 *
 * @param id in the store
 * @param hit as imported last
 * @param listing null when no listings were imported
 * @param folder against which the listing's images are resolved; null without a listing
 * @param trail all decisions, oldest first
 * @param verdict in force; null while there is none
 */
public record Case(
        long id,
        Hit hit,
        @Nullable Listing listing,
        @Nullable Path folder,
        List<Decision> trail,
        @Nullable Verdict verdict) {
    public Case {
        trail = List.copyOf(trail);
    }

    /** Id of the last step of the trail, 0 while there is none: what a reviewer has seen. */
    public long seen() {
        return trail.isEmpty() ? 0 : trail.getLast().id();
    }
}
