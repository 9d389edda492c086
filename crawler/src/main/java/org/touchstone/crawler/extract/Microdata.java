package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.touchstone.record.Json;

/** The microdata of a page as the trees that JSON-LD would give. */
final class Microdata {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_ITEMS = 2000;
    private static final int MAX_VISITS = 100_000;

    /** What data-vocabulary.org, which many old shops still speak, calls schema.org's properties. */
    private static final Map<String, String> OLD_WORDS = Map.of(
            "offerDetails", "offers", "photo", "image", "currency", "priceCurrency", "condition", "itemCondition");

    private final Document page;
    private final Places places;
    private int items;
    private int visits;

    private Microdata(Document page, Places places) {
        this.page = page;
        this.places = places;
    }

    /** Items that are no property of another one, in the page's order. */
    static List<ObjectNode> things(Document page, Places places) {
        Microdata microdata = new Microdata(page, places);
        List<ObjectNode> things = new ArrayList<>();
        for (Element scope : page.select("[itemscope]:not([itemprop])")) {
            if (microdata.items < MAX_ITEMS) {
                things.add(microdata.item(scope, 0));
            }
        }
        return things;
    }

    private ObjectNode item(Element scope, int depth) {
        ObjectNode item = Json.object();
        places.element(item, scope);
        if (++items > MAX_ITEMS || depth > MAX_DEPTH) {
            return item;
        }
        ArrayNode types = item.putArray("@type");
        for (String type : scope.attr("itemtype").strip().split("\\s+")) {
            types.add(type);
        }
        if (scope.hasAttr("itemid")) {
            item.put("@id", scope.attr("itemid"));
        }
        if (scope.hasAttr("content") && scope.hasAttr("itemprop")) {
            item.put("name", scope.attr("content"));
        }
        scope.children().forEach(child -> properties(child, item, depth));
        for (String id : scope.attr("itemref").strip().split("\\s+")) {
            Element elsewhere = id.isEmpty() ? null : page.getElementById(id);
            if (elsewhere != null && !elsewhere.parents().contains(scope) && elsewhere != scope) {
                properties(elsewhere, item, depth + 1);
            }
        }
        return item;
    }

    private void properties(Element element, ObjectNode item, int depth) {
        if (++visits > MAX_VISITS) {
            return;
        }
        boolean inner = element.hasAttr("itemscope");
        if (element.hasAttr("itemprop")) {
            JsonNode value = inner ? item(element, depth + 1) : item.textNode(Trees.value(element));
            for (String name : element.attr("itemprop").strip().split("\\s+")) {
                add(item, name.replaceFirst("^https?://schema.org/", ""), value, element);
            }
        }
        if (!inner && depth < MAX_DEPTH) {
            element.children().forEach(child -> properties(child, item, depth));
        }
    }

    private void add(ObjectNode item, String written, JsonNode value, Element element) {
        boolean old = item.path("@type").path(0).asText("").contains("data-vocabulary.org/");
        String name = old ? OLD_WORDS.getOrDefault(written, written) : written;
        if (name.equals("identifier")
                && value.isTextual()
                && value.asText().matches("(?i)(sku|mpn|upc|isbn|ean):.{1,90}")) {
            int colon = value.asText().indexOf(':');
            String kind = value.asText().substring(0, colon).toLowerCase(Locale.ROOT);
            boolean gtin = !kind.equals("sku") && !kind.equals("mpn");
            Trees.add(
                    item,
                    gtin ? "gtin" : kind,
                    item.textNode(value.asText().substring(colon + 1).strip()));
        } else {
            Trees.add(item, name, value);
        }
        places.element(item, name, element);
    }
}
