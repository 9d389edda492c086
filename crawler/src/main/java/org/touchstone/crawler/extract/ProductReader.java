package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;

/** Reads the fields of a product's tree, each as text only and of bounded length. */
final class ProductReader {
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_DESCRIPTION = 20_000;
    private static final int MAX_FIELD = 500;
    private static final int MAX_ATTRIBUTES = 60;
    private static final List<String> GTIN = List.of("gtin", "gtin13", "gtin14", "gtin12", "gtin8", "isbn");
    private static final List<String> PLAIN = List.of("mpn", "model", "color", "size", "material", "pattern");

    private ProductReader() {}

    static String title(ObjectNode product) {
        return PlainText.of(Schema.text(product, "name", "title"), MAX_TITLE);
    }

    /** The key of the product within its shop; empty when the page gives none. */
    static String key(ObjectNode product) {
        String key = Schema.text(product, "sku", "productID", "productId");
        String clean = PlainText.of(key.isEmpty() ? Schema.text(offer(product), "sku") : key, MAX_FIELD);
        return clean.replaceAll("\\s+", "_");
    }

    static Listing.Builder fill(Listing.Builder listing, ObjectNode product) {
        return listing.title(title(product))
                .description(PlainText.of(
                        String.join("\n", Schema.texts(product, "description", "@value")), MAX_DESCRIPTION))
                .brand(field(Schema.text(product, "brand", "manufacturer")))
                .category(field(String.join(" > ", Schema.texts(product, "category", "name", "@value"))))
                .price(price(product).orElse(null))
                .condition(condition(product))
                .seller(seller(product))
                .attributes(attributes(product));
    }

    static List<String> images(ObjectNode product) {
        List<String> images =
                new ArrayList<>(Schema.texts(product, "image", "contentUrl", "url", "@id", "thumbnailUrl"));
        images.addAll(Schema.texts(product, "images", "contentUrl", "url"));
        return images.stream()
                .filter(image -> !image.startsWith("#"))
                .distinct()
                .toList();
    }

    static Optional<Price> price(ObjectNode product) {
        for (JsonNode offer : offers(product)) {
            String currency = Schema.text(offer, "priceCurrency");
            for (String name : List.of("price", "lowPrice", "highPrice")) {
                Optional<Price> price = PriceText.parse(Schema.text(offer, name), currency);
                if (price.isPresent()) {
                    return price;
                }
            }
            for (JsonNode specification : Schema.list(offer.path("priceSpecification"))) {
                String own = Schema.text(specification, "priceCurrency");
                Optional<Price> price = PriceText.parse(
                        Schema.text(specification, "price", "minPrice"), own.isEmpty() ? currency : own);
                if (price.isPresent()) {
                    return price;
                }
            }
        }
        return Optional.empty();
    }

    /** Offers of the product, those within aggregates and of variants included; the product itself when it has none. */
    private static List<JsonNode> offers(ObjectNode product) {
        List<JsonNode> offers = new ArrayList<>();
        for (JsonNode offer : Schema.list(product.path("offers"))) {
            offers.add(offer);
            offers.addAll(Schema.list(offer.path("offers")));
        }
        for (JsonNode variant : Schema.list(product.path("hasVariant"))) {
            offers.addAll(Schema.list(variant.path("offers")));
        }
        offers.add(product);
        return offers;
    }

    private static JsonNode offer(ObjectNode product) {
        return offers(product).getFirst();
    }

    private static String condition(ObjectNode product) {
        String said = Schema.text(offer(product), "itemCondition");
        String word = Schema.word(said.isEmpty() ? Schema.text(product, "itemCondition") : said);
        return switch (word) {
            case "NewCondition", "new", "New" -> "new";
            case "UsedCondition", "used", "Used" -> "used";
            case "RefurbishedCondition", "refurbished" -> "refurbished";
            case "DamagedCondition" -> "damaged";
            default -> field(word);
        };
    }

    private static @Nullable Seller seller(ObjectNode product) {
        JsonNode offer = offer(product);
        ObjectNode seller = Schema.object(offer, "seller");
        String name = field(Schema.text(offer, "seller", "offeredBy"));
        String id = field(Schema.text(seller, "identifier", "@id", "url"));
        ObjectNode address = Schema.object(seller, "address");
        String place = Schema.text(address, "addressLocality", "addressRegion", "addressCountry");
        String location = field(place.isEmpty() ? Schema.text(seller, "address", "location") : place);
        return name.isEmpty() && id.isEmpty() ? null : new Seller(id, name, location);
    }

    private static Map<String, String> attributes(ObjectNode product) {
        Map<String, String> attributes = new LinkedHashMap<>();
        put(attributes, "sku", key(product));
        JsonNode offer = offer(product);
        for (String name : GTIN) {
            String code = Schema.text(product, name);
            put(attributes, "gtin", (code.isEmpty() ? Schema.text(offer, name) : code).replaceAll("[\\s-]", ""));
        }
        PLAIN.forEach(name -> put(attributes, name, Schema.text(product, name)));
        put(attributes, "availability", Schema.word(Schema.text(offer, "availability")));
        for (JsonNode extra : Schema.list(product.path("additionalProperty"))) {
            put(attributes, field(Schema.text(extra, "name", "propertyID")), Schema.text(extra, "value"));
        }
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        String clean = field(value);
        if (!name.isEmpty() && !clean.isEmpty() && attributes.size() < MAX_ATTRIBUTES) {
            attributes.putIfAbsent(name, clean);
        }
    }

    private static String field(String raw) {
        return PlainText.of(raw, MAX_FIELD);
    }
}
