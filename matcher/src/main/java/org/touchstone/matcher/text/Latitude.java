package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * Where a text leaves room for changes at all: ordinary words are themselves, and Chinese that the language explains well
 * cannot be told from it. What is ruled out here need not be looked up.
 */
record Latitude(SignText text, Chinese chinese) implements Proposals.Room {
    private static final double PLENTY = 100;
    private static final double NONE = -1;

    @Override
    public double bits(int start, int end) {
        if (text.masked(start) || text.masked(end)) {
            return PLENTY;
        }
        if (chinese.isRow(text, start, end)) {
            return inChinese(start, end);
        }
        boolean han = false;
        boolean other = false;
        for (int i = start; i < end; i++) {
            han |= text.kind(i) == Kind.HAN;
            other |= text.kind(i) != Kind.HAN;
            if (i > start && text.maskedWithin(i)) {
                return PLENTY;
            }
        }
        if (han) {
            return other ? PLENTY : inChinese(start, end);
        }
        double surprise = WordSurprise.most(text, start, end) - WordDistortion.DOUBLED - Weights.DISTORTED;
        return surprise < 0 || Words.allOrdinary(text, start, end) ? NONE : surprise;
    }

    private double inChinese(int start, int end) {
        double surprise = chinese.surprise(start, end) - Weights.LEAST_DISTORTED;
        return surprise < -Chinese.MOST_STANDING ? NONE : surprise + chinese.standing(text, start, end);
    }
}
