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
    private static final SortedMap<String, Names> NAMES = new TreeMap<>();
    private static final Map<String, SortedSet<String>> CROSSED = new HashMap<>();
    private static final Map<String, SortedSet<String>> BY_WORD = new HashMap<>();

    static {
        for (String[] cells : Tables.rows("groups.tsv", COLUMNS)) {
            String group = cells[0];
            NAMES.put(group, new Names(cells[1], cells[2]));
            for (String other : Tables.values(cells[3])) {
                CROSSED.computeIfAbsent(group, key -> new TreeSet<>()).add(other);
                CROSSED.computeIfAbsent(other, key -> new TreeSet<>()).add(group);
            }
            for (String word : Tables.values(cells[4])) {
                BY_WORD.computeIfAbsent(word, key -> new TreeSet<>()).add(group);
            }
        }
    }

    private record Names(String chinese, String english) {}

    private SimilarGroups() {}

    /** The numbers of all groups that are known, ascending. */
    public static Set<String> all() {
        return Collections.unmodifiableSet(NAMES.keySet());
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
        return Optional.ofNullable(NAMES.get(read(group).number()))
                .map(names -> NiceHeadings.speaksChinese(locale) ? names.chinese() : names.english());
    }

    /**
     * The groups that hold goods similar to some of this one's, as far as they are known; ascending.
     *
     * @throws IllegalArgumentException when the text is not written as a group is
     */
    public static SortedSet<String> crossSearched(String group) {
        return Collections.unmodifiableSortedSet(
                CROSSED.getOrDefault(read(group).number(), Collections.emptySortedSet()));
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
