package org.touchstone.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;

/** What the words of offices for the status of a mark mean, from the table {@code status-words.tsv}. Thread-safe. */
final class StatusWords {
    private static final Map<String, Status> MEANINGS = read();

    private StatusWords() {}

    /** A status by the office's word for it, which is kept; a word that nobody knows has an unknown meaning, with a note. */
    static Status of(String word, @Nullable LocalDate since, String field, Notes notes) {
        Status known = MEANINGS.getOrDefault(key(word), Status.of(word));
        if (known.standing() == Standing.UNKNOWN && !word.isEmpty()) {
            notes.add(
                    field,
                    "expected a status that is known, found '" + Notes.shortened(word) + "'; kept as unknown",
                    word);
        }
        return new Status(word, known.standing(), since, known.opposed());
    }

    /** A word as it stands in tables: lower case, one blank for all that is no letter or digit, German letters written out. */
    static String key(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Map<String, Status> read() {
        Map<String, Status> meanings = new HashMap<>();
        try (InputStream in = StatusWords.class.getResourceAsStream("status-words.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the table of status words is missing from this build");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> meanings.put(
                            cells[0],
                            new Status(
                                    cells[0],
                                    Standing.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                                    null,
                                    cells.length > 2)));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of status words cannot be read", e);
        }
        return meanings;
    }
}
