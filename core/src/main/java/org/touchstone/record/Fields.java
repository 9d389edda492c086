package org.touchstone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record, read strictly: a field that is there but is not what it should be is an error that names
 * it. Remembers which fields were asked for, so that {@link #rest} gives what nobody knew. Not thread-safe.
 */
public final class Fields {
    private static final int DAY_LENGTH = "2026-11-23".length();

    private final ObjectNode node;
    private final String prefix;
    private final Set<String> asked = new HashSet<>();

    public Fields(ObjectNode node) {
        this(node, "");
    }

    private Fields(ObjectNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    /** A text; empty when absent or null. Numbers and booleans count as their text. */
    public String text(String name) throws FieldException {
        JsonNode value = get(name);
        if (value == null) {
            return "";
        }
        if (!value.isValueNode()) {
            throw wrong(name, "a text", value);
        }
        return value.asText();
    }

    /** A text that must be there and not blank. */
    public String required(String name) throws FieldException {
        String value = text(name);
        if (value.isBlank()) {
            throw new FieldException(prefix + name, "expected a text, found none");
        }
        return value;
    }

    /** Texts; a single text counts as a list of one; blank ones are left out; empty when absent. */
    public List<String> texts(String name) throws FieldException {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (!item.isValueNode()) {
                throw wrong(name, "a list of texts", value);
            }
            if (!item.isNull() && !item.asText().isBlank()) {
                texts.add(item.asText().strip());
            }
        }
        return texts;
    }

    /** A map of texts; empty when absent. */
    public Map<String, String> textMap(String name) throws FieldException {
        Optional<Fields> inner = object(name);
        if (inner.isEmpty()) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : inner.get().node.properties()) {
            JsonNode value = entry.getValue();
            map.put(entry.getKey(), value.isValueNode() ? value.asText() : value.toString());
        }
        return map;
    }

    /** An object within; absent when the field is. */
    public Optional<Fields> object(String name) throws FieldException {
        JsonNode value = get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof ObjectNode object)) {
            throw wrong(name, "an object", value);
        }
        return Optional.of(new Fields(object, prefix + name + "."));
    }

    /** Objects within; empty when absent. */
    public List<Fields> objects(String name) throws FieldException {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, "a list of objects", value);
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (!(value.get(i) instanceof ObjectNode object)) {
                throw wrong(name, "a list of objects", value);
            }
            objects.add(new Fields(object, prefix + name + "[" + i + "]."));
        }
        return objects;
    }

    /** A truth value, {@code true} or {@code false}; the given one when absent or empty. */
    public boolean flag(String name, boolean otherwise) throws FieldException {
        String value = text(name).strip().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> throw new FieldException(prefix + name, "expected true or false, found " + quoted(value));
        };
    }

    /** Whether the field is there and is an object. */
    public boolean isObject(String name) {
        return node.get(name) instanceof ObjectNode;
    }

    /** A decimal number; null when absent or empty. */
    public @Nullable BigDecimal decimal(String name) throws FieldException {
        String value = text(name).strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.length() <= 40) {
            try {
                BigDecimal decimal = new BigDecimal(value);
                if (Math.abs((long) decimal.scale()) <= 40) {
                    return decimal;
                }
            } catch (NumberFormatException e) {
                // said below
            }
        }
        throw new FieldException(prefix + name, "expected a decimal number such as 199.00, found " + quoted(value));
    }

    /** A number; the given one when absent. */
    public double number(String name, double otherwise) throws FieldException {
        BigDecimal value = decimal(name);
        return value == null ? otherwise : value.doubleValue();
    }

    /** Whole numbers within the bounds; empty when absent. */
    public List<Integer> integers(String name, int least, int most) throws FieldException {
        List<Integer> numbers = new ArrayList<>();
        for (String text : texts(name)) {
            int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            if (number < least || number > most) {
                throw new FieldException(
                        prefix + name,
                        "expected whole numbers from " + least + " to " + most + ", found " + quoted(text));
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** A whole number that is not negative; the given one when absent. */
    public long count(String name, long otherwise) throws FieldException {
        String value = text(name).strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,18}")) {
            throw new FieldException(prefix + name, "expected a whole number, found " + quoted(value));
        }
        return Long.parseLong(value);
    }

    /** A whole number that is not negative and fits an {@code int}; 0 when absent. */
    public int position(String name) throws FieldException {
        long value = count(name, 0);
        if (value > Integer.MAX_VALUE) {
            throw new FieldException(
                    prefix + name, "expected at most " + Integer.MAX_VALUE + ", found '" + value + "'");
        }
        return (int) value;
    }

    /** A day as {@code 2026-11-23}; null when absent or empty. */
    public @Nullable LocalDate day(String name) throws FieldException {
        String value = text(name).strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            if (value.length() == DAY_LENGTH) { // years of four digits
                return LocalDate.parse(value);
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new FieldException(prefix + name, "expected a day such as 2026-11-23, found " + quoted(value));
    }

    /** An instant as {@code 2026-11-23T08:00:00Z}, or with an offset; null when absent or empty. */
    public @Nullable Instant instant(String name) throws FieldException {
        String value = text(name).strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new FieldException(
                    prefix + name, "expected an instant such as 2026-11-23T08:00:00Z, found " + quoted(value));
        }
    }

    /** One of an enum's words, in any case, with hyphens or underscores; the given one when absent. */
    public <E extends Enum<E>> E choice(String name, Class<E> words, E otherwise) throws FieldException {
        String value = text(name).strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        String wanted = value.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(wanted)) {
                return word;
            }
        }
        List<String> known = new ArrayList<>();
        for (E word : words.getEnumConstants()) {
            known.add(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        throw new FieldException(
                prefix + name, "expected one of " + String.join(", ", known) + ", found " + quoted(value));
    }

    /** The fields that nobody asked for, in their order. */
    public Map<String, JsonNode> rest() {
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!asked.contains(entry.getKey())) {
                rest.put(entry.getKey(), entry.getValue());
            }
        }
        return rest;
    }

    /** Names of the fields that were asked for. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    private @Nullable JsonNode get(String name) {
        asked.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private FieldException wrong(String name, String expected, JsonNode found) {
        return new FieldException(prefix + name, "expected " + expected + ", found " + quoted(found.toString()));
    }

    private static String quoted(String value) {
        return "'" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "'";
    }
}
