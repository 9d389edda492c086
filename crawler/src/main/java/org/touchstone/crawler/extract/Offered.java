package org.touchstone.crawler.extract;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.touchstone.listing.Listing;

/**
 * A product that a page offers.
 *
 * @param listing without images, which are still to be fetched
 * @param pictures where its images stand at full size, as far as that can be told from an address, the main one first; each
 *     with the address that the page gives, for where the first leads to nothing
 * @param own whether the page is the product's own; otherwise it was seen in passing, on a list for example
 * @param origins where each field was read, under the listing's own names: {@code title}, {@code price},
 *     {@code currency}, {@code seller.name}, {@code attributes.sku}, {@code images}
 */
public record Offered(Listing listing, Map<URI, URI> pictures, boolean own, Map<String, Origin> origins) {
    public Offered {
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /** One of which nobody asks where it was read, with images at the addresses that the page gives. */
    public Offered(Listing listing, List<URI> images, boolean own) {
        this(
                listing,
                images.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                own,
                Map.of());
    }

    /** Where its images stand at full size, the main one first. */
    public List<URI> images() {
        return List.copyOf(pictures.keySet());
    }

    /** The same offer as another listing. */
    public Offered with(Listing other) {
        return new Offered(other, pictures, own, origins);
    }
}
