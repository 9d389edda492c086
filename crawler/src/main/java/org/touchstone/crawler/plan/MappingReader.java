package org.touchstone.crawler.plan;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
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
import org.touchstone.record.YamlException;
import org.touchstone.record.YamlNode;

/** Reads the format of mappings strictly: a key or field that means nothing is an error, and says where. */
public final class MappingReader {
    private MappingReader() {}

    /**
     * Reads a mapping.
     *
     * @throws YamlException when the file is none; its message names file, line and key, and what was expected
     */
    public static Mapping read(Path file) throws IOException {
        YamlNode root = YamlNode.read(file, "a mapping", PlanReader.MAX_BYTES)
                .knows(List.of("name", "marketplace", "sheet", "header", "records", "charset", "zone", "fields"));
        YamlNode header = root.at("header");
        if (header.isGiven() && header.whole(0) < 1) {
            throw header.wrong("the line of the headings, from 1");
        }
        Map<String, List<Spot>> fields = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : root.at("fields").entries().entrySet()) {
            String field = entry.getKey();
            YamlNode node = entry.getValue();
            if (!field.matches("(?:attributes|other)\\..+") && !Mapping.FIELDS.contains(field)) {
                throw node.unknown("field", Mapping.FIELDS);
            }
            List<Spot> spots = new ArrayList<>();
            for (YamlNode one : node.oneOrMore()) {
                spots.add(spot(one, field));
            }
            if (spots.isEmpty()) {
                throw node.wrong("a heading");
            }
            fields.put(field, spots);
        }
        return new Mapping(
                root.at("name").text(String.valueOf(file.getFileName())),
                root.at("marketplace").text(""),
                root.at("sheet").text(""),
                header.whole(0),
                root.has("records") ? pointer(root.at("records")) : "",
                root.at("charset").isGiven() ? charset(root.at("charset")) : null,
                root.at("zone").isGiven() ? zone(root.at("zone")) : null,
                fields);
    }

    /** A heading alone, or keys. */
    private static Spot spot(YamlNode node, String field) throws YamlException {
        if (node.value().isValueNode() && !node.text("").isEmpty()) {
            return new Spot(node.text(""), "", "", "", null);
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
        if (!node.value().isObject()) {
            throw node.wrong("a heading, or keys such as {column: 标题}");
        }
        node.knows(known);
        String column = node.at("column").text("");
        String value = node.at("value").text("");
        if (column.isEmpty() == value.isEmpty()) {
            throw node.wrong("either column or value");
        }
        String currency = node.at("currency").text("").toUpperCase(Locale.ROOT);
        if (!currency.isEmpty()
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(one -> one.getCurrencyCode().equals(currency))) {
            throw node.at("currency").wrong("a code such as CNY");
        }
        // Not stripped: a separator may be a blank.
        return new Spot(column, value, currency, node.value().path("separator").asText(""), format(node));
    }

    private static @Nullable DateTimeFormatter format(YamlNode node) throws YamlException {
        YamlNode zone = node.at("zone");
        if (!node.has("format")) {
            if (zone.isGiven()) {
                throw zone.wrong("a format beside it; the zone of all times stands at the top");
            }
            return null;
        }
        try {
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern(node.at("format").text(""), Locale.ROOT);
            return zone.isGiven() ? format.withZone(zone(zone)) : format;
        } catch (IllegalArgumentException e) {
            throw node.at("format").wrong("a form of times such as yyyy/M/d H:mm");
        }
    }

    private static ZoneId zone(YamlNode node) throws YamlException {
        try {
            return ZoneId.of(node.text(""));
        } catch (DateTimeException e) {
            throw node.wrong("a time zone such as Asia/Shanghai");
        }
    }

    private static Charset charset(YamlNode node) throws YamlException {
        try {
            return Charset.forName(node.text(""));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw node.wrong("a charset such as GB18030 or Big5");
        }
    }

    private static String pointer(YamlNode node) throws YamlException {
        try {
            return JsonPointer.compile(node.text("")).toString();
        } catch (IllegalArgumentException e) {
            throw node.wrong("a JSON Pointer such as /data/items");
        }
    }
}
