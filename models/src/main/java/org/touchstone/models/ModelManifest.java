package org.touchstone.models;

import java.util.List;

/**
 * What a model is, as its {@code manifest.json} says it; {@code docs/models.md} describes the file.
 *
 * @param kind what it does: {@code encoder} turns an image into a vector, {@code regions} says where signs may stand
 * @param id changes whenever the weights do
 * @param file name of the model file beside the manifest
 * @param licence SPDX identifier, or a short name
 * @param sha256 of the model file, 64 lower-case hexadecimal digits
 */
public record ModelManifest(
        String kind, String id, String file, Input input, Output output, String licence, String sha256) {

    /** The kind of a model that turns images into vectors. */
    public static final String ENCODER = "encoder";

    /** The kind of a model that says where in an image signs may stand. */
    public static final String REGIONS = "regions";

    /**
     * What goes in: 32-bit floats. A channel from 0 to 255 is stretched to the range from low to high, then the channel's
     * mean is taken away and the rest divided by its standard deviation.
     *
     * @param name of the graph's only input
     * @param width in pixels
     * @param height in pixels
     * @param layout order of the axes: {@code NCHW} or {@code NHWC}
     * @param low value of black
     * @param high value of white
     * @param colour order of the channels: {@code RGB} or {@code BGR}
     * @param mean of each channel in the order of {@code colour}, in the units of the range; zeros when the manifest has none
     * @param std standard deviation of each channel, likewise; ones when the manifest has none
     */
    public record Input(
            String name,
            int width,
            int height,
            String layout,
            double low,
            double high,
            String colour,
            List<Double> mean,
            List<Double> std) {
        /** Standard deviations below it, or values of pixels above its inverse, are a slip of the pen. */
        private static final double TINY = 1e-6;

        public Input {
            mean = List.copyOf(mean);
            std = List.copyOf(std);
            require(name.matches(NAME), "input.name", "the name of the graph's input", name);
            require(width >= 1 && width <= MAX_SIDE, "input.width", "1 to " + MAX_SIDE, width);
            require(height >= 1 && height <= MAX_SIDE, "input.height", "1 to " + MAX_SIDE, height);
            require(layout.equals("NCHW") || layout.equals("NHWC"), "input.layout", "'NCHW' or 'NHWC'", layout);
            require(high > low && sane(low) && sane(high), "input.range", "two rising numbers", low + ", " + high);
            require(colour.equals("RGB") || colour.equals("BGR"), "input.colour", "'RGB' or 'BGR'", colour);
            require(mean.size() == CHANNELS && mean.stream().allMatch(Input::sane), "input.mean", "3 numbers", mean);
            require(
                    std.size() == CHANNELS && std.stream().allMatch(value -> value >= TINY && sane(value)),
                    "input.std",
                    "3 numbers above 0",
                    std);
        }

        private static boolean sane(double value) {
            return Math.abs(value) <= 1 / TINY; // which no infinity and no NaN is
        }
    }

    /**
     * What comes out: 32-bit floats.
     *
     * @param name of the graph's output that is meant; others are ignored
     * @param dimension length of the vectors; of each region 5: its score, then left, top, right and bottom as shares of the
     *     input's sides
     * @param normalised whether an encoder's vectors are of length 1 already; if not, they are made so
     * @param unrelated mean cosine of an encoder's vectors of different signs, from 0 to below 1
     */
    public record Output(String name, int dimension, boolean normalised, double unrelated) {
        public Output {
            require(name.matches(NAME), "output.name", "the name of one of the graph's outputs", name);
            require(
                    dimension >= 1 && dimension <= MAX_DIMENSION,
                    "output.dimension",
                    "1 to " + MAX_DIMENSION,
                    dimension);
            require(unrelated >= 0 && unrelated < MAX_UNRELATED, "output.unrelated", "0 to 0.95", unrelated);
        }
    }

    static final int CHANNELS = 3;

    private static final int MAX_SIDE = 2048;

    /** What the index can search. */
    private static final int MAX_DIMENSION = 1024;

    /** An encoder to which all signs look more alike than that tells nothing apart. */
    private static final double MAX_UNRELATED = 0.95;

    private static final String NAME = "[!-~]{1,200}";

    public ModelManifest {
        require(kind.equals(ENCODER) || kind.equals(REGIONS), "kind", "'" + ENCODER + "' or '" + REGIONS + "'", kind);
        require(id.matches("[\\w.-]{1,64}"), "id", "letters, digits, '.', '-' or '_', at most 64", id);
        require(file.matches("[\\w-][\\w.-]{0,199}"), "file", "the name of a file beside the manifest", file);
        require(
                licence.matches("[\\p{L}\\p{N} .,:+()/_-]{1,100}"),
                "licence",
                "an SPDX identifier or a short name",
                licence);
        require(sha256.matches("[0-9a-f]{64}"), "sha256", "64 lower-case hexadecimal digits", sha256);
        require(
                !kind.equals(REGIONS) || output.dimension == DjlRegionFinder.NUMBERS,
                "output.dimension",
                DjlRegionFinder.NUMBERS + " for a model of regions",
                output.dimension);
    }

    /** Names the field in the failure, and shows no more of what was found than fits on a line. */
    static void require(boolean holds, String field, String expected, Object found) {
        if (!holds) {
            String shown = String.valueOf(found).replaceAll("\\p{Cntrl}", " ");
            shown = shown.length() > 80 ? shown.substring(0, 80) + "..." : shown;
            throw new IllegalArgumentException("field " + field + ": expected " + expected + ", found '" + shown + "'");
        }
    }
}
