package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Price;
import org.touchstone.listing.Seller;

/**
 * The fields of one product as they come together, under the listing's own names; what came first stays. Not
 * thread-safe.
 */
final class Reading {
    private static final int MAX_ATTRIBUTES = 60;
    private static final int MAX_IMAGES = 100;
    private static final String ATTRIBUTE = "attributes.";

    /** The number under which a shop's programs know a product; its SKU where the page shows none. */
    static final String NUMBER = "number";

    private static final String VARIANTS = "attributes.variants";
    private static final int MAX_VARIANTS = 4_000;
    private static final String SKU = "attributes.sku";

    private final Map<String, Stated> fields = new LinkedHashMap<>();
    private final List<Stated> images = new ArrayList<>();
    private List<VariantOffer> variants = List.of();
    private Origin variantsAt = new Origin("none", 0, "");
    private int attributes;

    void put(String field, Stated value) {
        if (!value.text().isEmpty() && !fields.containsKey(field)) {
            if (field.startsWith(ATTRIBUTE) && !field.equals(VARIANTS) && ++attributes > MAX_ATTRIBUTES) {
                return;
            }
            fields.put(field, value);
        }
    }

    void image(Stated image) {
        if (images.size() < MAX_IMAGES
                && images.stream().noneMatch(known -> known.text().equals(image.text()))) {
            images.add(image);
        }
    }

    /** Takes the product's variants, unless it has some; their names become texts of the listing, for signs stand there too. */
    void variants(List<VariantOffer> found, Origin origin) {
        if (variants.isEmpty() && !found.isEmpty()) {
            variants = List.copyOf(found);
            variantsAt = origin;
            List<String> names =
                    variants.stream().map(VariantOffer::name).distinct().toList();
            String joined = String.join(" | ", names);
            put(VARIANTS, new Stated(joined.substring(0, Math.min(joined.length(), MAX_VARIANTS)), origin));
        }
    }

    List<VariantOffer> variants() {
        return variants;
    }

    /**
     * Ends the reading: where no SKU was read, the number stands for it, and where no price was, that of the cheapest
     * variant.
     */
    void close() {
        Stated number = fields.remove(NUMBER);
        if (number != null) {
            put(SKU, number);
        }
        if (!has("price")) {
            variants.stream()
                    .map(VariantOffer::price)
                    .filter(Objects::nonNull)
                    .min(Comparator.comparing(Price::amount))
                    .ifPresent(price -> {
                        put("price", new Stated(price.amount().toPlainString(), variantsAt));
                        put("currency", new Stated(price.currency(), variantsAt));
                    });
        }
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Whether anything was read that stands somewhere, rather than being the same for all pages. */
    boolean isFound() {
        return !images.isEmpty()
                || fields.values().stream()
                        .anyMatch(value -> !value.origin().path().isEmpty());
    }

    /** The field's text, empty when nothing was read. */
    String text(String field) {
        Stated value = fields.get(field);
        return value == null ? "" : value.text();
    }

    /** The key of the product within its shop; empty when the page gives none. */
    String key() {
        return text(has(SKU) ? SKU : NUMBER).replaceAll("\\s+", "_");
    }

    List<Stated> images() {
        return Collections.unmodifiableList(images);
    }

    Map<String, Origin> origins() {
        Map<String, Origin> origins = new LinkedHashMap<>();
        fields.forEach((field, value) -> origins.put(field, value.origin()));
        if (!images.isEmpty()) {
            origins.put("images", images.getFirst().origin());
        }
        return Collections.unmodifiableMap(origins);
    }

    /** Takes over what this one lacks. A price and its currency belong together, and so do a seller's parts. */
    void fill(Reading other) {
        boolean priced = has("price");
        boolean sold = has("seller.name") || has("seller.id");
        boolean same = priced && sameAmount(other);
        other.fields.forEach((field, value) -> {
            boolean foreign = field.equals(VARIANTS)
                    || field.equals("currency") && priced && !same
                    || field.startsWith("seller.") && sold;
            if (!foreign) {
                put(field, value);
            }
        });
        if (images.isEmpty()) {
            other.images.forEach(this::image);
        }
        variants(other.variants, other.variantsAt);
    }

    /**
     * Takes over what the page shows to people. Beside the same amount, the currency shown is right where the one in the
     * page's state is another: that is often what a program was delivered with.
     */
    void fillShown(Reading shown) {
        Stated currency = fields.get("currency");
        Stated seen = shown.fields.get("currency");
        if (currency != null && seen != null && currency.origin().syntax().equals("state") && sameAmount(shown)) {
            fields.put("currency", seen);
        }
        fill(shown);
    }

    private boolean sameAmount(Reading other) {
        return has("price")
                && other.has("price")
                && new BigDecimal(text("price")).compareTo(new BigDecimal(other.text("price"))) == 0;
    }

    /** @param base that relative addresses start from */
    Listing.Builder listing(String id, URI base) {
        Map<String, String> properties = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(ATTRIBUTE)) {
                properties.put(field.substring(ATTRIBUTE.length()), value.text());
            }
        });
        boolean sold = has("seller.id") || has("seller.name");
        return Listing.builder(id)
                .title(text("title"))
                .description(text("description"))
                .brand(text("brand"))
                .category(text("category"))
                .price(has("price") ? new Price(new BigDecimal(text("price")), text("currency")) : null)
                .condition(text("condition"))
                .seller(sold ? new Seller(text("seller.id"), text("seller.name"), text("seller.location")) : null)
                .attributes(properties)
                .other(others(base));
    }

    /** The variants, and the range of their prices where it is more than the price. */
    private Map<String, JsonNode> others(URI base) {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        if (!variants.isEmpty()) {
            ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
            variants.forEach(variant -> nodes.add(variant.toJson(base)));
            others.put("variants", nodes);
            List<BigDecimal> amounts = amounts();
            if (!amounts.isEmpty() && amounts.getFirst().compareTo(amounts.getLast()) < 0) {
                others.put("lowPrice", TextNode.valueOf(amounts.getFirst().toPlainString()));
                others.put("highPrice", TextNode.valueOf(amounts.getLast().toPlainString()));
            }
        }
        return others;
    }

    /** What the variants cost in the listing's currency, the least first. */
    private List<BigDecimal> amounts() {
        return variants.stream()
                .map(VariantOffer::price)
                .filter(Objects::nonNull)
                .filter(price -> price.currency().isEmpty() || price.currency().equals(text("currency")))
                .map(Price::amount)
                .sorted()
                .toList();
    }
}
