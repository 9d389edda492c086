package org.touchstone.matcher.text;

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
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end || text.gap(i).compareTo(Gap.HIDDEN) > 0) {
                String piece = text.folded(from, i);
                if (piece.length() > 1 && !isOrdinary(piece) && !piece.chars().allMatch(Character::isDigit)) {
                    return false;
                }
                from = i;
            }
        }
        return true;
    }
}
