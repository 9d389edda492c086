package org.touchstone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts fields into objects, leaving out what is empty. */
final class Nodes {
    private Nodes() {}

    static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            node.put(name, value.toString());
        }
    }

    static void put(ObjectNode node, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            for (Object value : values) {
                if (value instanceof Integer number) {
                    array.add(number);
                } else {
                    array.add(value.toString());
                }
            }
        }
    }

    static void putAll(ObjectNode node, Map<String, JsonNode> other) {
        other.forEach((name, value) -> {
            if (!node.has(name)) {
                node.set(name, value);
            }
        });
    }

    /** A weight or a likeness, rounded so that files stay readable and comparable. */
    static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
