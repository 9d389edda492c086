package org.touchstone.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The words of the pages in one language, by key. A phrase holds its arguments as {@code {0}}, {@code {1}}. Immutable
 * and thread-safe.
 */
public final class Phrases {
    private static final Map<Language, Phrases> SHARED =
            Map.of(Language.ENGLISH, read(Language.ENGLISH), Language.CHINESE, read(Language.CHINESE));

    private final Language language;
    private final Map<String, String> phrases;

    private Phrases(Language language, Map<String, String> phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    /** The words that every page uses. */
    public static Phrases in(Language language) {
        return java.util.Objects.requireNonNull(SHARED.get(language));
    }

    private static Phrases read(Language language) {
        String name = "phrases_" + (language == Language.CHINESE ? "zh" : "en") + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        Map<String, String> phrases = new TreeMap<>();
        properties.forEach((key, value) -> phrases.put(key.toString(), value.toString()));
        return new Phrases(language, phrases);
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return phrases.containsKey(key);
    }

    /**
     * The phrase with its arguments put in.
     *
     * @throws IllegalArgumentException when there is no such phrase
     */
    public String get(String key, String... arguments) {
        String phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("no phrase '" + key + "' in " + language.tag());
        }
        StringBuilder filled = new StringBuilder(phrase.length() + 16);
        for (int i = 0; i < phrase.length(); i++) {
            boolean argument = phrase.charAt(i) == '{' && i + 2 < phrase.length() && phrase.charAt(i + 2) == '}';
            int number = argument ? phrase.charAt(i + 1) - '0' : -1;
            if (number >= 0 && number < arguments.length) {
                filled.append(arguments[number]);
                i += 2;
            } else {
                filled.append(phrase.charAt(i));
            }
        }
        return filled.toString();
    }

    /** All phrases by key. */
    public Map<String, String> all() {
        return java.util.Collections.unmodifiableMap(phrases);
    }
}
