package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.touchstone.record.Json;

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

    private final Places places;

    private Products(Places places) {
        this.places = places;
    }

    static List<ObjectNode> among(List<ObjectNode> things, Places places) {
        Products products = new Products(places);
        things.forEach(thing -> products.look(thing, 0));
        return products.grouped();
    }

    /** Products that are said to be of one group, on one page, are variants of one. */
    private List<ObjectNode> grouped() {
        Map<String, List<ObjectNode>> groups = new LinkedHashMap<>();
        for (ObjectNode product : found) {
            String group = Schema.text(product, "inProductGroupWithID");
            String own = group.isEmpty()
                    ? Schema.text(Schema.object(product, "isVariantOf"), "productGroupID", "@id")
                    : group;
            // Those with addresses of their own have pages of their own.
            String page = Schema.text(product, "url").replaceFirst("[?#].*", "");
            String key =
                    own.isEmpty() || product.has("hasVariant") ? "alone " + groups.size() : "group " + own + " " + page;
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(product);
        }
        return groups.values().stream()
                .map(group -> group.size() == 1 ? group.getFirst() : group(group))
                .toList();
    }

    private ObjectNode group(List<ObjectNode> variants) {
        ObjectNode first = variants.getFirst();
        ObjectNode group = copy(first);
        ObjectNode named = Schema.object(first, "isVariantOf");
        if (named.has("name")) {
            group.set("name", named.get("name"));
            places.taken(group, "name", named, "name");
        }
        group.remove(List.of("offers", "sku", "gtin", "gtin13", "color", "size"));
        group.putArray("hasVariant").addAll(variants);
        return group;
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
            ObjectNode offer = copy((ObjectNode) thing);
            offer.remove("itemOffered");
            seen.add(offered);
            ObjectNode product = copy(offered);
            product.set("offers", offer);
            found.add(product);
            return;
        }
        for (String path : PATHS) {
            Schema.list(thing.path(path)).forEach(next -> look(next, depth + 1));
        }
    }

    private ObjectNode copy(ObjectNode original) {
        ObjectNode copy = Json.object();
        copy.setAll(original);
        places.same(copy, original);
        return copy;
    }
}
