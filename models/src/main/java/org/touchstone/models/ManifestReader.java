package org.touchstone.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.record.Json;

/** Reads {@code manifest.json}: strictly what is needed, and whatever else stands there is left alone. */
final class ManifestReader {
    private static final int MAX_BYTES = 1 << 20;
    private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

    private ManifestReader() {}

    /**
     * Reads a manifest.
     *
     * @param where named in the failure
     * @throws ModelException when it is no manifest, or not one of a model that can be run here; the message names the field,
     *     what was expected and what was found
     */
    static ModelManifest read(InputStream json, String where) throws IOException {
        byte[] content = json.readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new ModelException(where + ": expected at most " + MAX_BYTES + " bytes, found more");
        }
        try {
            return read(Json.mapper().readTree(content));
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    where + ": expected a JSON object, found broken JSON: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(where + ": " + e.getMessage(), e);
        }
    }

    private static ModelManifest read(JsonNode root) {
        JsonNode in = root.path("input");
        JsonNode out = root.path("output");
        List<Double> range = numbers(in, "input.", "range", ZEROS);
        ModelManifest.require(range.size() == 2, "input.range", "two rising numbers", in.path("range"));
        return new ModelManifest(
                text(root, "", "kind"),
                text(root, "", "id"),
                text(root, "", "file"),
                new ModelManifest.Input(
                        text(in, "input.", "name"),
                        integer(in, "input.", "width"),
                        integer(in, "input.", "height"),
                        text(in, "input.", "layout"),
                        range.get(0),
                        range.get(1),
                        text(in, "input.", "colour"),
                        numbers(in, "input.", "mean", ZEROS),
                        numbers(in, "input.", "std", ONES)),
                new ModelManifest.Output(
                        text(out, "output.", "name"),
                        integer(out, "output.", "dimension"),
                        truth(out, "output.", "normalised", true),
                        number(out, "output.", "unrelated", 0)),
                text(root, "", "licence"),
                text(root, "", "sha256"));
    }

    private static String text(JsonNode node, String of, String field) {
        JsonNode value = node.path(field);
        ModelManifest.require(value.isTextual(), of + field, "a text", value);
        return value.asText();
    }

    private static int integer(JsonNode node, String of, String field) {
        JsonNode value = node.path(field);
        ModelManifest.require(value.isInt(), of + field, "a whole number", value);
        return value.asInt();
    }

    private static double number(JsonNode node, String of, String field, double otherwise) {
        JsonNode value = node.path(field);
        ModelManifest.require(value.isMissingNode() || value.isNumber(), of + field, "a number", value);
        return value.asDouble(otherwise);
    }

    private static boolean truth(JsonNode node, String of, String field, boolean otherwise) {
        JsonNode value = node.path(field);
        ModelManifest.require(value.isMissingNode() || value.isBoolean(), of + field, "true or false", value);
        return value.asBoolean(otherwise);
    }

    private static List<Double> numbers(JsonNode node, String of, String field, List<Double> otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode element : value) {
            ModelManifest.require(value.isArray() && element.isNumber(), of + field, "a list of numbers", value);
            numbers.add(element.asDouble());
        }
        return numbers;
    }
}
