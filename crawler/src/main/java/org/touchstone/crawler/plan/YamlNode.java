package org.touchstone.crawler.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value of a YAML file that people wrote, read strictly: a key that nobody knows is an error, since a limit with a typing
 * error is no limit. Errors name the file, the line, the key, what was expected and what was found. A value that is not
 * there, or is empty, is a node, too, that {@linkplain #isGiven is not given}.
 */
final class YamlNode {
    private static final int MAX_BYTES = 1 << 20;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Source source;
    private final String path;
    private final JsonNode value;

    /** @param lines of keys and items, by their paths */
    private record Source(Path file, Map<String, Integer> lines) {}

    private YamlNode(Source source, String path, JsonNode value) {
        this.source = source;
        this.path = path;
        this.value = value;
    }

    /**
     * Reads a file.
     *
     * @param what it is, such as {@code a plan}
     */
    static YamlNode read(Path file, String what) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new PlanException(
                    file + ": expected " + what + " of at most " + MAX_BYTES + " bytes, found " + Files.size(file));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new YamlNode(new Source(file, lines(bytes)), "", YAML.readTree(bytes));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            // What the parser was at, and what it missed there; between and after them it draws the place.
            String why = e.getOriginalMessage()
                    .lines()
                    .filter(part -> !part.startsWith(" "))
                    .limit(2)
                    .collect(Collectors.joining(", "));
            throw new PlanException(file + ":" + line + ": expected YAML, found " + why);
        }
    }

    private static Map<String, Integer> lines(byte[] bytes) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.putIfAbsent(
                        path(parser.getParsingContext()),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    private static String path(JsonStreamContext context) {
        JsonStreamContext parent = context.getParent();
        if (parent == null) {
            return "";
        }
        String before = path(parent);
        // An object or array is its parent's entry; its own entry follows where it has one.
        String entry = "";
        if (context.inObject() && context.getCurrentName() != null) {
            entry = "." + context.getCurrentName();
        } else if (context.inArray() && context.hasCurrentIndex()) {
            entry = "[" + context.getCurrentIndex() + "]";
        }
        return before + entry;
    }

    /** The file, for paths that are relative to it. */
    Path file() {
        return source.file();
    }

    /** The value as a tree. */
    JsonNode value() {
        return value;
    }

    boolean isGiven() {
        return !value.isMissingNode() && !value.isNull();
    }

    boolean isText() {
        return value.isTextual();
    }

    boolean has(String key) {
        return value.has(key);
    }

    YamlNode at(String key) {
        return new YamlNode(source, path + "." + key, value.path(key));
    }

    /** This node, or nothing where it has no keys but those that are known. */
    YamlNode knows(List<String> known) throws PlanException {
        if (!isGiven()) {
            return this;
        }
        if (!(value instanceof ObjectNode)) {
            throw wrong("keys with values");
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!known.contains(entry.getKey())) {
                throw at(entry.getKey()).unknown("key", known);
            }
        }
        return this;
    }

    /** That the name of this value means nothing. */
    PlanException unknown(String what, List<String> known) {
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        String where = dot <= 0 ? "" : " in '" + path.substring(1, dot) + "'";
        String hint = Spelling.nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; known are " + String.join(", ", known));
        return new PlanException(place() + ": unknown " + what + " '" + name + "'" + where + hint);
    }

    /** The items of a list. */
    List<YamlNode> items() throws PlanException {
        if (isGiven() && !value.isArray()) {
            throw wrong("a list");
        }
        List<YamlNode> items = new ArrayList<>();
        for (JsonNode item : value) {
            items.add(new YamlNode(source, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** The items of a list, or the one value where there is no list. */
    List<YamlNode> oneOrMore() throws PlanException {
        return value.isArray() || !isGiven() ? items() : List.of(this);
    }

    /** The entries of an object, in their order. */
    Map<String, YamlNode> entries() throws PlanException {
        if (isGiven() && !value.isObject()) {
            throw wrong("keys with values");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        value.properties().forEach(entry -> entries.put(entry.getKey(), at(entry.getKey())));
        return entries;
    }

    /** A text or a number as text, without blanks around it. */
    String text(String otherwise) throws PlanException {
        if (!isGiven()) {
            return otherwise;
        }
        if (!value.isValueNode()) {
            throw wrong("a text");
        }
        return value.asText().strip();
    }

    /** Texts, or one; none is empty. */
    List<String> texts() throws PlanException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : oneOrMore()) {
            String text = item.value.isValueNode() ? item.value.asText().strip() : "";
            if (text.isEmpty()) {
                throw wrong("a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    int whole(int otherwise) throws PlanException {
        if (!isGiven()) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong("a whole number");
        }
        return value.intValue();
    }

    boolean yes() throws PlanException {
        if (isGiven() && !value.isBoolean()) {
            throw wrong("true or false");
        }
        return value.booleanValue();
    }

    /** What a reader makes of the text, which must be something. */
    <T> T as(Function<String, Optional<T>> reader, String expected) throws PlanException {
        Optional<T> read = value.isValueNode() ? reader.apply(value.asText().strip()) : Optional.empty();
        return read.orElseThrow(() -> wrong(expected));
    }

    /** The same where the value is given. */
    <T> T as(Function<String, Optional<T>> reader, String expected, T otherwise) throws PlanException {
        return isGiven() ? as(reader, expected) : otherwise;
    }

    PlanException wrong(String expected) {
        String found =
                value instanceof MissingNode ? "nothing" : "'" + (value.isTextual() ? value.asText() : value) + "'";
        String key = path.isEmpty() ? "" : path.substring(1) + ": ";
        return new PlanException(place() + ": " + key + "expected " + expected + ", found " + found);
    }

    /** File and line; of a value that is missing, the line of what it should be in. */
    private String place() {
        String at = path;
        while (!at.isEmpty() && !source.lines().containsKey(at)) {
            at = at.substring(0, Math.max(at.lastIndexOf('.'), Math.max(0, at.lastIndexOf('['))));
        }
        Integer line = source.lines().get(at);
        return source.file() + (line == null || at.isEmpty() ? "" : ":" + line);
    }
}
