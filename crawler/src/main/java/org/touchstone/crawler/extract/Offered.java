package org.touchstone.crawler.extract;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.touchstone.listing.Listing;

/**
 * A product that a page offers.
 *
 * @param listing without images, which are still to be fetched
 * @param images where they are, the main one first
 * @param own whether the page is the product's own; otherwise it was seen in passing, on a list for example
 * @param origins where each field was read, under the listing's own names: {@code title}, {@code price},
 *     {@code currency}, {@code seller.name}, {@code attributes.sku}, {@code images}
 */
public record Offered(Listing listing, List<URI> images, boolean own, Map<String, Origin> origins) {
    /** One of which nobody asks where it was read. */
    public Offered(Listing listing, List<URI> images, boolean own) {
        this(listing, images, own, Map.of());
    }
}
