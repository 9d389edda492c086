package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.listing.Price;
import org.touchstone.record.Json;

/**
 * One form in which a product is sold, such as a colour in a size. Texts are plain and of bounded length, empty when the
 * page says nothing.
 *
 * @param sku of this form
 * @param gtin of this form
 * @param name as the seller writes it, or its attributes' values where it has none
 * @param attributes what sets it apart, such as colour and size
 * @param price of this form
 * @param availability in schema.org's words
 * @param image where its image is, as the page names it
 */
public record VariantOffer(
        String sku,
        String gtin,
        String name,
        Map<String, String> attributes,
        @Nullable Price price,
        String availability,
        String image) {
    /** So many of a product are kept. */
    static final int MOST = 100;

    private static final int MAX_TEXT = 200;

    public VariantOffer {
        sku = PlainText.of(sku, MAX_TEXT);
        gtin = PlainText.of(gtin, MAX_TEXT).replaceAll("[\\s-]", "");
        Map<String, String> plain = new LinkedHashMap<>();
        attributes.forEach((key, value) -> {
            String text = PlainText.of(value, MAX_TEXT);
            if (!text.isEmpty() && plain.size() < 10) {
                plain.put(PlainText.of(key, MAX_TEXT), text);
            }
        });
        attributes = Collections.unmodifiableMap(plain);
        String own = PlainText.of(name, MAX_TEXT);
        name = own.isEmpty() ? PlainText.of(String.join(" / ", plain.values()), MAX_TEXT) : own;
    }

    /**
     * As it stands in a listing's {@code variants}; what is empty is left out.
     *
     * @param base that the image's address starts from when it is relative
     */
    ObjectNode toJson(URI base) {
        ObjectNode node = Json.object();
        put(node, "sku", sku);
        put(node, "gtin", gtin);
        put(node, "name", name);
        if (!attributes.isEmpty()) {
            ObjectNode properties = node.putObject("attributes");
            attributes.forEach(properties::put);
        }
        if (price != null) {
            node.putObject("price")
                    .put("amount", price.amount().toPlainString())
                    .put("currency", price.currency());
        }
        put(node, "availability", availability);
        put(
                node,
                "image",
                image.isEmpty()
                        ? ""
                        : WebAddress.resolve(base, image).map(URI::toString).orElse(image));
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
