package org.touchstone.cli.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Hit;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;

/**
 * A hit with what it is about.
 *
 * @param hit ranked
 * @param listing in which the sign was found
 * @param listingFolder against which the listing's images are resolved
 * @param registration the mark that it resembles
 * @param markThumbnail the mark's picture as PNG or JPEG, empty when it has none
 * @param officialPhoto file of the official photo that the listing copies; null when it copies none
 */
public record ReportEntry(
        Hit hit,
        Listing listing,
        Path listingFolder,
        Registration registration,
        byte[] markThumbnail,
        @Nullable Path officialPhoto) {

    /** An entry without an official photo. */
    public ReportEntry(Hit hit, Listing listing, Path listingFolder, Registration registration, byte[] markThumbnail) {
        this(hit, listing, listingFolder, registration, markThumbnail, null);
    }
}
