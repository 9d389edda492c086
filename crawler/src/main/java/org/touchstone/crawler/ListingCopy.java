package org.touchstone.crawler;

import org.touchstone.listing.Listing;

/** Listings made anew from others. */
final class ListingCopy {
    private ListingCopy() {}

    /** A builder that holds all parts of the listing, under the given id. */
    static Listing.Builder of(Listing listing, String id) {
        return Listing.builder(id)
                .url(listing.url())
                .marketplace(listing.marketplace())
                .kind(listing.kind())
                .title(listing.title())
                .description(listing.description())
                .brand(listing.brand())
                .category(listing.category())
                .price(listing.price())
                .condition(listing.condition())
                .seller(listing.seller())
                .images(listing.images())
                .attributes(listing.attributes())
                .capturedAt(listing.capturedAt())
                .capture(listing.capture())
                .live(listing.live())
                .other(listing.other());
    }
}
