package org.touchstone.matcher.text;

import java.util.Set;

/**
 * What a sign in writing weighs, in decibans: ten times the decimal logarithm of how much likelier the text is when its
 * writer uses the mark unlawfully than when he does not.
 *
 * <p>Two questions are in one figure. Is the mark meant at all? That is answered in bits: how surprising the letters are
 * in ordinary language, less what it costs to explain them as the mark. And is there something to hide? A sign in plain
 * sight mostly belongs to lawful trade, so it weighs little however sure it is; a disguise has hardly a lawful purpose.
 */
final class Weights {
    /** A sign in plain sight weighs no more. */
    static final double PLAIN = 7;

    /** No sign in writing weighs more. */
    static final double MOST = 14;

    /** The mark's own letters weigh at least this, however ordinary a word they are. */
    static final double LEAST = 0.5;

    /** A shorter sign within a longer one that is a mark itself: the longer one explains it. */
    static final double WITHIN = -4;

    /** What an element weighs less than the whole mark. */
    private static final double ELEMENT = 3;

    /** What stands in a brand's place and may be short for the mark. */
    static final double OPENING = 4;

    /** Bits against a distorted reading: that just this mark is meant, and that somebody distorts. */
    static final double DISTORTED = 18;

    /** Bits of surprise below which no change whatever can be told from ordinary language. */
    static final double LEAST_DISTORTED = DISTORTED + 3;

    /** What a distorted sign weighs of which it is as likely as not that it is meant. */
    private static final double DOUBTFUL = 7.2;

    /** What a distorted sign weighs that is meant about eight times as likely as not. */
    static final double CLEAR = DOUBTFUL + 0.9 * 3;

    /** Bits of surprise that any word of a text has; only more than that tells a name. */
    private static final double ORDINARY = 10;

    /** What a disguise adds that nobody makes by chance. */
    private static final double DRESSED = 7;

    private static final double DECIBANS_A_BIT = 3.01;

    private Weights() {}

    /** The mark's own letters, with this many bits of surprise; {@code ways} say how they are dressed up. */
    static double own(double surprise, Set<How> ways) {
        double plain = Math.max(LEAST, Math.min(PLAIN, 0.5 * (surprise - ORDINARY)));
        return Math.max(LEAST, Math.min(MOST, plain + dress(ways)));
    }

    /** The weight of own letters without what their dress adds; less where the two together reached the most. */
    static double undressed(double weight, Set<How> ways) {
        return Math.max(LEAST, Math.min(PLAIN, weight - dress(ways)));
    }

    private static double dress(Set<How> ways) {
        double weight = 0;
        for (How way : ways) {
            weight += switch (way) {
                case STYLED, CONFUSABLE, LEET, SEPARATED -> DRESSED;
                case SIMPLIFIED -> 3;
                case DIVIDED -> 2;
                case FOLDED, PART -> 1;
                default -> 0;
            };
        }
        return weight;
    }

    /** A sign of this weight that a hidden character shows in another order than it is written in. */
    static double reordered(double weight) {
        return Math.min(MOST, weight + DRESSED);
    }

    /**
     * Letters that are not the mark's own.
     *
     * @param bits of surprise, less what the changes cost
     * @param doubt bits that it takes besides
     * @return negative when ordinary language or chance explains them as well
     */
    static double distorted(double bits, double doubt) {
        double over = bits - DISTORTED - doubt;
        return over < 0 ? -1 : Math.min(MOST, DOUBTFUL + 0.3 * DECIBANS_A_BIT * over);
    }

    /** A reading of one element of a mark: less sure to mean the mark, for others may share the element. */
    static Reading ofElement(Reading reading) {
        return reading.withWeight(reading.weight() - ELEMENT);
    }
}
