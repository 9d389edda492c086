package org.touchstone.crawler.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The JSON-LD of a page as plain trees. No contexts are fetched: the words of schema.org are taken as they stand. What
 * shops get wrong in JSON (comments, trailing commas, raw line breaks, entities) is read all the same.
 */
final class JsonLd {
    private static final int MAX_DEPTH = 60;
    private static final int MAX_LENGTH = 8 << 20;
    private static final int MAX_THINGS = 5_000;
    private static final ObjectMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(200)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .build();

    private JsonLd() {}

    /** All objects of all scripts, those within {@code @graph} and arrays included, in the page's order. */
    static List<ObjectNode> things(Document page, Places places) {
        List<ObjectNode> things = new ArrayList<>();
        int length = 0;
        for (Element script : page.select("script[type*=ld+json]")) {
            length += script.data().length();
            if (length > MAX_LENGTH) {
                break;
            }
            for (JsonNode root : parse(script.data())) {
                places.script(root, script, 0);
                flatten(root, things);
            }
        }
        resolve(things, places);
        return things;
    }

    private static List<JsonNode> parse(String script) {
        String bare = script.strip()
                .replaceAll("^(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[|/\\*\\s*<!\\[CDATA\\[\\s*\\*/)", "")
                .replaceAll("(?:-->|//\\s*]]>|]]>|/\\*\\s*]]>\\s*\\*/|;)\\s*$", "");
        List<JsonNode> values = values(bare);
        return values.isEmpty() && bare.contains("&quot;") ? values(Parser.unescapeEntities(bare, false)) : values;
    }

    private static List<JsonNode> repaired(String json) {
        return ScriptReader.json(json).stream().map(ScriptReader.Literal::value).toList();
    }

    /** Values one after the other; where a parser gives up, a more patient reader takes over. */
    private static List<JsonNode> values(String json) {
        List<JsonNode> values = new ArrayList<>();
        try (MappingIterator<JsonNode> all = LENIENT.readerFor(JsonNode.class).readValues(json)) {
            while (all.hasNextValue()) {
                values.add(all.nextValue());
            }
        } catch (IOException e) {
            return repaired(json);
        }
        return values;
    }

    private static void flatten(JsonNode node, List<ObjectNode> things) {
        if (things.size() >= MAX_THINGS) {
            return;
        }
        if (node instanceof ObjectNode object) {
            things.add(object);
            if (object.has("@graph")) {
                flatten(object.get("@graph"), things);
            }
        } else if (node.isArray()) {
            node.forEach(item -> flatten(item, things));
        }
    }

    /** Puts things where only their {@code @id} stands, one level deep; so no circle can come of it. */
    private static void resolve(List<ObjectNode> things, Places places) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (ObjectNode thing : things) {
            String id = thing.path("@id").asText("");
            if (thing.size() > 1 && !id.isEmpty() && !byId.containsKey(id)) {
                ObjectNode copy = thing.deepCopy();
                same(copy, thing, places);
                byId.put(id, copy);
            }
        }
        for (ObjectNode thing : things) {
            for (Map.Entry<String, JsonNode> property : List.copyOf(thing.properties())) {
                ObjectNode named = named(property.getValue(), byId);
                if (named != null && !property.getKey().startsWith("is")) {
                    thing.set(property.getKey(), named);
                }
            }
        }
    }

    private static void same(JsonNode copy, JsonNode original, Places places) {
        if (copy instanceof ObjectNode object && original instanceof ObjectNode from) {
            places.same(object, from);
            object.properties().forEach(entry -> same(entry.getValue(), from.path(entry.getKey()), places));
        } else if (copy.isArray()) {
            for (int i = 0; i < copy.size(); i++) {
                same(copy.get(i), original.path(i), places);
            }
        }
    }

    private static @Nullable ObjectNode named(JsonNode value, Map<String, ObjectNode> byId) {
        return value.isObject() && value.size() == 1 && value.path("@id").isTextual()
                ? byId.get(value.get("@id").asText())
                : null;
    }
}
