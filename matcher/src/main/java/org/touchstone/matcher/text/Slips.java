package org.touchstone.matcher.text;

/**
 * How likely one Latin letter is written for another, on purpose or by a slip, in bits: the logarithm of among how many
 * likely changes it is one. Keys beside each other on the common keyboard, vowels, letters that look or sound alike and
 * letters one bit apart are what typosquatters use. Stateless.
 */
final class Slips {
    private static final String[] ROWS = {"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final String VOWELS = "aeiouy";

    /** Pairs that look alike in many faces, then pairs that sound alike in many words. */
    private static final String ALIKE =
            "ce co eo nh uv vy ij il jl qg gq ft mn bh uy ao 0o 1l 1i 5s 3e 4a 8b 9g 6b 2z 7t";

    private static final String SOUNDING = "ck kq cs sz fv iy gj bp dt xs vw ae ou";

    private static final double LOOKS_ALIKE = 3.5;
    private static final double SOUNDS_ALIKE = 3.5;
    private static final double VOWEL = 4.5;
    private static final double NEIGHBOUR = 4.5;
    private static final double BIT = 5;
    private static final double DIGIT = 5;
    private static final double ANY = 7.5;

    private static final int SIZE = 128;
    private static final float[] BITS = new float[SIZE * SIZE];

    static {
        for (int wrong = 0; wrong < SIZE; wrong++) {
            for (int right = 0; right < SIZE; right++) {
                BITS[wrong * SIZE + right] = (float) reckon((char) wrong, (char) right);
            }
        }
    }

    private Slips() {}

    private static double reckon(char wrong, char right) {
        double bits = Character.isDigit(wrong) ? DIGIT : ANY;
        if (Integer.bitCount(wrong ^ right) == 1) {
            bits = Math.min(bits, BIT);
        }
        if (neighbours(wrong, right)) {
            bits = Math.min(bits, NEIGHBOUR);
        }
        if (isVowel(wrong) && isVowel(right)) {
            bits = Math.min(bits, VOWEL);
        }
        if (paired(ALIKE, wrong, right)) {
            bits = Math.min(bits, LOOKS_ALIKE);
        }
        return paired(SOUNDING, wrong, right) ? Math.min(bits, SOUNDS_ALIKE) : bits;
    }

    private static boolean paired(String pairs, char a, char b) {
        return pairs.contains("" + a + b) || pairs.contains("" + b + a);
    }

    private static boolean neighbours(char a, char b) {
        for (int row = 0; row < ROWS.length; row++) {
            int at = ROWS[row].indexOf(a);
            if (at >= 0) {
                return beside(row, at, b) || row > 0 && beside(row - 1, at, b) || row < 3 && beside(row + 1, at, b);
            }
        }
        return false;
    }

    private static boolean beside(int row, int at, char other) {
        int there = ROWS[row].indexOf(other);
        return there >= 0 && Math.abs(there - at) <= 1;
    }

    static boolean isVowel(int letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    /** Whether two keys are beside each other. */
    static boolean isNeighbour(int a, int b) {
        return a < SIZE && b < SIZE && neighbours((char) a, (char) b);
    }

    /** Bits for writing one letter for another, both folded. */
    static double bits(int wrong, int right) {
        return wrong < SIZE && right < SIZE ? BITS[wrong * SIZE + right] : ANY;
    }
}
