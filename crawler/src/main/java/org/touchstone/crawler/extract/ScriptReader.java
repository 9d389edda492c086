package org.touchstone.crawler.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.Json;

/**
 * Reads the object and array literals of a script, and JSON that no strict parser takes. Nothing is evaluated: what is no
 * literal, such as a call or a sum, is passed over and its property left out. Texts that hold JSON themselves, escaped or
 * percent-encoded, are read too. Takes time linear in the script's length; never throws.
 */
final class ScriptReader {
    private static final int MAX_DEPTH = 60;
    private static final int MAX_NESTED = 3;
    private static final int MAX_LITERALS = 5_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,25}(?:\\.\\d{0,25})?(?:[eE][+-]?\\d{1,2})?");
    private static final String BEFORE_LITERAL = "=(,:[?&|";

    /**
     * A literal of a script.
     *
     * @param offset at which it starts
     */
    record Literal(JsonNode value, int offset) {}

    private final ScriptText text;
    private final int nested;

    private ScriptReader(String script, boolean json, int nested) {
        this.text = new ScriptText(script, json);
        this.nested = nested;
    }

    /** The literals of a script of a page, outermost only, in its order. */
    static List<Literal> literals(String script) {
        return new ScriptReader(script, false, 0).scan(';');
    }

    /** The values of a text that is meant to be JSON. */
    static List<Literal> json(String text) {
        return new ScriptReader(text, true, 0).scan('=');
    }

    private List<Literal> scan(char first) {
        List<Literal> found = new ArrayList<>();
        char before = first;
        while (text.skipBlank() && found.size() < MAX_LITERALS) {
            int start = text.at();
            char c = text.peek();
            if ((c == '{' || c == '[') && (BEFORE_LITERAL.indexOf(before) >= 0 || text.follows("return"))) {
                JsonNode value = value(0);
                if (value != null && value.size() > 0) {
                    found.add(new Literal(value, start));
                }
                before = '}';
            } else if (c == '"' || c == '\'') {
                JsonNode held = BEFORE_LITERAL.indexOf(before) >= 0 ? held(text.string()) : skipped();
                if (held != null) {
                    found.add(new Literal(held, start));
                }
                before = c;
            } else {
                text.skipToken(before);
                before = c;
            }
        }
        return found;
    }

    private @Nullable JsonNode skipped() {
        text.string();
        return null;
    }

    /** The JSON that a text holds. */
    private @Nullable JsonNode held(String string) {
        String json = string.strip();
        if (nested >= MAX_NESTED || json.length() < 10) {
            return null;
        }
        if (json.startsWith("%7B") || json.startsWith("%5B")) {
            try {
                json = URLDecoder.decode(json.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        if (!json.startsWith("{") && !json.startsWith("[")) {
            return null;
        }
        List<Literal> values = new ScriptReader(json, true, nested + 1).scan('=');
        return values.isEmpty() ? null : values.getFirst().value();
    }

    /** The value that starts here; null when it is no literal, in which case its end has been found all the same. */
    private @Nullable JsonNode value(int depth) {
        if (!text.skipBlank()) {
            return null;
        }
        JsonNode value = literal(depth);
        if (depth > 0 && text.skipBlank() && ",}]".indexOf(text.peek()) < 0) {
            text.skipExpression();
            return null;
        }
        return value;
    }

    private @Nullable JsonNode literal(int depth) {
        char c = text.peek();
        if (c == '{' || c == '[') {
            if (depth >= MAX_DEPTH) {
                text.skipExpression();
                return null;
            }
            return c == '{' ? object(depth) : array(depth);
        }
        if (c == '"' || c == '\'') {
            String string = text.string();
            JsonNode held = held(string);
            return held == null ? JsonNodeFactory.instance.textNode(string) : held;
        }
        if (text.take("JSON.parse(")) {
            JsonNode held = text.skipBlank() && depth < MAX_DEPTH ? literal(depth + 1) : null;
            text.skipBlank();
            text.take(")");
            return held;
        }
        return switch (text.word()) {
            case "true", "!0" -> JsonNodeFactory.instance.booleanNode(true);
            case "false", "!1" -> JsonNodeFactory.instance.booleanNode(false);
            case "", "null", "undefined" -> null;
            case String word when NUMBER.matcher(word).matches() -> number(word);
            default -> {
                text.skipExpression();
                yield null;
            }
        };
    }

    private static JsonNode number(String word) {
        return JsonNodeFactory.instance.numberNode(
                new BigDecimal(word.endsWith(".") ? word.substring(0, word.length() - 1) : word));
    }

    private ObjectNode object(int depth) {
        ObjectNode object = Json.object();
        text.next();
        while (text.skipBlank() && text.peek() != '}') {
            int start = text.at();
            char c = text.peek();
            String name = c == '"' || c == '\'' ? text.string() : text.word();
            if (text.skipBlank() && text.peek() == ':') {
                text.next();
                JsonNode value = value(depth + 1);
                if (value != null) {
                    object.set(name, value);
                }
            } else {
                text.skipExpression();
            }
            endOfItem(start);
        }
        text.next();
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        text.next();
        while (text.skipBlank() && text.peek() != ']') {
            int start = text.at();
            JsonNode value = value(depth + 1);
            if (value != null) {
                array.add(value);
            }
            endOfItem(start);
        }
        text.next();
        return array;
    }

    /** Passes the comma, and in any case something, so that the end comes nearer. */
    private void endOfItem(int start) {
        if (text.skipBlank() && (text.peek() == ',' || text.at() == start)) {
            text.next();
        }
    }
}
