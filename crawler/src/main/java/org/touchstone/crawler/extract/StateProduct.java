package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.touchstone.record.Json;

/** Takes an object of a page's state for a product, if its properties are those of one. */
final class StateProduct {
    /** What shops' programs call the amount within a price. */
    static final List<String> AMOUNT = List.of(
            "amount",
            "pricetext",
            "value",
            "price",
            "current",
            "sale",
            "now",
            "final",
            "finalprice",
            "min",
            "minprice",
            "selling",
            "formatted",
            "text",
            "gross",
            "regular");

    private static final Set<String> NEGATED = Set.of("issoldout", "soldout");
    private static final int MAX_DEPTH = 3;

    private StateProduct() {}

    /**
     * The product as a tree of schema.org; empty when the object is none: a product has a name and a price, or the page's
     * own name and a key that is called one.
     *
     * @param currency of the objects around this one
     */
    static Optional<ObjectNode> of(ObjectNode object, String currency, PageHead head, Places places) {
        if (object.size() < 2) {
            return Optional.empty();
        }
        Map<String, String> index = StateWords.index(object);
        ObjectNode product = Json.object().put("@type", "Product");
        places.same(product, object);
        copyName(object, index, product, head, places);
        if (!product.has("name")) {
            return Optional.empty();
        }
        ObjectNode offer = Json.object().put("@type", "Offer");
        price(object, index, offer, places);
        boolean called = head.isCalled(Schema.text(product, "name"));
        if (!offer.has("price") && !called) {
            return Optional.empty();
        }
        for (String property : StateWords.properties()) {
            boolean ofOffer =
                    property.equals("availability") || property.equals("seller") || property.equals("itemCondition");
            if (!property.equals("name") && !property.equals("price")) {
                copy(object, index, property, ofOffer ? offer : product, places);
            }
        }
        if (!offer.has("priceCurrency") && offer.has("price") && !currency.isEmpty()) {
            offer.put("priceCurrency", currency);
        }
        boolean keyed = product.has("sku") || product.has("productID");
        boolean named = StateWords.meaning("productID").stream()
                .anyMatch(name -> !name.equals("id") && index.containsKey(name));
        boolean telling = offer.has("price")
                || called && keyed && named
                || keyed && (product.has("brand") || product.has("gtin") || product.has("mpn"))
                || product.has("brand") && offer.has("availability");
        if (offer.size() > 1) {
            product.set("offers", offer);
        }
        return telling ? Optional.of(product) : Optional.empty();
    }

    /** The currency that an object states, or else that around it. */
    static String currency(ObjectNode object, String around) {
        if (object.size() > 200) {
            return around;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getValue().isTextual() && StateWords.CURRENCY.contains(StateWords.plain(entry.getKey()))) {
                String code = PriceText.currency(cut(entry.getValue().asText()));
                if (!code.isEmpty()) {
                    return code;
                }
            }
        }
        return around;
    }

    private static void copyName(
            ObjectNode object, Map<String, String> index, ObjectNode product, PageHead head, Places places) {
        for (String name : StateWords.meaning("name")) {
            String key = index.getOrDefault(name, "");
            JsonNode value = object.path(key);
            if (value.isTextual() && !value.asText().isBlank()) {
                product.put("name", value.asText());
                places.taken(product, "name", object, key);
                return;
            }
        }
        boolean nameless = StateWords.NAMELESS.stream().anyMatch(index::containsKey);
        if (nameless && !head.names().isEmpty()) {
            product.put("name", head.names().getFirst());
        }
    }

    private static void price(ObjectNode object, Map<String, String> index, ObjectNode offer, Places places) {
        List<String> names = StateWords.meaning("price");
        boolean counted = index.containsKey("contentids") || index.containsKey("contentname");
        for (String name : counted ? List.of("value", "price") : names) {
            String key = index.getOrDefault(name, "");
            ObjectNode holder = object;
            JsonNode value = object.path(key);
            for (int depth = 0; depth < MAX_DEPTH && value instanceof ObjectNode inner; depth++) {
                Map<String, String> within = StateWords.index(inner);
                key = AMOUNT.stream()
                        .filter(within::containsKey)
                        .findFirst()
                        .map(within::get)
                        .orElse("");
                holder = inner;
                value = inner.path(key);
            }
            String text = value.isArray() ? value.path(0).asText("") : Schema.text(holder, key);
            boolean priced = !key.isEmpty()
                    && PriceText.parse(text, "")
                            .filter(p -> p.amount().signum() > 0)
                            .isPresent();
            if (priced) {
                boolean inCents =
                        StateVariants.isInCents(object.path("variants").path(0), value);
                offer.put(
                        "price", inCents ? value.decimalValue().movePointLeft(2).toPlainString() : text);
                places.taken(offer, "price", holder, key);
                String currency = currency(holder, currency(object, ""));
                if (!currency.isEmpty()) {
                    offer.put("priceCurrency", currency);
                }
                return;
            }
        }
    }

    private static void copy(
            ObjectNode object, Map<String, String> index, String property, ObjectNode into, Places places) {
        for (String name : StateWords.meaning(property)) {
            String key = index.getOrDefault(name, "");
            JsonNode value = object.path(key);
            if (key.isEmpty() || value.isNull() || value.isMissingNode()) {
                continue;
            }
            if (property.equals("availability")) {
                String word = availability(name, value);
                if (!word.isEmpty()) {
                    into.put(property, word);
                    places.taken(into, property, object, key);
                    return;
                }
            } else if (isPlain(value, property)) {
                into.set(property, value);
                places.taken(into, property, object, key);
                return;
            }
        }
    }

    private static boolean isPlain(JsonNode value, String property) {
        if (value.isArray()) {
            return value.size() > 0 && isPlain(value.get(0), property);
        }
        if (value instanceof ObjectNode object) {
            return property.equals("image")
                    ? !Schema.text(object, "contentUrl", "url", "src").isEmpty()
                    : !Schema.text(object, "name", "title").isEmpty()
                            && !property.equals("sku")
                            && !property.equals("productID");
        }
        String text = value.asText("").strip();
        boolean none = text.isEmpty() || text.equals("none") || text.equals("null") || text.equals("undefined");
        return !none
                && (!value.isBoolean())
                && (!value.isNumber()
                        || property.equals("sku")
                        || property.equals("gtin")
                        || property.equals("productID"));
    }

    /**
     * Whether an object is for sale, in schema.org's words; empty when it does not say.
     *
     * @param besides further names that say it
     */
    static String availability(ObjectNode object, Map<String, String> index, List<String> besides) {
        return Stream.concat(StateWords.meaning("availability").stream(), besides.stream())
                .filter(name -> object.hasNonNull(index.getOrDefault(name, "")))
                .map(name -> availability(name, object.path(index.getOrDefault(name, ""))))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String availability(String name, JsonNode value) {
        boolean counted = value.isTextual() && value.asText().matches("\\d{1,9}");
        boolean yes = counted
                ? value.asInt() > 0
                : value.isNumber() ? value.decimalValue().signum() > 0 : value.asBoolean();
        if (counted || value.isBoolean() || value.isNumber()) {
            return yes != NEGATED.contains(name) ? "InStock" : "OutOfStock";
        }
        if (value instanceof ObjectNode) {
            return "";
        }
        String text = cut(value.asText(""));
        return NEGATED.contains(name) ? "" : Availability.known(text);
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
