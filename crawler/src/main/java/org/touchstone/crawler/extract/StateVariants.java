package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.touchstone.listing.Price;

/**
 * The variants that a page's state holds, in the forms that shops' programs keep them: a list of objects (Shopify,
 * WooCommerce, JD), or a map from values to objects (Taobao, 1688). Not thread-safe.
 */
final class StateVariants {
    private static final Set<String> LISTS = Set.of(
            "variants",
            "productvariants",
            "variations",
            "productvariations",
            "skus",
            "skulist",
            "skuinfos",
            "colorsize");
    private static final List<String> MAPS = List.of("skumap", "skuinfomap");
    private static final List<String> NAME = List.of(
            "publictitle", "variantname", "skuname", "title", "name", "specname", "spec", "specs", "propertiesname");
    private static final List<String> SKU = List.of("sku", "skucode", "skuid", "id", "variationid", "specid");
    private static final List<String> PRICE = List.of("displayprice", "discountprice", "promotionprice", "pricetext");
    private static final List<String> FULL = List.of("fullsrc", "src", "url", "imageurl");
    private static final int MAX_LABELS = 2_000;
    private static final int MAX_VALUES = 6;

    /** What stands for a value, such as {@code 1627207:28341}, and its image. */
    private record Value(String property, String name, String image) {}

    private final Document page;
    private final String hint;
    private @Nullable Map<String, Value> labels;

    /** @param hint the currency meant where a sign is one of several, empty when the page does not say */
    StateVariants(Document page, String hint) {
        this.page = page;
        this.hint = hint;
    }

    /** The variants of which a property of an object is the list or the map; none when it is neither. */
    List<VariantOffer> of(ObjectNode object, String key, JsonNode value, String currency) {
        String name = StateWords.plain(key);
        List<VariantOffer> found = List.of();
        if (LISTS.contains(name) && value.isArray()) {
            found = list(value, options(object), currency);
        } else if (MAPS.contains(name) && value instanceof ObjectNode map) {
            found = map(map, object, currency);
        } else if (name.equals("skubase") && value instanceof ObjectNode base) {
            found = base(base, object.path("skuCore").path("sku2info"), currency);
        }
        return found.size() > 1 ? found : List.of();
    }

    /** The variants that a list without a name holds, as WooCommerce keeps it in an attribute. */
    List<VariantOffer> of(JsonNode list, String currency) {
        boolean variations = list.path(0).has("variation_id") && list.path(0).has("attributes");
        return variations ? list(list, List.of(), currency) : List.of();
    }

    private List<VariantOffer> list(JsonNode list, List<String> options, String currency) {
        List<VariantOffer> found = new ArrayList<>();
        for (JsonNode item : list) {
            if (item instanceof ObjectNode object && found.size() < VariantOffer.MOST) {
                Map<String, String> index = StateWords.index(object);
                Map<String, String> attributes = attributes(object, index, options);
                String name = text(object, index, NAME);
                VariantOffer offer = offer(object, name, attributes, "", currency);
                if (!offer.name().isEmpty()) {
                    found.add(offer);
                }
            }
        }
        return found;
    }

    /** What the options of a product are called, in their order. */
    private static List<String> options(ObjectNode product) {
        List<String> options = new ArrayList<>();
        for (JsonNode option : product.path("options")) {
            options.add(option.isObject() ? Schema.text(option, "name") : option.asText(""));
        }
        return options;
    }

    private static Map<String, String> attributes(ObjectNode item, Map<String, String> index, List<String> options) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            String value = Schema.text(item, "option" + (i + 1));
            String option = i < options.size() ? options.get(i) : "";
            attributes.put(option.isEmpty() ? "option" + (i + 1) : option, value);
        }
        item.path(index.getOrDefault("attributes", ""))
                .properties()
                .forEach(entry -> attributes.put(
                        entry.getKey().replaceFirst("^attribute_(?:pa_)?", ""),
                        entry.getValue().asText("")));
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            boolean chinese = entry.getKey().codePoints().anyMatch(Character::isIdeographic);
            if (chinese && entry.getValue().isTextual()) {
                attributes.put(entry.getKey(), entry.getValue().asText());
            }
        }
        attributes.values().removeIf(value -> value.isBlank() || value.equals("Default Title"));
        return attributes;
    }

    /** Taobao's and 1688's map: its keys are values, by their names or by the numbers that stand for them. */
    private List<VariantOffer> map(ObjectNode map, ObjectNode around, String currency) {
        Map<String, Value> names = new HashMap<>(labels());
        for (String props : List.of("skuProps", "props")) {
            names.putAll(values(around.path(props)));
        }
        List<VariantOffer> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            if (entry.getValue() instanceof ObjectNode item && found.size() < VariantOffer.MOST) {
                found.add(named(entry.getKey().split("&gt;|[;>]", MAX_VALUES + 2), names, item, currency));
            }
        }
        found.removeIf(offer -> offer.name().isEmpty());
        return found;
    }

    private List<VariantOffer> base(ObjectNode base, JsonNode infos, String currency) {
        Map<String, Value> names = values(base.path("props"));
        List<VariantOffer> found = new ArrayList<>();
        for (JsonNode sku : base.path("skus")) {
            if (sku instanceof ObjectNode item && found.size() < VariantOffer.MOST) {
                ObjectNode all = item.deepCopy();
                if (infos.path(item.path("skuId").asText("")) instanceof ObjectNode info) {
                    all.setAll(info);
                }
                found.add(named(item.path("propPath").asText("").split(";", MAX_VALUES + 2), names, all, currency));
            }
        }
        found.removeIf(offer -> offer.name().isEmpty());
        return found;
    }

    private VariantOffer named(String[] keys, Map<String, Value> names, ObjectNode item, String currency) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String image = "";
        for (String key : keys) {
            Value value =
                    names.getOrDefault(key.strip(), new Value("", key.matches("[\\d:\\s]*") ? "" : key.strip(), ""));
            String property = value.property().isEmpty() ? "option" + (attributes.size() + 1) : value.property();
            if (!value.name().isEmpty()) {
                attributes.put(property, value.name());
            }
            image = image.isEmpty() ? value.image() : image;
        }
        return offer(item, "", attributes, image, currency);
    }

    /** Names of values by their numbers, and their images by their names, of Taobao's and 1688's properties. */
    private static Map<String, Value> values(JsonNode props) {
        Map<String, Value> values = new HashMap<>();
        for (JsonNode prop : props) {
            String property = Schema.text(prop, "name", "prop");
            for (String list : List.of("values", "value")) {
                for (JsonNode value : prop.path(list)) {
                    String name = Schema.text(value, "name");
                    Value known = new Value(property, name, Schema.text(value, "image", "imageUrl"));
                    values.put(
                            prop.path("pid").asText("") + ":"
                                    + value.path("vid").asText(""),
                            known);
                    values.put(name, known);
                }
            }
        }
        return values;
    }

    /** What the page's own buttons say for the numbers of values. */
    private Map<String, Value> labels() {
        Map<String, Value> found = labels;
        if (found == null) {
            found = new HashMap<>();
            for (Element element :
                    page.select("[data-value]").stream().limit(MAX_LABELS).toList()) {
                String number = element.attr("data-value").strip();
                String name = element.hasAttr("title") ? element.attr("title") : Shown.shortText(element);
                if (number.matches("\\d{1,12}:\\d{1,12}")) {
                    String property =
                            element.parent() == null ? "" : element.parent().attr("data-property");
                    found.putIfAbsent(number, new Value(property, name, ""));
                }
            }
            labels = found;
        }
        return found;
    }

    private VariantOffer offer(
            ObjectNode item, String name, Map<String, String> attributes, String image, String currency) {
        Map<String, String> index = StateWords.index(item);
        String own = image;
        for (String key : List.of("featuredimage", "image", "imageurl", "pic", "picurl", "img")) {
            JsonNode value = item.path(index.getOrDefault(key, ""));
            if (own.isEmpty() && value instanceof ObjectNode object) {
                own = text(object, StateWords.index(object), FULL);
            } else if (own.isEmpty() && value.isTextual()) {
                own = value.asText();
            }
        }
        return new VariantOffer(
                text(item, index, SKU),
                text(item, index, StateWords.meaning("gtin")),
                name,
                attributes,
                price(item, index, currency),
                StateProduct.availability(item, index, List.of("quantity", "canbookcount")),
                own);
    }

    private @Nullable Price price(ObjectNode item, Map<String, String> index, String currency) {
        List<String> names = new ArrayList<>(PRICE);
        names.addAll(StateWords.meaning("price"));
        for (String name : names) {
            JsonNode value = item.path(index.getOrDefault(name, ""));
            ObjectNode holder = value instanceof ObjectNode object ? object : item;
            String text = value instanceof ObjectNode object
                    ? text(object, StateWords.index(object), StateProduct.AMOUNT)
                    : value.isContainerNode() ? "" : Schema.text(item, index.getOrDefault(name, ""));
            Price price = PriceText.parse(text, StateProduct.currency(holder, currency), hint)
                    .orElse(null);
            if (price != null && price.amount().signum() > 0) {
                return isInCents(item, value) ? new Price(price.amount().movePointLeft(2), price.currency()) : price;
            }
        }
        return null;
    }

    /** Shopify's themes write prices as whole numbers of the smallest coin; its interfaces write texts. */
    static boolean isInCents(JsonNode variant, JsonNode price) {
        return price.isNumber()
                && price.decimalValue().scale() <= 0
                && (variant.has("option1") || variant.has("public_title"));
    }

    private static String text(ObjectNode object, Map<String, String> index, List<String> names) {
        for (String name : names) {
            JsonNode value = object.path(index.getOrDefault(name, ""));
            String text =
                    value.isValueNode() && !value.isBoolean() ? Schema.text(object, index.getOrDefault(name, "")) : "";
            if (!text.isEmpty() && !text.equals("null") && !text.equals("Default Title")) {
                return text;
            }
        }
        return "";
    }
}
