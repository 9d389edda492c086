package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Trees made of marked-up elements. */
final class Trees {
    private static final int MAX_VALUES = 200;
    private static final int MAX_TEXT = 40_000;
    private static final int MAX_NODES = 5_000;
    private static final Set<String> PASSED = Set.of("script", "style", "template", "noscript", "svg");
    private static final Set<String> CROSSED_OUT = Set.of("del", "s", "strike");

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

    /** The beginning of an element's text. What is crossed out is said no longer, unless nothing else is said. */
    static String text(Element element) {
        String left = text(element, true);
        return left.isBlank() ? text(element, false) : left;
    }

    private static String text(Element element, boolean standing) {
        StringBuilder text = new StringBuilder();
        int[] nodes = {0};
        element.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (++nodes[0] > MAX_NODES || text.length() > MAX_TEXT) {
                    return FilterResult.STOP;
                }
                if (node instanceof TextNode part) {
                    String whole = part.getWholeText();
                    text.append(whole, 0, Math.min(whole.length(), MAX_TEXT));
                } else if (node instanceof Element inner && depth > 0) {
                    if (PASSED.contains(inner.normalName()) || standing && CROSSED_OUT.contains(inner.normalName())) {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    space(inner);
                }
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element inner) {
                    space(inner);
                }
                return FilterResult.CONTINUE;
            }

            private void space(Element inner) {
                if (inner.isBlock() || inner.normalName().equals("br")) {
                    text.append(' ');
                }
            }
        });
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
