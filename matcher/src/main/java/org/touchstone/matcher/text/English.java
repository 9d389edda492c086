package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.KeyHash;

/**
 * Words in Latin letters, and how surprising a word is in an ordinary text. Thread-safe.
 *
 * <p>A surprise is the negative binary logarithm of a probability: of a known word, its rank by use, after Zipf's law; of
 * an unknown one, a model of three letters at a time made from all the words known.
 */
final class English {
    private static final int COMMON = 3;
    private static final int RARE = 2;
    private static final int NAME = 1;
    private static final int SEEN = 0;

    /** Bits of a word are this more than the logarithm of its rank: the sum of Zipf's law over some 100,000 words. */
    private static final double ZIPF = 3.6;

    /** Bits of a word that dictionaries have but whose rank is unknown. */
    private static final double UNRANKED = 20;

    /** Bits for that a word of an offer is in no list: nearly one in ten is a model, a maker or a mistake. */
    private static final double UNKNOWN = 3.5;

    /** Bits of a digit, which any may follow, in a word that is no number. */
    private static final double DIGIT = 3.3;

    /** Bits of a name that few bear: none of the 8,000 words that are written most. */
    private static final double DISTINCTIVE = 17;

    private static final int LETTERS = 27;
    private static final WordList WORDS = new WordList(144_000);
    private static final float[] TRIGRAMS = new float[LETTERS * LETTERS * LETTERS];

    static {
        int[] counts = new int[TRIGRAMS.length];
        WordList.read("english.txt.gz", line -> {
            int kind = switch (line.charAt(0)) {
                case '-' -> RARE;
                case '+' -> NAME;
                case '~' -> SEEN;
                default -> COMMON;
            };
            String word = line.substring(kind == COMMON ? 0 : 1, line.length() - 1);
            int rank = Math.min(line.charAt(line.length() - 1) - 'A', 31);
            WORDS.put(KeyHash.of(word), kind << 5 | rank);
            count(word, counts);
        });
        for (int pair = 0; pair < counts.length; pair += LETTERS) {
            double sum = LETTERS * 0.5;
            for (int c = 0; c < LETTERS; c++) {
                sum += counts[pair + c];
            }
            for (int c = 0; c < LETTERS; c++) {
                TRIGRAMS[pair + c] = (float) (-Math.log((counts[pair + c] + 0.5) / sum) / Math.log(2));
            }
        }
    }

    private English() {}

    private static void count(String word, int[] counts) {
        int pair = 0;
        for (int i = 0; i <= word.length(); i++) {
            int c = i == word.length() ? 0 : word.charAt(i) - 'a' + 1;
            counts[pair * LETTERS + c]++;
            pair = pair % LETTERS * LETTERS + c;
        }
    }

    private static int kind(String word) {
        return WORDS.get(KeyHash.of(word)) >> 5;
    }

    /** Whether a word in lower case is in an ordinary dictionary, or is the name of a person or place. */
    static boolean hasOrNames(String word) {
        return kind(word) >= NAME;
    }

    /** Whether a word in lower case is in an ordinary dictionary. */
    static boolean has(String word) {
        return kind(word) >= RARE;
    }

    /** Whether everybody knows the word. */
    static boolean isCommon(String word) {
        return kind(word) == COMMON;
    }

    /** Whether the word, in lower case, is in any list. */
    static boolean knows(String word) {
        return WORDS.get(KeyHash.of(word)) != 0;
    }

    /** Whether people write the word though no dictionary has it. */
    static boolean isSeen(String word) {
        int known = WORDS.get(KeyHash.of(word));
        return known != 0 && known >> 5 == SEEN;
    }

    /** Bits of surprise at a word in lower case: 4 for the commonest, some 20 for rare ones and unknown short ones. */
    static double surprise(String word) {
        int known = WORDS.get(KeyHash.of(word));
        if (known == 0) {
            return unknown(word);
        }
        double ranked = (known & 31) >= 25 ? UNRANKED : ZIPF + Math.max(0, (known & 31) - 0.5);
        return Math.min(ranked, unknown(word));
    }

    /** Whether a word in lower case can stand for a maker by itself: no ordinary word, and no name that everybody bears. */
    static boolean isDistinctive(String word) {
        return !has(word) && surprise(word) >= DISTINCTIVE;
    }

    /** Bits of surprise at a word if names that people write are as good as new ones, in lower case. */
    static double distinction(String word) {
        return has(word) ? surprise(word) : unknown(word);
    }

    /** Bits of surprise at letters in lower case if they are in no list. */
    static double unknown(String word) {
        double bits = UNKNOWN;
        int pair = 0;
        for (int i = 0; i <= word.length(); i++) {
            char at = i == word.length() ? 0 : word.charAt(i);
            if (at == 0 || at >= 'a' && at <= 'z') {
                int c = at == 0 ? 0 : at - 'a' + 1;
                bits += Math.min(6, TRIGRAMS[pair * LETTERS + c]);
                pair = pair % LETTERS * LETTERS + c;
            } else {
                bits += Character.isDigit(at) ? DIGIT : 6;
                pair = 0;
            }
        }
        return bits;
    }
}
