package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.touchstone.record.Json;

/** The microdata of a page as the trees that JSON-LD would give. */
final class Microdata {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_ITEMS = 2000;
    private static final int MAX_VISITS = 300_000;

    private final Document page;
    private int items;
    private int visits;

    private Microdata(Document page) {
        this.page = page;
    }

    /** Items that are no property of another one, in the page's order. */
    static List<ObjectNode> things(Document page) {
        Microdata microdata = new Microdata(page);
        List<ObjectNode> things = new ArrayList<>();
        for (Element scope : page.select("[itemscope]:not([itemprop])")) {
            things.add(microdata.item(scope, 0));
        }
        return things;
    }

    private ObjectNode item(Element scope, int depth) {
        ObjectNode item = Json.object();
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
            JsonNode value = inner ? item(element, depth + 1) : item.textNode(value(element));
            for (String name : element.attr("itemprop").strip().split("\\s+")) {
                add(item, name.replaceFirst("^https?://schema.org/", ""), value);
            }
        }
        if (!inner && depth < MAX_DEPTH) {
            element.children().forEach(child -> properties(child, item, depth));
        }
    }

    private static void add(ObjectNode item, String name, JsonNode value) {
        if (name.isEmpty()) {
            return;
        }
        if (!item.has(name)) {
            item.set(name, value);
        } else if (item.get(name) instanceof ArrayNode several) {
            several.add(value);
        } else {
            JsonNode first = item.get(name);
            item.putArray(name).add(first).add(value);
        }
    }

    private static String value(Element element) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        String attribute = switch (element.normalName()) {
            case "a", "area", "link" -> "href";
            case "img", "audio", "embed", "iframe", "source", "track", "video" -> "src";
            case "object" -> "data";
            case "data", "meter" -> "value";
            case "time" -> "datetime";
            default -> "";
        };
        if (attribute.equals("src") && element.hasAttr("data-src")) {
            return element.attr("data-src");
        }
        return attribute.isEmpty() || !element.hasAttr(attribute) ? element.text() : element.attr(attribute);
    }
}
