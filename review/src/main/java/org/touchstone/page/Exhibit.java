package org.touchstone.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;

/**
 * A hit with what there is to see of it.
 *
 * @param listing null when only the hit is known
 * @param registration null when only the hit is known
 * @param photos of the listing, the one with the heaviest sign first; empty when none are to be shown
 * @param mark the mark's picture; null when it has none or none is to be shown
 * @param official the holder's photo that the listing copies; null when it copies none or none is to be shown
 */
public record Exhibit(
        Hit hit,
        @Nullable Listing listing,
        @Nullable Registration registration,
        List<Photo> photos,
        @Nullable Photo mark,
        @Nullable Photo official) {
    public Exhibit {
        photos = List.copyOf(photos);
    }

    /** An exhibit without an official photo. */
    public Exhibit(
            Hit hit,
            @Nullable Listing listing,
            @Nullable Registration registration,
            List<Photo> photos,
            @Nullable Photo mark) {
        this(hit, listing, registration, photos, mark, null);
    }
}
