package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jsoup.nodes.Element;

/** Trees made of marked-up elements. */
final class Trees {
    private static final int MAX_VALUES = 200;

    private Trees() {}

    /** Adds a value to those that the property has. */
    static void add(ObjectNode item, String name, JsonNode value) {
        JsonNode first = item.get(name);
        if (name.isEmpty()) {
            return;
        }
        if (first == null) {
            item.set(name, value);
        } else if (first instanceof ArrayNode several) {
            if (several.size() < MAX_VALUES) {
                several.add(value);
            }
        } else {
            item.putArray(name).add(first).add(value);
        }
    }

    /** What an element says as the value of a property: by attribute where its kind has one, otherwise by its text. */
    static String value(Element element) {
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
        if (attribute.equals("src")) {
            return Pictures.source(element);
        }
        return attribute.isEmpty() || !element.hasAttr(attribute) ? text(element) : element.attr(attribute);
    }

    /** What is crossed out is said no longer, unless nothing else is said. */
    private static String text(Element element) {
        if (element.selectFirst("del,s,strike") == null) {
            return element.text();
        }
        Element copy = element.clone();
        copy.select("del,s,strike").remove();
        String left = copy.text();
        return left.isBlank() ? element.text() : left;
    }
}
