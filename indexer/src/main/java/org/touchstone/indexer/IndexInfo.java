package org.touchstone.indexer;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an index holds and what it was made with; kept in the index itself.
 *
 * @param format version of the schema
 * @param analyser version of the text analysis
 * @param lucene version of Lucene that wrote it
 * @param imageAnalyser id of the {@link ImageAnalyser}, {@code none} when images were left out
 * @param model id of the image encoder, {@code none} without one
 * @param registrations all that are stored
 * @param ended how many of them the office's status calls dead
 * @param signs texts, transliterations, translations and aliases, and the parts of such in two scripts
 * @param images images that could be analysed
 * @param views views of these images
 * @param fingerprint of the registrations and their images, whatever their order; 64 hexadecimal digits
 * @param built when the index was last written
 */
public record IndexInfo(
        int format,
        String analyser,
        String lucene,
        String imageAnalyser,
        String model,
        long registrations,
        long ended,
        long signs,
        long images,
        long views,
        String fingerprint,
        Instant built) {
    /** Stands for an image analyser or a model that is not there. */
    public static final String NONE = "none";

    Map<String, String> toCommit() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("format", String.valueOf(format));
        data.put("analyser", analyser);
        data.put("lucene", lucene);
        data.put("imageAnalyser", imageAnalyser);
        data.put("model", model);
        data.put("registrations", String.valueOf(registrations));
        data.put("ended", String.valueOf(ended));
        data.put("signs", String.valueOf(signs));
        data.put("images", String.valueOf(images));
        data.put("views", String.valueOf(views));
        data.put("fingerprint", fingerprint);
        data.put("built", built.toString());
        return data;
    }

    /** Reads what {@link #toCommit} wrote; what is missing or odd becomes a value that no version accepts. */
    static IndexInfo ofCommit(Map<String, String> data) {
        return new IndexInfo(
                (int) number(data, "format"),
                data.getOrDefault("analyser", ""),
                data.getOrDefault("lucene", ""),
                data.getOrDefault("imageAnalyser", NONE),
                data.getOrDefault("model", NONE),
                number(data, "registrations"),
                number(data, "ended"),
                number(data, "signs"),
                number(data, "images"),
                number(data, "views"),
                data.getOrDefault("fingerprint", ""),
                instant(data.getOrDefault("built", "")));
    }

    private static long number(Map<String, String> data, String name) {
        String value = data.getOrDefault(name, "");
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : -1;
    }

    private static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
