package org.touchstone.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.touchstone.record.Json;

/**
 * What a model is, as its {@code manifest.json} says it.
 *
 * @param kind what it does: {@code encoder} turns an image into a vector, {@code regions} says where signs may stand
 * @param id changes whenever the weights do
 * @param file name of the model file beside the manifest
 * @param licence SPDX identifier
 * @param sha256 of the model file, 64 lower-case hexadecimal digits
 */
public record ModelManifest(
        String kind, String id, String file, Input input, Output output, String licence, String sha256) {

    /** The kind of a model that turns images into vectors. */
    public static final String ENCODER = "encoder";

    /** The kind of a model that says where in an image signs may stand. */
    public static final String REGIONS = "regions";

    /**
     * What goes in: 32-bit floats.
     *
     * @param name of the graph's input
     * @param width in pixels
     * @param height in pixels
     * @param layout order of the axes; {@code NCHW}
     * @param low value of black
     * @param high value of white
     * @param colour order of the channels: {@code RGB} or {@code BGR}
     */
    public record Input(String name, int width, int height, String layout, double low, double high, String colour) {}

    /**
     * What comes out: 32-bit floats.
     *
     * @param name of the graph's output
     * @param dimension length of the vectors; of each region 5: its score, then left, top, right and bottom as shares of the
     *     input's sides
     */
    public record Output(String name, int dimension) {}

    private static final int MAX_SIDE = 2048;
    private static final int MAX_DIMENSION = 8192;

    public ModelManifest {
        require(kind.equals(ENCODER) || kind.equals(REGIONS), "kind", "'" + ENCODER + "' or '" + REGIONS + "'", kind);
        require(id.matches("[\\w.-]{1,64}"), "id", "letters, digits, '.', '-' or '_', at most 64", id);
        require(file.matches("[\\w-][\\w.-]*"), "file", "the name of a file beside the manifest", file);
        require(sha256.matches("[0-9a-f]{64}"), "sha256", "64 lower-case hexadecimal digits", sha256);
        require(input.width >= 1 && input.width <= MAX_SIDE, "input.width", "1 to " + MAX_SIDE, input.width);
        require(input.height >= 1 && input.height <= MAX_SIDE, "input.height", "1 to " + MAX_SIDE, input.height);
        require(input.layout.equals("NCHW"), "input.layout", "'NCHW'", input.layout);
        require(input.high > input.low, "input.range", "two rising numbers", input.low + ", " + input.high);
        require(
                input.colour.equals("RGB") || input.colour.equals("BGR"),
                "input.colour",
                "'RGB' or 'BGR'",
                input.colour);
        require(
                !kind.equals(REGIONS) || output.dimension == DjlRegionFinder.NUMBERS,
                "output.dimension",
                String.valueOf(DjlRegionFinder.NUMBERS),
                output.dimension);
        require(
                output.dimension >= 1 && output.dimension <= MAX_DIMENSION,
                "output.dimension",
                "1 to " + MAX_DIMENSION,
                output.dimension);
    }

    /**
     * Reads a manifest.
     *
     * @param where named in the failure
     * @throws ModelException when it is no manifest, or not one of a model that can be run here
     */
    static ModelManifest read(byte[] json, String where) throws ModelException {
        try {
            JsonNode root = Json.mapper().readTree(json);
            JsonNode in = root.path("input");
            JsonNode out = root.path("output");
            return new ModelManifest(
                    text(root, "kind"),
                    text(root, "id"),
                    text(root, "file"),
                    new Input(
                            text(in, "name"),
                            in.path("width").asInt(),
                            in.path("height").asInt(),
                            text(in, "layout"),
                            in.path("range").path(0).asDouble(),
                            in.path("range").path(1).asDouble(),
                            text(in, "colour")),
                    new Output(text(out, "name"), out.path("dimension").asInt()),
                    text(root, "licence"),
                    text(root, "sha256"));
        } catch (JsonProcessingException e) {
            throw new ModelException(
                    where + ": expected a JSON object, found broken JSON: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(where + ": " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        require(value.isTextual(), field, "a text", value);
        return value.asText();
    }

    private static void require(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("field " + field + ": expected " + expected + ", found '" + found + "'");
        }
    }
}
