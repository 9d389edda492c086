package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * Where a text leaves room for changes at all: ordinary words are themselves, and Chinese that the language explains well
 * cannot be told from it. What is ruled out here need not be looked up.
 */
record Latitude(SignText text, Chinese chinese) implements Proposals.Room {
    @Override
    public boolean forChanges(int start, int end) {
        if (text.masked(start) || text.masked(end)) {
            return true;
        }
        if (chinese.isRow(text, start, end)) {
            return roomInChinese(start, end);
        }
        boolean han = false;
        boolean other = false;
        for (int i = start; i < end; i++) {
            han |= text.kind(i) == Kind.HAN;
            other |= text.kind(i) != Kind.HAN;
            if (i > start && text.maskedWithin(i)) {
                return true;
            }
        }
        return han ? other || roomInChinese(start, end) : !Words.allOrdinary(text, start, end);
    }

    private boolean roomInChinese(int start, int end) {
        double surprise = chinese.surprise(start, end);
        return surprise >= Weights.LEAST_DISTORTED - Chinese.MOST_STANDING
                && surprise + chinese.standing(text, start, end) >= Weights.LEAST_DISTORTED;
    }
}
