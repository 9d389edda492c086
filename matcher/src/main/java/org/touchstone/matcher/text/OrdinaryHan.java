package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.indexer.sign.Han;

/**
 * How likely Chinese characters stand side by side in an ordinary offer, and which characters sound alike. It holds a few
 * megabytes. Immutable and thread-safe.
 *
 * <p>A row of characters stands there as a word, or because a word ends with its beginning and another begins with its
 * end. The first chance falls with the word's rank in general Chinese, but half as fast: offers are about things, and
 * have their own words. The second is the share of words that end so times the share that begin so. Both were set
 * against some 10,000 titles of shops: there words of two characters came within two bits of it on the average of each bit
 * from 9 to 24, and pairs of characters that are no word from 16 bits on, too; from 20 on within one.
 */
final class OrdinaryHan {
    /** Chinese characters in a title. */
    static final double CHARACTERS = 20;

    private static final int TOTAL = 26;

    /** Bits of a word that offers use, and up to which a word of general Chinese is taken for one, as the list has it. */
    private static final double OFFER = 13.5;

    private static final int OFFERS = 12;

    /** Bits of other words: so many, and so much for each bit that general Chinese gives. */
    private static final double WORD = 9;

    private static final double A_BIT = 0.5;

    /** Bits that each character beyond two costs a word besides. */
    private static final double LONGER = 1;

    /** Bits for that two words meet at just this place rather than end and begin anywhere. */
    static final double MEETING = 1;

    private static final int NEVER = 40;

    /** Bits of a word's ending or beginning with each character. */
    private final float[] ends = new float[1 << 16];

    private final float[] begins = new float[1 << 16];

    private final Map<String, int[]> alike = new HashMap<>();

    OrdinaryHan() {
        double[] end = new double[1 << 16];
        double[] begin = new double[1 << 16];
        double[] sum = new double[1];
        WordList.read("chinese.txt.gz", line -> {
            int last = line.length() - 1;
            double chance = Math.pow(2, bits(line.charAt(last)) * -1.0);
            begin[line.charAt(0)] += chance;
            end[line.charAt(last - 1)] += chance;
            sum[0] += chance;
        });
        Map<String, List<Integer>> syllables = new HashMap<>();
        for (int c = 0; c < end.length; c++) {
            ends[c] = bits(end[c] / sum[0]);
            begins[c] = bits(begin[c] / sum[0]);
            if (end[c] + begin[c] > 0) {
                for (String syllable : Han.tolerantSyllables(c)) {
                    syllables
                            .computeIfAbsent(syllable, none -> new ArrayList<>())
                            .add(c);
                }
            }
        }
        syllables.forEach((syllable, characters) ->
                alike.put(syllable, characters.stream().mapToInt(c -> c).toArray()));
    }

    private static int bits(char code) {
        return TOTAL - (code >= 'a' ? code - 'a' : code - 'A');
    }

    private static float bits(double chance) {
        return chance <= 0 ? NEVER : (float) Math.min(NEVER, -Math.log(chance) / Math.log(2));
    }

    /** Characters that share this syllable for tolerant ears and stand in the list of words. */
    int[] sounding(String tolerantSyllable) {
        return alike.getOrDefault(tolerantSyllable, new int[0]);
    }

    /** Bits of surprise at a row of two characters or more, simplified. */
    double surprise(String row) {
        return surprise(row, 0, row.length(), true);
    }

    private double surprise(String row, int from, int to, boolean first) {
        if (to - from == 1) {
            return first ? ends[row.charAt(from)] : begins[row.charAt(from)];
        }
        double bits = word(row, from, to);
        for (int i = from + 1; i < to; i++) {
            bits = Math.min(bits, surprise(row, from, i, first) + surprise(row, i, to, false) + MEETING);
        }
        return bits;
    }

    private static double word(String row, int from, int to) {
        double bits = to - from > 4 ? 0 : Chinese.wordBits(row.substring(from, to));
        if (bits == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return (bits <= OFFERS ? OFFER : WORD + A_BIT * bits) + LONGER * (to - from - 2);
    }

    /** Bits of a word's ending with a character. */
    double ends(int character) {
        return ends[character];
    }

    /** Bits of a word's beginning with a character. */
    double begins(int character) {
        return begins[character];
    }
}
