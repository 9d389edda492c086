package org.touchstone.benchmarks.invented;

import java.util.Random;

/** Makes words that could be names and are nobody's on purpose. Thread-safe; the Random decides all. */
public final class Syllables {
    private static final String ONSETS = "bcdfghjklmnpqrstvwxz";
    private static final String VOWELS = "aeiou";
    private static final String CODAS = "nrslmt";
    private static final int LEAST = 2;
    private static final int MOST = 4;

    private final String han;

    /**
     * @param han Chinese characters to draw from, each as often as it shall come
     */
    public Syllables(String han) {
        this.han = han;
    }

    /** Two to four syllables of consonant and vowel, some of them closed. */
    public String latin(Random random) {
        StringBuilder word = new StringBuilder();
        for (int left = length(random); left > 0; left--) {
            word.append(ONSETS.charAt(random.nextInt(ONSETS.length())));
            word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            if (random.nextInt(5) < 2) {
                word.append(CODAS.charAt(random.nextInt(CODAS.length())));
            }
        }
        return word.toString();
    }

    /** Two to four Chinese characters. */
    public String han(Random random) {
        StringBuilder word = new StringBuilder();
        for (int left = length(random); left > 0; left--) {
            word.append(han.charAt(random.nextInt(han.length())));
        }
        return word.toString();
    }

    private static int length(Random random) {
        return LEAST + random.nextInt(MOST - LEAST + 1);
    }
}
