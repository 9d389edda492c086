package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.SignText;

/** Bits that it takes to write one Latin word for another that sounds like it, over all letters. Stateless. */
public final class SoundAlignment {
    private static final double VOWEL_LOST = 4.5;
    private static final double SILENT_LOST = 3;
    private static final double LOST = 10;
    private static final double DOUBLED = 2;
    private static final double VOWEL = 4.5;
    private static final double KIN = 7;
    private static final double SAME = 3.5;
    /** What a letter costs that has nothing to do with the other; the most there is for one. */
    public static final double ANY = 12;
    /** Letters that English and its neighbours sound the same, then letters that are formed alike. */
    private static final String[] SAMES = {"ckq", "sz", "cs", "iy", "fv", "vw", "gj", "xs"};

    private static final String[] KINS = {"bp", "dt", "gk", "szcjx"};

    private static final int SIZE = 128;
    private static final float[] BITS = new float[SIZE * SIZE];

    static {
        for (int a = 0; a < SIZE; a++) {
            for (int b = 0; b < SIZE; b++) {
                BITS[a * SIZE + b] = (float) reckon(a, b);
            }
        }
    }

    private SoundAlignment() {}

    public static double bits(SignText text, int start, int end, SignText mark) {
        int n = end - start;
        int m = mark.length();
        double[] row = new double[m + 1];
        for (int j = 1; j <= m; j++) {
            row[j] = row[j - 1] + lost(mark, j - 1, 0);
        }
        for (int i = 1; i <= n; i++) {
            double diagonal = row[0];
            int letter = text.folded(start + i - 1);
            row[0] += lost(text, start + i - 1, start);
            for (int j = 1; j <= m; j++) {
                double changed = diagonal + changed(letter, mark.folded(j - 1));
                diagonal = row[j];
                double lost = Math.min(row[j] + lost(text, start + i - 1, start), row[j - 1] + lost(mark, j - 1, 0));
                row[j] = Math.min(changed, lost);
            }
        }
        return row[m];
    }

    private static double changed(int a, int b) {
        return a < SIZE && b < SIZE ? BITS[a * SIZE + b] : reckon(a, b);
    }

    private static double reckon(int a, int b) {
        if (a == b) {
            return 0;
        }
        if (together(SAMES, a, b)) {
            return SAME;
        }
        if (Slips.isVowel(a) && Slips.isVowel(b)) {
            return VOWEL;
        }
        return together(KINS, a, b) ? KIN : ANY;
    }

    private static boolean together(String[] groups, int a, int b) {
        for (String group : groups) {
            if (group.indexOf(a) >= 0 && group.indexOf(b) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static double lost(SignText word, int at, int from) {
        int c = word.folded(at);
        if (at > from && c == word.folded(at - 1)) {
            return DOUBLED;
        }
        return c == 'h' || c == 'k' && at > from && word.folded(at - 1) == 'c'
                ? SILENT_LOST
                : Slips.isVowel(c) ? VOWEL_LOST : LOST;
    }
}
