package org.touchstone.matcher.goods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of trade for the goods of each class, and the classes whose goods are similar, from the table
 * {@code classes.tsv} beside this class. Thread-safe; loaded once.
 */
final class NiceClasses {
    static final NiceClasses TABLE = new NiceClasses();

    /** Classes 1 to 45; 35 and more are services. */
    static final int COUNT = 45;

    private static final int COLUMNS = 3;

    private final Map<String, Set<Integer>> classes = new HashMap<>();
    private final List<Set<Integer>> similar = new ArrayList<>();
    private final Map<Character, Integer> longest = new HashMap<>();

    private NiceClasses() {
        for (int i = 0; i <= COUNT; i++) {
            similar.add(new TreeSet<>());
        }
        Tables.rows("classes.tsv", COLUMNS).forEach(this::read);
    }

    private void read(String[] cells) {
        int number = Integer.parseInt(cells[0]);
        for (String other : Tables.values(cells[1])) {
            similar.get(number).add(Integer.valueOf(other));
            similar.get(Integer.parseInt(other)).add(number);
        }
        for (String word : Tables.values(cells[2])) {
            classes.computeIfAbsent(word, key -> new TreeSet<>()).add(number);
            longest.merge(word.charAt(0), word.length(), Math::max);
        }
    }

    /** Whether there is a class of this number. */
    static boolean isClass(int number) {
        return number >= 1 && number <= COUNT;
    }

    /** The classes of the goods that a word names, in the singular and in simplified characters; empty when unknown. */
    Set<Integer> of(String word) {
        return classes.getOrDefault(word, Set.of());
    }

    /** Length of the longest word that begins with a letter, 0 when none does. */
    int longest(char first) {
        return longest.getOrDefault(first, 0);
    }

    /** Whether goods of two classes are often held to be similar, though the classes differ. */
    boolean areSimilar(int one, int other) {
        return similar.get(one).contains(other);
    }

    /** All words, for the tests. */
    Set<String> words() {
        return Set.copyOf(classes.keySet());
    }
}
