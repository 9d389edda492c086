package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.touchstone.record.Json;

/**
 * The state that a page's scripts hold: what frameworks put there for their own use ({@code __NEXT_DATA__},
 * {@code __INITIAL_STATE__}, {@code g_page_config}) and what is told to those who count visits. An object is taken for a
 * product by the names of its properties, wherever it stands.
 */
final class State {
    private static final int MAX_SCRIPT = 4 << 20;
    private static final int MAX_LENGTH = 16 << 20;
    private static final int MAX_OBJECTS = 200_000;
    private static final int MAX_PRODUCTS = 200;
    private static final int MAX_ATTRIBUTES = 3_000;
    private static final int SHORTEST_ATTRIBUTE = 30;
    private static final int MAX_DEPTH = 80;
    /** Where things stand that the page does not offer itself. */
    private static final Set<String> ELSEWHERE = Set.of(
            "related",
            "relatedproducts",
            "recommendations",
            "recommended",
            "similar",
            "similarproducts",
            "crosssell",
            "upsell",
            "cart",
            "basket",
            "minicart",
            "reviews",
            "wishlist",
            "recentlyviewed",
            "menu",
            "navigation",
            "breadcrumbs");

    private final Document page;
    private final PageHead head;
    private final Places places;
    private final List<ObjectNode> own = new ArrayList<>();
    private final List<ObjectNode> listed = new ArrayList<>();
    private final StateVariants variantReader;
    private List<VariantOffer> variants = List.of();
    private Origin variantsAt = new Origin("state", 0, "");
    private int objects;

    private State(Document page, PageHead head, Places places) {
        this.page = page;
        this.head = head;
        this.places = places;
        variantReader = new StateVariants(page, head.currency());
    }

    /**
     * The products of a page's state as trees of schema.org.
     *
     * @param own what is said of the product that the page is called by, the richest first; several objects may speak of it
     * @param listed products that stand in one list with others, none of which the page is called by
     * @param variants of the page's own product, the fullest list of them
     * @param variantsAt where they stand
     */
    record Products(List<ObjectNode> own, List<ObjectNode> listed, List<VariantOffer> variants, Origin variantsAt) {}

    static Products products(Document page, PageHead head, Places places) {
        State state = new State(page, head, places);
        state.scripts();
        state.attributes();
        state.own.sort(Comparator.comparingInt((ObjectNode product) -> -weight(product)));
        List<ObjectNode> listed = state.own.isEmpty() ? state.listed : List.of();
        return new Products(state.own, listed, state.variants, state.variantsAt);
    }

    /** All trees of a page's scripts, in their order. */
    static List<JsonNode> trees(Document page) {
        List<JsonNode> trees = new ArrayList<>();
        int length = 0;
        for (Element script : page.select("script:not([src])")) {
            length += script.data().length();
            if (length <= MAX_LENGTH && isData(script)) {
                literals(script).forEach(literal -> trees.add(literal.value()));
            }
        }
        return trees;
    }

    private static int weight(ObjectNode product) {
        return product.size() + (product.has("offers") ? 20 : 0);
    }

    private void scripts() {
        int length = 0;
        for (Element script : page.select("script:not([src])")) {
            length += script.data().length();
            if (length > MAX_LENGTH) {
                return;
            }
            if (isData(script)) {
                String data = script.data();
                int lines = 0;
                int counted = 0;
                for (ScriptReader.Literal literal : literals(script)) {
                    for (; counted < literal.offset(); counted++) {
                        lines += data.charAt(counted) == '\n' ? 1 : 0;
                    }
                    read(literal.value(), script, lines);
                }
            }
        }
    }

    private static List<ScriptReader.Literal> literals(Element script) {
        String data = script.data();
        if (data.length() > MAX_SCRIPT) {
            return List.of();
        }
        return type(script).contains("json") ? ScriptReader.json(data) : ScriptReader.literals(data);
    }

    private static boolean isData(Element script) {
        String type = type(script);
        return type.isEmpty()
                || type.contains("javascript")
                || type.contains("json") && !type.contains("ld+json")
                || type.contains("ecmascript")
                || type.equals("module")
                || type.contains("magento-init")
                || type.contains("state");
    }

    private static String type(Element script) {
        return script.attr("type").strip().toLowerCase(Locale.ROOT);
    }

    private void attributes() {
        int seen = 0;
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String value = attribute.getValue();
                if (value.length() >= SHORTEST_ATTRIBUTE
                        && (value.startsWith("{") || value.startsWith("["))
                        && value.length() <= MAX_SCRIPT
                        && ++seen <= MAX_ATTRIBUTES) {
                    ScriptReader.json(value).forEach(literal -> read(literal.value(), element, 0));
                }
            }
        }
    }

    private void read(JsonNode root, Element element, int lines) {
        places.script(root, element, lines);
        if (root.isArray()) {
            keep(variantReader.of(root, ""), Json.object(), "");
        }
        walk(root, "", "", 0);
    }

    private void walk(JsonNode node, String name, String currency, int depth) {
        if (++objects > MAX_OBJECTS || depth > MAX_DEPTH || ELSEWHERE.contains(name)) {
            return;
        }
        if (node instanceof ObjectNode object) {
            String nearest = StateProduct.currency(object, currency);
            StateProduct.of(object, nearest, head, places).ifPresent(this::keep);
            object.properties().forEach(entry -> {
                if (entry.getValue().isContainerNode() && isOwn(object)) {
                    keep(variantReader.of(object, entry.getKey(), entry.getValue(), nearest), object, entry.getKey());
                }
                walk(entry.getValue(), StateWords.plain(entry.getKey()), nearest, depth + 1);
            });
        } else if (node.isArray()) {
            List<ObjectNode> together = new ArrayList<>();
            Set<String> names = new LinkedHashSet<>();
            for (JsonNode item : node) {
                if (item instanceof ObjectNode object && together.size() < MAX_PRODUCTS) {
                    StateProduct.of(object, StateProduct.currency(object, currency), head, places)
                            .ifPresent(product -> {
                                together.add(product);
                                names.add(Schema.text(product, "name"));
                            });
                }
            }
            if (names.size() > 1 && together.size() > listed.size()) {
                listed.clear();
                listed.addAll(together);
            }
            node.forEach(item -> walk(item, "", currency, depth + 1));
        }
    }

    /** Whether an object is, or may be part of, the product that the page is called by. */
    private boolean isOwn(ObjectNode object) {
        String name = Schema.text(object, "title", "name", "productName");
        return name.isEmpty() || head.isCalled(name);
    }

    private void keep(List<VariantOffer> found, ObjectNode owner, String property) {
        if (found.size() > variants.size()) {
            variants = found;
            variantsAt = places.origin("state", owner, property);
        }
    }

    private void keep(ObjectNode product) {
        if (head.isCalled(Schema.text(product, "name")) && own.size() < MAX_PRODUCTS) {
            own.add(product);
        }
    }
}
