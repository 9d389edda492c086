package org.touchstone.indexer.sign;

/** Digits and symbols that are written for letters, and symbols that hide one. */
final class Leet {
    private static final String FROM = "0134578926@$!|+€£¥";
    private static final String TO = "oleastbgzbaslltely";
    private static final String MASKS = "*＊○〇◯●□■×✕╳_＿?？~～#＃%";

    private static final String INNER_MASKS = ".·…-－/／'’";

    private Leet() {}

    /** The base of the letter that a digit or symbol is written for, -1 when it is for none. */
    static int letter(int point) {
        int at = FROM.indexOf(point);
        return at < 0 ? -1 : TO.charAt(at);
    }

    /** Whether the digit or symbol at a place reads as a letter: it stands in a word of which something is a letter. */
    static boolean reads(String raw, int at) {
        return letter(raw.charAt(at)) >= 0 && (reads(raw, at, -1) || reads(raw, at, 1));
    }

    private static boolean reads(String raw, int at, int step) {
        for (int i = at + step, n = 0; i >= 0 && i < raw.length() && n < 8; i += step, n++) {
            char c = raw.charAt(i);
            if (Character.isLetter(c) || Character.isSurrogate(c)) {
                return !Han.is(c);
            }
            if (letter(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** Whether a symbol hides a letter if it stands between letters, but not at a word's end. */
    static boolean isInnerMask(int point) {
        return INNER_MASKS.indexOf(point) >= 0 || isMask(point);
    }

    static boolean isMask(int point) {
        return MASKS.indexOf(point) >= 0;
    }
}
