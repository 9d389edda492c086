package org.touchstone.matcher.text;

import java.util.Set;

/**
 * What a sign in writing weighs, in decibans: ten times the decimal logarithm of how much likelier the text is when its
 * writer means the mark than when he does not. Long and uncommon signs weigh more, for they come about by chance less
 * often; everything that has to be explained away to read the mark takes from the weight.
 */
final class Weights {
    /** A sign as it is weighs no more; a disguise adds to it, for it speaks of intent. */
    static final double MOST = 18;

    /** A lighter sign is not worth anybody's look. */
    static final double LEAST = 5;

    /** A shorter sign within a longer one that is a mark itself: the longer one explains it. */
    static final double WITHIN = -6;

    private static final double DECIBANS_A_BIT = 3.01;

    /** Bits against a distorted reading: that just this mark is meant, and that somebody distorts. */
    private static final double MARK_BITS = 13;

    private static final double DISTORTION_BITS = 5;

    private Weights() {}

    /** A word mark of so many letters, written as it is. */
    static double word(int letters) {
        return Math.min(MOST, 4 + 2.4 * letters);
    }

    /** A word mark that is an ordinary word. */
    static double ordinary(boolean common) {
        return common ? -9 : -4;
    }

    /** A Chinese sign as it is, from the bits that ordinary language needs to explain it. */
    static double han(double surprise) {
        return surprise < 12 ? surprise - 4 : Math.min(MOST, 8 + 0.4 * (surprise - 12));
    }

    /** A distorted Chinese sign; negative when ordinary language or chance explains it as well. */
    static double distortedHan(double surprise, double distortionBits) {
        double bits = surprise - MARK_BITS - DISTORTION_BITS - distortionBits;
        return bits < 0 ? -1 : Math.min(17, 4 + DECIBANS_A_BIT * bits * 0.5);
    }

    /** What one wrong letter adds to or takes from a word mark's weight. */
    static double distortedWord(int letters, boolean first, boolean obvious) {
        return (letters <= 5 ? -3 : letters >= 8 ? 2 : 0) - (first ? 2 : 0) + (obvious ? 2 : 0);
    }

    /** What the ways of reading take from a weight. */
    static double of(Set<How> ways) {
        double weight = 0;
        for (How way : ways) {
            weight += switch (way) {
                case EXACT -> 0;
                case FOLDED, SIMPLIFIED, CONFUSABLE, SEPARATED -> 1;
                case LEET -> 0;
                case MASKED -> -2;
                case SHAPE, SOUND -> -2;
                case PINYIN, PART -> -5;
                case EDIT -> -6;
            };
        }
        return weight;
    }
}
