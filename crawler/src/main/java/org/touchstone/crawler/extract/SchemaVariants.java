package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Price;

/** The variants of a product of schema.org: those it has, or offers of which each has a key or a name of its own. */
final class SchemaVariants {
    private static final List<String> ATTRIBUTES = List.of("color", "size", "material", "pattern");
    private static final String[] GTIN = {"gtin", "gtin13", "gtin14", "gtin12", "gtin8"};

    private final String hint;
    private final Set<String> seen = new HashSet<>();
    private final List<VariantOffer> variants = new ArrayList<>();

    private SchemaVariants(String hint) {
        this.hint = hint;
    }

    /** @param hint the currency meant where a sign is one of several, empty when the page does not say */
    static List<VariantOffer> of(ObjectNode product, String hint) {
        SchemaVariants found = new SchemaVariants(hint);
        List<JsonNode> variants = Schema.list(product.path("hasVariant"));
        for (JsonNode variant : variants) {
            List<JsonNode> offers = Schema.list(variant.path("offers"));
            found.add(variant, offers.isEmpty() ? variant : offers.getFirst());
        }
        if (variants.isEmpty()) {
            for (JsonNode offer : Schema.list(product.path("offers"))) {
                List<JsonNode> within = Schema.list(offer.path("offers"));
                (within.isEmpty() ? List.of(offer) : within).forEach(one -> found.add(item(one), one));
            }
        }
        return found.variants.size() > 1 ? found.variants : List.of();
    }

    private static JsonNode item(JsonNode offer) {
        ObjectNode item = Schema.object(offer, "itemOffered");
        return item.isEmpty() ? offer : item;
    }

    private void add(JsonNode item, JsonNode offer) {
        String sku = Schema.text(item, "sku", "productID", "mpn");
        sku = sku.isEmpty() ? Schema.text(offer, "sku", "mpn") : sku;
        String gtin = Schema.text(item, GTIN);
        String name = Schema.text(item, "name");
        Map<String, String> attributes = new LinkedHashMap<>();
        ATTRIBUTES.forEach(attribute -> attributes.put(attribute, Schema.text(item, attribute)));
        for (JsonNode extra : Schema.list(item.path("additionalProperty"))) {
            attributes.put(Schema.text(extra, "name", "propertyID"), Schema.text(extra, "value"));
        }
        String key = sku.isEmpty() ? gtin.isEmpty() ? name + attributes.values() : gtin : sku;
        boolean own = !(sku + gtin + name + String.join("", attributes.values())).isBlank();
        if (own && variants.size() < VariantOffer.MOST && seen.add(key)) {
            String image = Schema.text(Schema.object(item, "image"), "contentUrl", "url", "@id");
            String said = Schema.text(offer, "availability");
            variants.add(new VariantOffer(
                    sku,
                    gtin,
                    name,
                    attributes,
                    price(offer),
                    said.isEmpty() ? "" : Availability.word(said),
                    image.isEmpty() ? Schema.text(item, "image") : image));
        }
    }

    private @Nullable Price price(JsonNode offer) {
        String currency = Schema.text(offer, "priceCurrency");
        List<JsonNode> holders = new ArrayList<>(List.of(offer));
        holders.addAll(Schema.list(offer.path("priceSpecification")));
        for (JsonNode holder : holders) {
            String own = Schema.text(holder, "priceCurrency");
            Price price = PriceText.parse(
                            Schema.text(holder, "price", "lowPrice", "minPrice"), own.isEmpty() ? currency : own, hint)
                    .orElse(null);
            if (price != null && price.amount().signum() > 0) {
                return price;
            }
        }
        return null;
    }
}
