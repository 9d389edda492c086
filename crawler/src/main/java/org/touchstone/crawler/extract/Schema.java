package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.touchstone.record.Json;

/** Looking into trees of schema.org, where a value may always be a list, an object or a text. */
final class Schema {
    private static final int MOST = 1_000;

    private Schema() {}

    /** Whether the thing is of one of the types; prefixes and addresses before a type's name do not count. */
    static boolean is(JsonNode thing, Set<String> types) {
        for (JsonNode type : list(thing.path("@type"))) {
            if (types.contains(type.asText("").replaceFirst("^.*[/:#]", ""))) {
                return true;
            }
        }
        return false;
    }

    /** The value as a list, of no more than {@value #MOST}; nothing when it is absent. */
    static List<JsonNode> list(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(value);
        }
        List<JsonNode> items = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, value.size()); i++) {
            items.add(value.get(i));
        }
        return items;
    }

    /** The first value that is an object. */
    static ObjectNode object(JsonNode thing, String name) {
        for (JsonNode value : list(thing.path(name))) {
            if (value instanceof ObjectNode object) {
                return object;
            }
        }
        return Json.object();
    }

    /** The first text among the properties; of an object, its name. Empty when there is none. */
    static String text(JsonNode thing, String... names) {
        for (String name : names) {
            for (JsonNode value : list(thing.path(name))) {
                String text = plain(value);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /**
     * A text among the properties of a thing.
     *
     * @param owner of the property; where a brand is an object, that object
     */
    record Found(String text, ObjectNode owner, String property) {}

    /** The first text among the properties, as {@link #text} does. */
    static Optional<Found> find(JsonNode thing, String... names) {
        for (String name : names) {
            for (JsonNode value : list(thing.path(name))) {
                String text = plain(value);
                if (!text.isEmpty() && thing instanceof ObjectNode owner) {
                    return Optional.of(new Found(text, owner, name));
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(JsonNode value) {
        if (value.isObject()) {
            return text(value, "name", "@value", "value", "legalName", "alternateName");
        }
        if (value.isFloatingPointNumber()) {
            // Neither 1.0E7 nor a number of a million digits is a text that a shop would write.
            BigDecimal number = value.decimalValue();
            return Math.abs(number.scale()) > 40 ? "" : number.toPlainString();
        }
        return value.isValueNode() ? value.asText("").strip() : "";
    }

    /** All texts of a property; of objects, what stands under the given name. */
    static List<String> texts(JsonNode thing, String name, String... inner) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(thing.path(name))) {
            String text = value.isObject() ? text(value, inner) : value.asText("");
            if (!text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    /** The last part of an address of schema.org, such as {@code InStock}; other texts as they are. */
    static String word(String value) {
        return value.replaceFirst("^(?:https?:)?(?://)?(?:www\\.)?schema\\.org/|^schema:", "")
                .strip();
    }
}
