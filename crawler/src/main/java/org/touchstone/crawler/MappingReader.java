package org.touchstone.crawler;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.imports.Mapping;
import org.touchstone.crawler.imports.Mapping.Spot;

/** Reads the format of mappings strictly: a key or field that means nothing is an error, and says where. */
final class MappingReader {
    private static final int MAX_BYTES = 1 << 20;
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;

    private MappingReader(Path file) {
        this.file = file;
    }

    static Mapping read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new PlanException(
                    file + ": expected a mapping of at most " + MAX_BYTES + " bytes, found " + Files.size(file));
        }
        try {
            return new MappingReader(file).mapping(YAML.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("no reason given");
            throw new PlanException(file + ":" + line + ": expected YAML, found " + what);
        }
    }

    private Mapping mapping(JsonNode root) throws PlanException {
        check(root, "", List.of("name", "marketplace", "sheet", "header", "records", "charset", "zone", "fields"));
        JsonNode header = root.path("header");
        if (!header.isMissingNode() && (!header.isInt() || header.intValue() < 1)) {
            throw wrong("header", "the line of the headings, from 1", header);
        }
        Map<String, List<Spot>> fields = new LinkedHashMap<>();
        if (root.has("fields")) {
            check(root.get("fields"), "fields", null);
        }
        for (var entry : root.path("fields").properties()) {
            String field = entry.getKey();
            if (!field.matches("(?:attributes|other)\\..+") && !Mapping.FIELDS.contains(field)) {
                throw unknown("field", field, "fields", Mapping.FIELDS);
            }
            List<Spot> spots = new ArrayList<>();
            for (JsonNode one : entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
                spots.add(spot(one, field));
            }
            if (spots.isEmpty()) {
                throw wrong("fields." + field, "a heading", entry.getValue());
            }
            fields.put(field, spots);
        }
        String charset = text(root, "charset", "");
        return new Mapping(
                text(root, "name", String.valueOf(file.getFileName())),
                text(root, "marketplace", ""),
                text(root, "sheet", ""),
                header.intValue(),
                root.has("records") ? pointer(root.get("records")) : "",
                charset.isEmpty() ? null : charset(root.get("charset"), charset),
                root.has("zone") ? zone(root.get("zone"), "zone") : null,
                fields);
    }

    /** A heading alone, or keys. */
    private Spot spot(JsonNode node, String field) throws PlanException {
        String where = "fields." + field;
        if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
            return new Spot(node.asText().strip(), "", "", "", null);
        }
        List<String> known = new ArrayList<>(List.of("column", "value"));
        switch (field) {
            case "price" -> known.add("currency");
            case "images" -> known.add("separator");
            case "capturedAt" -> known.addAll(List.of("format", "zone"));
            default -> {
                // other fields are texts
            }
        }
        if (!(node instanceof ObjectNode)) {
            throw wrong(where, "a heading, or keys such as {column: 标题}", node);
        }
        check(node, where, known);
        String column = text(node, "column", "");
        String value = text(node, "value", "");
        if (column.isEmpty() == value.isEmpty()) {
            throw wrong(where, "either column or value", node);
        }
        String currency = text(node, "currency", "").toUpperCase(Locale.ROOT);
        if (!currency.isEmpty()
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(one -> one.getCurrencyCode().equals(currency))) {
            throw wrong(where + ".currency", "a code such as CNY", node.get("currency"));
        }
        String separator = node.path("separator").asText("");
        return new Spot(column, value, currency, separator, format(node, where));
    }

    private @Nullable DateTimeFormatter format(JsonNode node, String where) throws PlanException {
        if (!node.has("format")) {
            if (node.has("zone")) {
                throw wrong(where + ".zone", "a format beside it; the zone of all times stands at the top", node);
            }
            return null;
        }
        try {
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern(node.get("format").asText(), Locale.ROOT);
            return node.has("zone") ? format.withZone(zone(node.get("zone"), where + ".zone")) : format;
        } catch (IllegalArgumentException e) {
            throw wrong(where + ".format", "a form of times such as yyyy/M/d H:mm", node.get("format"));
        }
    }

    private ZoneId zone(JsonNode node, String where) throws PlanException {
        try {
            return ZoneId.of(node.asText());
        } catch (DateTimeException e) {
            throw wrong(where, "a time zone such as Asia/Shanghai", node);
        }
    }

    private Charset charset(JsonNode node, String written) throws PlanException {
        try {
            return Charset.forName(written);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong("charset", "a charset such as GB18030 or Big5", node);
        }
    }

    private String pointer(JsonNode node) throws PlanException {
        try {
            return JsonPointer.compile(node.asText()).toString();
        } catch (IllegalArgumentException e) {
            throw wrong("records", "a JSON Pointer such as /data/items", node);
        }
    }

    private String text(JsonNode node, String key, String otherwise) throws PlanException {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isValueNode()) {
            throw wrong(key, "a text", value);
        }
        return value.asText().strip();
    }

    private void check(JsonNode node, String where, @Nullable List<String> known) throws PlanException {
        if (!(node instanceof ObjectNode)) {
            throw wrong(where.isEmpty() ? "mapping" : where, "keys with values", node);
        }
        for (var entry : node.properties()) {
            if (known != null && !known.contains(entry.getKey())) {
                throw unknown("key", entry.getKey(), where, known);
            }
        }
    }

    private PlanException unknown(String what, String found, String where, List<String> known) {
        String hint = Spelling.nearest(found, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; known are " + String.join(", ", known));
        return new PlanException(file + ": unknown " + what + " '" + found + "'"
                + (where.isEmpty() ? "" : " in '" + where + "'") + hint);
    }

    private PlanException wrong(String key, String expected, JsonNode found) {
        return new PlanException(file + ": " + key + ": expected " + expected + ", found '" + found + "'");
    }
}
