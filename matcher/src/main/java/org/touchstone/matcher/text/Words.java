package org.touchstone.matcher.text;

import java.util.function.Predicate;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;

/** Whether pieces of a text are ordinary English words. */
final class Words {
    private Words() {}

    /** Whether the window is one ordinary word as it stands; a plural counts. */
    static boolean isOrdinary(SignText text, int start, int end) {
        return !text.hasGap(start, end) && isOrdinary(text.folded(start, end));
    }

    static boolean isOrdinary(String word) {
        return English.hasOrNames(word)
                || word.length() > 3 && word.endsWith("s") && English.hasOrNames(word.substring(0, word.length() - 1));
    }

    /** Whether every piece between gaps is an ordinary word, a single letter or a number. */
    static boolean allOrdinary(SignText text, int start, int end) {
        return all(text, start, end, piece -> piece.length() == 1 || isOrdinary(piece) || isNumber(piece));
    }

    /** Whether every piece between gaps is a word that everybody knows. */
    static boolean allCommon(SignText text, int start, int end) {
        return all(text, start, end, English::isCommon);
    }

    private static boolean isNumber(String piece) {
        return piece.chars().allMatch(Character::isDigit);
    }

    private static boolean all(SignText text, int start, int end, Predicate<String> test) {
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end || text.gap(i).compareTo(Gap.HIDDEN) > 0) {
                if (!test.test(text.folded(from, i))) {
                    return false;
                }
                from = i;
            }
        }
        return true;
    }
}
