package org.touchstone.matcher.search;

import java.util.Arrays;
import org.touchstone.indexer.sign.SignText;

/** Counts by how many letters two texts differ: wrong, missing, too many, or two exchanged. Stateless. */
final class Edits {
    private Edits() {}

    /** How many edits there are in base letters; some number above the most when there are more. */
    static int between(SignText one, SignText other, int most) {
        int n = one.length();
        int m = other.length();
        if (Math.abs(n - m) > most) {
            return most + 1;
        }
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            Arrays.fill(row, most + 1);
            row[0] = i;
            int least = i;
            for (int j = Math.max(1, i - most); j <= Math.min(m, i + most); j++) {
                int changed = last[j - 1] + (one.base(i - 1) == other.base(j - 1) ? 0 : 1);
                int edits = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && one.base(i - 1) == other.base(j - 2) && one.base(i - 2) == other.base(j - 1);
                row[j] = swapped ? Math.min(edits, before[j - 2] + 1) : edits;
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[m];
    }
}
