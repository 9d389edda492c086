package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.SignText;

/** What stands in the place of a Chinese character: symbols, the Chinese nought, an x. Stateless. */
final class HanMask {
    /** The Chinese nought, which is a letter but as round as a blank. */
    static final int NOUGHT = 0x3007;

    private static final String SYMBOLS = "*＊○〇◯●□■×✕╳?？~～";

    private HanMask() {}

    /** Whether a letter hides a character: a nought, or an x by itself; before a number x means times. */
    static boolean isLetter(SignText text, int at) {
        if (text.base(at) == NOUGHT) {
            return true;
        }
        boolean alone = text.base(at) == 'x' && text.edge(at) && text.edge(at + 1);
        return alone && (at + 1 == text.length() || !Character.isDigit(text.folded(at + 1)));
    }

    /** Whether a character of the raw text is a symbol that stands in the place of another; false outside the text. */
    static boolean isSymbol(SignText text, int at) {
        return at >= 0 && at < text.raw().length() && SYMBOLS.indexOf(text.raw().charAt(at)) >= 0;
    }
}
