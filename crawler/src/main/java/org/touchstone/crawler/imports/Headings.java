package org.touchstone.crawler.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The headings that exports use, in Chinese and English, and the fields of a listing that they mean; see {@code headings.txt}. */
final class Headings {
    /**
     * What a heading means.
     *
     * @param field of the listings format
     * @param rank the lower, the likelier among several columns for one field
     */
    record Meaning(String field, int rank) {}

    private static final int LONGEST = 60;
    private static final Map<String, Meaning> MEANINGS = new HashMap<>();
    private static final Map<String, String> MARKETPLACES = new HashMap<>();

    static {
        try (InputStream in = Headings.class.getResourceAsStream("headings.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "headings.txt"), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    String[] words = line.substring(colon + 1).strip().split("\\|");
                    for (int rank = 0; rank < words.length; rank++) {
                        if (line.startsWith("=")) {
                            MARKETPLACES.put(words[rank], line.substring(1, colon));
                        } else {
                            MEANINGS.putIfAbsent(words[rank], new Meaning(line.substring(0, colon), rank));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of headings cannot be read", e);
        }
    }

    private Headings() {}

    /** What a heading, or a JSON pointer, means; empty when nobody knows. */
    static Optional<Meaning> meaning(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String attribute = attribute(name);
        if (!attribute.isEmpty()) {
            return Optional.of(new Meaning("attributes." + attribute, 0));
        }
        String plain = plain(name.replaceFirst("^/(?:data|item|product|goods|offer|listing)/", "/"));
        Meaning meaning = MEANINGS.get(plain);
        if (meaning == null) {
            Meaning numbered = MEANINGS.get(plain.replaceFirst("\\d{1,2}$", ""));
            meaning = numbered != null && numbered.field.equals("images") ? numbered : null;
        }
        return Optional.ofNullable(meaning);
    }

    /** The attribute that a column {@code attributes.NAME} of the listings format is; empty for other columns. */
    private static String attribute(String name) {
        String dotted = name.startsWith("/") ? name.substring(1).replace('/', '.') : name;
        return dotted.startsWith("attributes.") ? dotted.substring("attributes.".length()) : "";
    }

    /** The name that listings give a marketplace. */
    static String marketplace(String said) {
        String plain = Normalizer.normalize(said, Normalizer.Form.NFKC).strip();
        return MARKETPLACES.getOrDefault(plain.toLowerCase(Locale.ROOT).replace(" ", ""), plain);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)|\\[[^\\]]*]|【[^】]*】", "")
                .replaceAll("[\\s_\\-.*:/#\"']", "");
    }
}
