package org.touchstone.matcher.text;

/** How alike a Latin name and the pinyin of Chinese characters sound: a weighted edit distance over letters. Stateless. */
final class EchoLikeness {
    /** Less alike than this is chance. */
    static final double LEAST = 0.74;

    private static final String VOWELS = "aeiouyv";
    private static final String[] KIN = {"bp", "dt", "gkcq", "fvw", "szcjqx", "lr", "mn"};

    private EchoLikeness() {}

    /**
     * Likeness from 0 to 1.
     *
     * @param spelt syllables without tones, joined
     * @param name folded letters
     */
    static double of(String spelt, String name) {
        int n = spelt.length();
        int m = name.length();
        double[] row = new double[m + 1];
        for (int j = 1; j <= m; j++) {
            row[j] = row[j - 1] + lost(name, j - 1);
        }
        for (int i = 1; i <= n; i++) {
            double diagonal = row[0];
            row[0] += lost(spelt, i - 1);
            for (int j = 1; j <= m; j++) {
                double changed = diagonal + changed(spelt.charAt(i - 1), name.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j] + lost(spelt, i - 1), row[j - 1] + lost(name, j - 1)));
            }
        }
        return 1 - row[m] / Math.max(n, m);
    }

    private static double changed(char a, char b) {
        if (a == b) {
            return 0;
        }
        boolean vowel = VOWELS.indexOf(a) >= 0;
        if (vowel && VOWELS.indexOf(b) >= 0) {
            return 0.5;
        }
        for (String kin : KIN) {
            if (kin.indexOf(a) >= 0 && kin.indexOf(b) >= 0) {
                return 0.3;
            }
        }
        return 1.5;
    }

    /** Vowels, h, the g of ng, doubled letters and l or r before a consonant are hardly missed. */
    private static double lost(String word, int at) {
        char c = word.charAt(at);
        char before = at > 0 ? word.charAt(at - 1) : 0;
        if (c == before || c == 'h' || c == 'g' && before == 'n') {
            return 0.2;
        }
        return VOWELS.indexOf(c) >= 0 || c == 'l' || c == 'r' ? 0.5 : 1;
    }
}
