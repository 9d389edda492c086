package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the products among a page's things. */
final class Products {
    private static final Set<String> PRODUCT = Set.of(
            "Product", "IndividualProduct", "ProductModel", "ProductGroup", "SomeProducts", "Vehicle", "Car", "Book");
    private static final Set<String> OFFER = Set.of("Offer", "AggregateOffer");
    /** Where further offers stand that the page makes; likenesses and reviews are other products. */
    private static final List<String> PATHS =
            List.of("mainEntity", "item", "itemListElement", "itemOffered", "makesOffer", "hasOfferCatalog", "@graph");

    private static final int MAX_DEPTH = 6;
    private static final int MAX_PRODUCTS = 200;

    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<ObjectNode> found = new ArrayList<>();

    private Products() {}

    static List<ObjectNode> among(List<ObjectNode> things) {
        Products products = new Products();
        things.forEach(thing -> products.look(thing, 0));
        return products.found;
    }

    private void look(JsonNode thing, int depth) {
        if (depth > MAX_DEPTH || found.size() >= MAX_PRODUCTS || !thing.isObject() || !seen.add(thing)) {
            return;
        }
        if (Schema.is(thing, PRODUCT)) {
            found.add((ObjectNode) thing);
            return;
        }
        ObjectNode offered = Schema.object(thing, "itemOffered");
        if (Schema.is(thing, OFFER) && Schema.is(offered, PRODUCT) && !offered.has("offers")) {
            ObjectNode offer = ((ObjectNode) thing).deepCopy();
            offer.remove("itemOffered");
            seen.add(offered);
            found.add(offered.deepCopy().set("offers", offer));
            return;
        }
        for (String path : PATHS) {
            Schema.list(thing.path(path)).forEach(next -> look(next, depth + 1));
        }
    }
}
