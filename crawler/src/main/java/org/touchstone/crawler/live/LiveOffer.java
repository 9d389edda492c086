package org.touchstone.crawler.live;

import java.net.URI;
import java.util.List;
import org.touchstone.listing.Listing;

/**
 * A listing of kind live, made of a product card or of a still.
 *
 * @param listing with the stills that show it as its images, which lie in the crawl's folder
 * @param images further pictures, of the platform's own, still to be fetched
 */
public record LiveOffer(Listing listing, List<URI> images) {
    public LiveOffer {
        images = List.copyOf(images);
    }
}
