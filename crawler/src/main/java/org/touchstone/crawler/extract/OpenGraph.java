package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.touchstone.record.Json;

/** The OpenGraph product of a page as the tree that JSON-LD would give. */
final class OpenGraph {
    private static final Map<String, String> PRODUCT = Map.ofEntries(
            Map.entry("og:title", "name"),
            Map.entry("og:product", "name"),
            Map.entry("og:description", "description"),
            Map.entry("og:url", "url"),
            Map.entry("product:brand", "brand"),
            Map.entry("og:brand", "brand"),
            Map.entry("product:category", "category"),
            Map.entry("og:category", "category"),
            Map.entry("product:retailer_item_id", "sku"),
            Map.entry("product:retailer_part_no", "sku"),
            Map.entry("product:sku", "sku"),
            Map.entry("og:sku", "sku"),
            Map.entry("product:upc", "gtin"),
            Map.entry("product:ean", "gtin"),
            Map.entry("product:gtin", "gtin"),
            Map.entry("og:upc", "gtin"),
            Map.entry("og:ean", "gtin"),
            Map.entry("product:isbn", "gtin"),
            Map.entry("product:mfr_part_no", "mpn"),
            Map.entry("product:color", "color"),
            Map.entry("product:material", "material"),
            Map.entry("product:size", "size"));
    private static final Map<String, String> OFFER = Map.ofEntries(
            Map.entry("product:sale_price:amount", "salePrice"),
            Map.entry("product:price:amount", "price"),
            Map.entry("product:price", "price"),
            Map.entry("og:price:amount", "price"),
            Map.entry("og:price", "price"),
            Map.entry("og:product:price", "price"),
            Map.entry("product:price:currency", "priceCurrency"),
            Map.entry("product:sale_price:currency", "priceCurrency"),
            Map.entry("og:price:currency", "priceCurrency"),
            Map.entry("product:availability", "availability"),
            Map.entry("og:availability", "availability"),
            Map.entry("og:price:availability", "availability"),
            Map.entry("product:condition", "itemCondition"),
            Map.entry("og:condition", "itemCondition"),
            Map.entry("product:retailer_title", "seller"));

    private OpenGraph() {}

    /** One thing when the page says that it shows a product, or names a price; none otherwise. */
    static List<ObjectNode> things(Document page, Places places) {
        ObjectNode product = Json.object().put("@type", "Product");
        ObjectNode offer = Json.object().put("@type", "Offer");
        ArrayNode images = product.putArray("image");
        String type = "";
        for (Element meta : page.select("meta[content]")) {
            String key =
                    (meta.hasAttr("property") ? meta.attr("property") : meta.attr("name")).toLowerCase(Locale.ROOT);
            String value = meta.attr("content").strip();
            if (value.isEmpty()) {
                continue;
            }
            if (PRODUCT.containsKey(key)) {
                putFirst(product, PRODUCT.getOrDefault(key, ""), value);
                places.element(product, PRODUCT.getOrDefault(key, ""), meta);
            } else if (OFFER.containsKey(key)) {
                putFirst(offer, OFFER.getOrDefault(key, ""), value);
                places.element(offer, OFFER.getOrDefault(key, ""), meta);
            } else if (key.equals("og:image") || key.equals("og:image:secure_url")) {
                images.add(value);
                places.element(product, "image", meta);
            } else if (key.equals("og:type")) {
                type = value.toLowerCase(Locale.ROOT);
            }
        }
        boolean isProduct = type.equals("product") || type.endsWith(":product") || type.equals("product.item");
        if (offer.has("salePrice")) {
            offer.set("price", offer.remove("salePrice"));
            places.taken(offer, "price", offer, "salePrice");
        }
        if (!isProduct && !offer.has("price")) {
            return List.of();
        }
        product.set("offers", offer);
        return List.of(product);
    }

    private static void putFirst(ObjectNode node, String name, String value) {
        if (!node.has(name)) {
            node.put(name, value);
        }
    }
}
