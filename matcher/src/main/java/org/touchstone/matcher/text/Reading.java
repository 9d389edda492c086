package org.touchstone.matcher.text;

import java.util.EnumSet;
import java.util.Set;
import org.touchstone.indexer.WordSign;

/**
 * A piece of a text read as a mark's sign.
 *
 * @param start first letter of the piece
 * @param end after its last letter
 * @param sign the sign
 * @param faithful whether the letters are the mark's own, at most dressed up: not some others that resemble them
 * @param similarity 0 to 1
 * @param how the views in which they meet
 * @param weight decibans
 */
record Reading(int start, int end, WordSign sign, boolean faithful, double similarity, Set<How> how, double weight) {
    Reading {
        how = Set.copyOf(how);
    }

    Reading withWeight(double newWeight) {
        return new Reading(start, end, sign, faithful, similarity, how, newWeight);
    }

    /** Whether it is another script's spelling of the sign, which may well be a mark of its own. */
    boolean spelt() {
        return how.contains(How.ROMANISED)
                || how.contains(How.PINYIN) && (how.size() == 1 || how.size() == 2 && how.contains(How.SEPARATED));
    }

    boolean covers(Reading other) {
        return start <= other.start && end >= other.end;
    }

    boolean overlaps(Reading other) {
        return start < other.end && other.start < end;
    }

    EnumSet<How> ways() {
        EnumSet<How> ways = EnumSet.noneOf(How.class);
        ways.addAll(how);
        return ways;
    }
}
