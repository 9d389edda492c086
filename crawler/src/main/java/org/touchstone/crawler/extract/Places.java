package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where the trees that were read from a page, and their properties, stand in it. Not thread-safe. */
final class Places {
    private static final String WHOLE = "";
    private static final int MAX_STEPS = 6;
    /** Counting more of them for every field would take long. */
    private static final int MAX_SIBLINGS = 1_000;

    /** An element, and what within it. */
    private record Place(
            Element element, int linesInto, @Nullable String pointer) {}

    private final Map<ObjectNode, Map<String, Place>> places = new IdentityHashMap<>();

    /**
     * Remembers all objects of a script's tree.
     *
     * @param linesInto the script's text at which the tree starts
     */
    void script(JsonNode root, Element script, int linesInto) {
        walk(root, script, linesInto, "");
    }

    private void walk(JsonNode node, Element script, int linesInto, String pointer) {
        if (node instanceof ObjectNode object) {
            put(object, WHOLE, new Place(script, linesInto, pointer));
            object.properties()
                    .forEach(entry -> walk(entry.getValue(), script, linesInto, step(pointer, entry.getKey())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), script, linesInto, pointer + "/" + i);
            }
        }
    }

    /** Remembers where an element's tree stands. */
    void element(ObjectNode object, Element element) {
        put(object, WHOLE, new Place(element, 0, null));
    }

    /** Remembers where a property stands, unless an earlier value of it does. */
    void element(ObjectNode object, String property, Element element) {
        put(object, property, new Place(element, 0, null));
    }

    /** Says that a property was taken over from another tree's. */
    void taken(ObjectNode object, String property, ObjectNode from, String original) {
        Place place = place(from, original);
        if (place != null) {
            put(object, property, place);
        }
    }

    /** Says that an object stands for another. */
    void same(ObjectNode copy, ObjectNode original) {
        Map<String, Place> known = places.get(original);
        if (known != null) {
            places.putIfAbsent(copy, known);
        }
    }

    Origin origin(String syntax, ObjectNode object, String property) {
        Place place = place(object, property);
        if (place == null) {
            return new Origin(syntax, 0, "");
        }
        int line = place.element().sourceRange().start().lineNumber();
        return new Origin(
                syntax,
                line > 0 ? line + place.linesInto() : 0,
                place.pointer() == null ? path(place.element()) : place.pointer());
    }

    /** A CSS selector that starts at the nearest element with an id, or a few steps above the element. */
    static String path(Element element) {
        StringBuilder path = new StringBuilder();
        Element step = element;
        for (int i = 0; i < MAX_STEPS && step != null && !step.normalName().equals("#root"); i++) {
            boolean named = step.id().matches("[A-Za-z][\\w-]{0,60}");
            Element above = step.parent();
            boolean countable = above != null && above.childrenSize() > 1 && above.childrenSize() < MAX_SIBLINGS;
            String name = named
                    ? "#" + step.id()
                    : step.normalName() + (countable ? ":nth-child(" + (step.elementSiblingIndex() + 1) + ")" : "");
            path.insert(0, path.isEmpty() ? name : name + " > ");
            step = named ? null : above;
        }
        return path.toString();
    }

    private @Nullable Place place(ObjectNode object, String property) {
        Map<String, Place> known = places.getOrDefault(object, Map.of());
        Place own = known.get(property);
        Place whole = known.get(WHOLE);
        if (own != null || whole == null || whole.pointer() == null) {
            return own == null ? whole : own;
        }
        return new Place(whole.element(), whole.linesInto(), step(whole.pointer(), property));
    }

    private void put(ObjectNode object, String property, Place place) {
        places.computeIfAbsent(object, o -> new HashMap<>()).putIfAbsent(property, place);
    }

    private static String step(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
