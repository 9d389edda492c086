package org.touchstone.crawler;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a word that nobody knows. */
final class Spelling {
    private Spelling() {}

    /** The known word that is at most a third of its letters away. */
    static Optional<String> nearest(String word, List<String> known) {
        return known.stream()
                .filter(other -> distance(word, other) * 3 <= Math.max(other.length(), 3))
                .min(Comparator.comparingInt(other -> distance(word, other)));
    }

    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
