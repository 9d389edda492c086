package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.touchstone.record.Json;

/** The RDFa Lite of a page as the trees that JSON-LD would give; of full RDFa, {@code rel} beside {@code typeof}. */
final class Rdfa {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_ITEMS = 2000;
    private static final int MAX_VISITS = 100_000;

    private final Places places;
    private final Map<String, ObjectNode> byResource = new HashMap<>();
    private final List<ObjectNode> things = new ArrayList<>();
    private int items;
    private int visits;

    private Rdfa(Places places) {
        this.places = places;
    }

    /** Things that are no property of another one, in the page's order. */
    static List<ObjectNode> things(Document page, Places places) {
        Rdfa rdfa = new Rdfa(places);
        for (Element scope : page.select("[typeof]:not([property]):not([rel])")) {
            if (rdfa.items < MAX_ITEMS && !isWithin(scope)) {
                rdfa.things.add(rdfa.item(scope, 0));
            }
        }
        return rdfa.things;
    }

    /** A thing within another that is no property of it comes up while the other is read. */
    private static boolean isWithin(Element scope) {
        Element parent = scope.parent();
        return parent != null && parent.closest("[typeof]") != null;
    }

    private ObjectNode item(Element scope, int depth) {
        ObjectNode item = Json.object();
        String resource = scope.hasAttr("resource") ? scope.attr("resource") : scope.attr("about");
        if (!resource.isBlank() && byResource.containsKey(resource)) {
            item = byResource.getOrDefault(resource, item);
        }
        places.element(item, scope);
        if (++items > MAX_ITEMS || depth > MAX_DEPTH) {
            return item;
        }
        for (String type : scope.attr("typeof").strip().split("\\s+")) {
            Trees.add(item, "@type", item.textNode(type));
        }
        if (!resource.isBlank()) {
            item.put("@id", resource);
            byResource.putIfAbsent(resource, item);
        }
        for (Element child : scope.children()) {
            properties(child, item, depth);
        }
        return item;
    }

    private void properties(Element element, ObjectNode item, int depth) {
        if (++visits > MAX_VISITS || depth > MAX_DEPTH) {
            return;
        }
        boolean inner = element.hasAttr("typeof");
        String names = element.hasAttr("property") ? element.attr("property") : inner ? element.attr("rel") : "";
        if (!names.isBlank()) {
            JsonNode value = inner ? item(element, depth + 1) : item.textNode(value(element));
            for (String name : names.strip().split("\\s+")) {
                String plain = name.replaceFirst("^(?:https?://schema\\.org/|[a-z]{1,12}:(?!/))", "");
                Trees.add(item, plain, value);
                places.element(item, plain, element);
            }
        } else if (inner) {
            things.add(item(element, depth + 1));
        }
        if (!inner) {
            element.children().forEach(child -> properties(child, item, depth));
        }
    }

    private static String value(Element element) {
        return !element.hasAttr("content") && element.hasAttr("resource")
                ? element.attr("resource")
                : Trees.value(element);
    }
}
