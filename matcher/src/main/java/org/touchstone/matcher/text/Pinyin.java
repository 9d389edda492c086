package org.touchstone.matcher.text;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignText;

/**
 * Reads Latin letters as the syllables of a Chinese sign, in one word, beside another, or with gaps.
 *
 * @param marks tells whether base letters are a mark's
 */
record Pinyin(SignText text, Predicate<String> marks) {
    /** Fewer letters spell nothing for sure. */
    private static final int LEAST = 4;

    /** Bits for a whole word that stands by itself, and against its being spelt. */
    private static final double STANDING = 3.5;

    private static final double SPELT = 3;
    private static final double LIKENESS = 0.8;

    /** Null when the letters spell something else, or nothing for sure. */
    @Nullable
    Reading read(int start, int end, SignText mark, WordSign sign) {
        boolean spells = Han.spellings(mark, 0, mark.length()).contains(text.base(start, end));
        if (!spells || end - start < LEAST || !lettersOnly(start, end)) {
            return null;
        }
        boolean word = text.edge(start) && text.edge(end);
        boolean spaced = text.hasGap(start, end);
        if (spaced ? !word || Words.allCommon(text, start, end) : word && Words.isOrdinary(text, start, end)) {
            return null;
        }
        double standing = word ? STANDING : -Plausibility.besides(text, marks, start, end);
        Set<How> ways = spaced ? EnumSet.of(How.PINYIN, How.SEPARATED) : EnumSet.of(How.PINYIN);
        double weight = Weights.distorted(English.unknown(text.folded(start, end)) + standing - SPELT, 0);
        return weight < 0 ? null : new Reading(start, end, sign, false, LIKENESS, ways, weight);
    }

    private boolean lettersOnly(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isLetter(text.folded(i))) {
                return false;
            }
        }
        return text.onlyDivided(start, end);
    }
}
