package org.touchstone.crawler.extract;

import java.net.URI;
import java.util.List;
import org.touchstone.listing.Listing;

/**
 * A product that a page offers.
 *
 * @param listing without images, which are still to be fetched
 * @param images where they are, the main one first
 * @param own whether the page is the product's own; otherwise it was seen in passing, on a list for example
 */
public record Offered(Listing listing, List<URI> images, boolean own) {}
