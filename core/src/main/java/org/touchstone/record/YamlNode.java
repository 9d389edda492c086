package org.touchstone.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A value of a YAML file that people wrote, read strictly: a key that nobody knows is an error, since a limit with a typing
 * error is no limit. Errors name the file, the line, the key, what was expected and what was found. A value that is not
 * there, or is empty, is a node, too, that {@linkplain #isGiven is not given}. An alias is not followed but refused, so no file
 * is more than its bytes.
 */
public final class YamlNode {
    private static final int MAX_DEPTH = 50;
    private static final int LONGEST_QUOTE = 200;

    private final Path file;
    private final String path;
    private final JsonNode value;
    private final int line;
    private final @Nullable Lines lines;

    /**
     * Where a value and its parts stand.
     *
     * @param line of its key, or of the item itself
     * @param alias whether it only points to another value
     * @param parts by key or by place in the list
     */
    private record Lines(int line, boolean alias, Map<String, Lines> parts) {}

    private YamlNode(Path file, String path, JsonNode value, int line, @Nullable Lines lines) {
        this.file = file;
        this.path = path;
        this.value = value;
        this.line = line;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @param what it is, such as {@code a plan}
     * @param maxBytes larger ones are refused
     */
    public static YamlNode read(Path file, String what, int maxBytes) throws IOException {
        if (Files.size(file) > maxBytes) {
            String expected = "expected " + what + " of at most " + maxBytes + " bytes, found " + Files.size(file);
            throw new YamlException(file, 0, "", expected);
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new YamlException(file, 0, "", "expected YAML in UTF-8, found bytes that are not; save it as UTF-8");
        }
        YAMLMapper yaml = mapper(maxBytes);
        try (YAMLParser parser = yaml.getFactory().createParser(bytes)) {
            Lines lines = parser.nextToken() == null ? null : lines(parser, 0);
            return new YamlNode(file, "", yaml.readTree(bytes), 0, lines);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            // What the parser was at, and what it missed there; between and after them it draws the place.
            String why = e.getOriginalMessage()
                    .lines()
                    .filter(part -> !part.startsWith(" "))
                    .limit(2)
                    .collect(Collectors.joining(", "));
            throw new YamlException(file, Math.max(0, line), "", "expected YAML, found " + why);
        }
    }

    private static YAMLMapper mapper(int maxBytes) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(maxBytes);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(limits)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        return YAMLMapper.builder(factory)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** Of the value whose first token the parser is at. */
    private static Lines lines(YAMLParser parser, int line) throws IOException {
        boolean alias = parser.isCurrentAlias();
        Map<String, Lines> parts = new LinkedHashMap<>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                int at = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                parts.put(key, lines(parser, at));
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                parts.put(
                        String.valueOf(parts.size()),
                        lines(parser, parser.currentTokenLocation().getLineNr()));
            }
        }
        return new Lines(line, alias, parts.isEmpty() ? Map.of() : parts);
    }

    private YamlNode part(String step, String key, JsonNode part) {
        Lines within = lines == null ? null : lines.parts().get(key);
        return new YamlNode(file, path + step, part, within == null ? line : within.line(), within);
    }

    /** The file, for paths that are relative to it. */
    public Path file() {
        return file;
    }

    /** The line where the value stands, from 1; of one that is missing, that of what it should be in, and 0 at the top. */
    public int line() {
        return line;
    }

    /** The key with its parents, as in {@code brands[2].names}; empty for the file as a whole. */
    public String path() {
        return path.isEmpty() ? "" : path.substring(1);
    }

    /** The value as a tree. */
    public JsonNode value() {
        return value;
    }

    public boolean isGiven() {
        return !value.isMissingNode() && !value.isNull();
    }

    public boolean isText() {
        return value.isTextual();
    }

    public boolean has(String key) {
        return value.has(key);
    }

    public YamlNode at(String key) {
        return part("." + key, key, value.path(key));
    }

    /** This node, or nothing where it has no keys but those that are known. */
    public YamlNode knows(List<String> known) throws YamlException {
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
    public YamlException unknown(String what, List<String> known) {
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        String where = dot <= 0 ? "" : " in '" + path.substring(1, dot) + "'";
        String hint = Spelling.nearest(name, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; known are " + String.join(", ", known));
        return new YamlException(file, line, "", "unknown " + what + " '" + name + "'" + where + hint);
    }

    /** The items of a list. */
    public List<YamlNode> items() throws YamlException {
        if (isGiven() && !value.isArray()) {
            throw wrong("a list");
        }
        List<YamlNode> items = new ArrayList<>();
        for (JsonNode item : value) {
            items.add(part("[" + items.size() + "]", String.valueOf(items.size()), item));
        }
        return items;
    }

    /** The items of a list, or the one value where there is no list. */
    public List<YamlNode> oneOrMore() throws YamlException {
        return value.isArray() || !isGiven() ? items() : List.of(this);
    }

    /** The entries of an object, in their order. */
    public Map<String, YamlNode> entries() throws YamlException {
        if (isGiven() && !value.isObject()) {
            throw wrong("keys with values");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        value.properties().forEach(entry -> entries.put(entry.getKey(), at(entry.getKey())));
        return entries;
    }

    /** A text or a number as text, without blanks around it. */
    public String text(String otherwise) throws YamlException {
        if (!isGiven()) {
            return otherwise;
        }
        if (!isPlain()) {
            throw wrong("a text");
        }
        return value.asText().strip();
    }

    /** Texts, or one; none is empty. */
    public List<String> texts() throws YamlException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : oneOrMore()) {
            String text = item.isGiven() && item.isPlain() ? item.value.asText().strip() : "";
            if (text.isEmpty()) {
                throw wrong("a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    public int whole(int otherwise) throws YamlException {
        if (!isGiven()) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong("a whole number");
        }
        return value.intValue();
    }

    public boolean yes() throws YamlException {
        if (isGiven() && !value.isBoolean()) {
            throw wrong("true or false");
        }
        return value.booleanValue();
    }

    /** What a reader makes of the text, which must be something. */
    public <T> T as(Function<String, Optional<T>> reader, String expected) throws YamlException {
        Optional<T> read = isPlain() ? reader.apply(value.asText().strip()) : Optional.empty();
        return read.orElseThrow(() -> wrong(expected));
    }

    /** The same where the value is given. */
    public <T> T as(Function<String, Optional<T>> reader, String expected, T otherwise) throws YamlException {
        return isGiven() ? as(reader, expected) : otherwise;
    }

    /** Whether the value is a text, a number or the like, as it stands there. */
    private boolean isPlain() {
        return value.isValueNode() && !isAlias();
    }

    private boolean isAlias() {
        return lines != null && lines.alias();
    }

    /** That the value is not what it should be. */
    public YamlException wrong(String expected) {
        String found =
                value instanceof MissingNode ? "nothing" : (isAlias() ? "the alias '*" : "'") + shortened() + "'";
        return new YamlException(file, line, path(), "expected " + expected + ", found " + found);
    }

    private String shortened() {
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }
}
