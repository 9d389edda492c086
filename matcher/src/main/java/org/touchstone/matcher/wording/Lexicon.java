package org.touchstone.matcher.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that are known, from two tables of tab-separated columns beside this class: {@code lexicon.tsv} with what
 * counts, {@code context.tsv} with what only helps to read it. Thread-safe; loaded once.
 */
final class Lexicon {
    private static final String BAR = "\\|";

    static final Lexicon DATED = new Lexicon();

    private final List<Entry> entries = new ArrayList<>();
    private final List<Phrase> phrases = new ArrayList<>();
    private final Set<Phrase> covering = new HashSet<>();
    private final PhraseTree tree;

    private Lexicon() {
        read("lexicon.tsv", 10);
        read("context.tsv", 3);
        entries.forEach(this::spell);
        tree = new PhraseTree(phrases);
    }

    List<Entry> entries() {
        return entries;
    }

    PhraseTree tree() {
        return tree;
    }

    /** Whether words that cancel do so by standing around the words of their entry; others do so from near by. */
    boolean covers(Phrase cancel) {
        return covering.contains(cancel);
    }

    private void spell(Entry entry) {
        List<Phrase> own = new ArrayList<>();
        entry.words().forEach(word -> own.add(new Phrase(entry, word, false)));
        phrases.addAll(own);
        for (String word : entry.cancels()) {
            Phrase cancel = new Phrase(entry, word, true);
            phrases.add(cancel);
            if (own.stream().anyMatch(cancel::contains)) {
                covering.add(cancel);
            }
        }
    }

    private void read(String name, int columns) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the word list " + name + " is missing from this build");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length != columns) {
                    throw new IllegalStateException("expected " + columns + " columns in " + name + ", line " + number
                            + ", found " + cells.length + ": " + line);
                }
                entries.add(columns == 3 ? context(cells) : counting(cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + name + " cannot be read", e);
        }
    }

    private Entry counting(String[] cells) {
        return new Entry(
                entries.size(),
                Sense.of(cells[0]),
                Grade.of(cells[1]),
                cells[2],
                list(cells[3]),
                list(cells[4]),
                list(cells[5]).stream().map(Sense::of).toList(),
                cells[6],
                cells[7],
                cells[8],
                list(cells[9]));
    }

    private Entry context(String[] cells) {
        return new Entry(
                entries.size(),
                Sense.of(cells[0]),
                Grade.STRONG,
                "",
                list(cells[1]),
                list(cells[2]),
                List.of(),
                "",
                "",
                "",
                List.of());
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.copyOf(Arrays.asList(cell.split(BAR)));
    }
}
