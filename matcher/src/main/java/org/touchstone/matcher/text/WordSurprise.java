package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;

/** How surprising a window of Latin letters is as it stands, in bits. Stateless. */
final class WordSurprise {
    /** A letter that no language of the West writes. */
    private static final double DRESSED = 4;

    /** A whole word, parted from what is around it: the opposite of half a word. */
    static final double STANDING = 3.5;

    /** The same where a hyphen or the like joins it to another word. */
    private static final double JOINT = 2;

    /** Words with digits are mostly models. */
    private static final double MODEL = -4;

    /** Words that people write though dictionaries lack them are mostly names of their own. */
    private static final double SEEN = -2;

    private static final String JOINERS = "-_'\u2019";

    private WordSurprise() {}

    /**
     * Bits of surprise at the letters from start to before end.
     *
     * @param wrong the letter that is taken for a mistake; it makes no model of a word
     */
    static double of(SignText text, int start, int end, int wrong) {
        double bits = 0;
        boolean digits = isDigitBeside(text, start - 1, start) || isDigitBeside(text, end, end);
        int from = start;
        for (int i = start; i < end; i++) {
            int point = text.raw().codePointAt(text.start(i));
            boolean western = point < 0x250 || point >= 0xff00;
            bits += western ? 0 : DRESSED;
            digits |= Character.isDigit(text.folded(i)) && i != wrong;
            if (i + 1 == end || text.gap(i + 1).compareTo(Gap.HIDDEN) > 0) {
                String piece = text.folded(from, i + 1);
                bits += English.surprise(piece) + (English.isSeen(piece) ? SEEN : 0);
                from = i + 1;
            }
        }
        boolean parted = Plausibility.parted(text, start) && Plausibility.parted(text, end);
        boolean joint = start > 0 && joins(text, text.start(start) - 1)
                || end < text.length() && joins(text, text.end(end - 1));
        return bits + (parted ? joint ? JOINT : STANDING : 0) + (digits ? MODEL : 0);
    }

    /** Bits of surprise whatever letter is taken for a mistake. */
    static double most(SignText text, int start, int end) {
        return of(text, start, end, -1) - MODEL;
    }

    private static boolean isDigitBeside(SignText text, int i, int border) {
        return i >= 0
                && i < text.length()
                && Character.isDigit(text.folded(i))
                && text.gap(border).compareTo(Gap.HIDDEN) <= 0;
    }

    /** Whether a character of the raw text makes one word of two. */
    private static boolean joins(SignText text, int at) {
        return at >= 0 && at < text.raw().length() && JOINERS.indexOf(text.raw().charAt(at)) >= 0;
    }
}
