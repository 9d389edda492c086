package org.touchstone.matcher.goods;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The similar groups of China's table of similar goods and services, from the table {@code groups.tsv} beside this class,
 * whose head says which edition it follows and what it leaves out. An aid for ranking, not the office's text. Thread-safe;
 * loaded once.
 *
 * <p>A group is written in four digits, {@code 0901}, of which the first two are its class; the part of it that is meant may
 * stand behind in brackets, {@code 0901(一)}.
 */
public final class SimilarGroups {
    private static final int COLUMNS = 5;
    private static final SortedMap<String, Row> ROWS = new TreeMap<>();
    private static final Map<String, SortedSet<String>> BY_WORD = new HashMap<>();

    static {
        for (String[] cells : Tables.rows("groups.tsv", COLUMNS)) {
            ROWS.put(cells[0], new Row(cells[1], cells[2], new TreeSet<>(Tables.values(cells[3]))));
            for (String word : Tables.values(cells[4])) {
                BY_WORD.computeIfAbsent(word, key -> new TreeSet<>()).add(cells[0]);
            }
        }
        Map.copyOf(ROWS)
                .forEach((group, row) -> Set.copyOf(row.crossed())
                        .forEach(other -> ROWS.get(other).crossed().add(group)));
    }

    private record Row(String chinese, String english, SortedSet<String> crossed) {}

    private SimilarGroups() {}

    /** The numbers of all groups that are known, ascending. */
    public static Set<String> all() {
        return Collections.unmodifiableSet(ROWS.keySet());
    }

    /** Whether a text is written as a group is: {@code 0901} or {@code 0901(一)}. The group need not be known. */
    public static boolean isWellFormed(String text) {
        return SimilarGroup.of(text).isPresent();
    }

    /**
     * The class of a group, which need not be known.
     *
     * @throws IllegalArgumentException when the text is not written as a group is
     */
    public static int classOf(String group) {
        return read(group).nice();
    }

    /**
     * The short name of a group, in Chinese for a Chinese locale and in English for any other; empty when it is not known.
     *
     * @throws IllegalArgumentException when the text is not written as a group is
     */
    public static Optional<String> name(String group, Locale locale) {
        return Optional.ofNullable(ROWS.get(read(group).number()))
                .map(row -> NiceHeadings.speaksChinese(locale) ? row.chinese() : row.english());
    }

    /**
     * The groups that hold goods similar to some of this one's, as far as they are known; ascending.
     *
     * @throws IllegalArgumentException when the text is not written as a group is
     */
    public static SortedSet<String> crossSearched(String group) {
        Row row = ROWS.get(read(group).number());
        return row == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(row.crossed());
    }

    /** The groups of the goods that a word of {@code classes.tsv} names; empty when they are not known. */
    static SortedSet<String> of(String word) {
        return Collections.unmodifiableSortedSet(BY_WORD.getOrDefault(word, Collections.emptySortedSet()));
    }

    /** All words, for the tests. */
    static Set<String> words() {
        return Set.copyOf(BY_WORD.keySet());
    }

    static SimilarGroup read(String group) {
        return SimilarGroup.of(group)
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a similar group such as 0901 or 0901(一), found '" + group + "'"));
    }
}
