package org.touchstone.page;

import java.lang.Character.UnicodeScript;

/** Characters that a reader cannot see, or that change the order in which he sees others. */
final class Invisible {
    private Invisible() {}

    /**
     * Whether a character must be shown by its code.
     *
     * @param c a code point, or an unpaired surrogate
     * @param before the code point before it, -1 for none: a joiner is at home in emoji and in Indic scripts, and hides
     *     something between letters of scripts that know none
     */
    static boolean is(int c, int before) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return false;
        }
        if (c == 0x200C || c == 0x200D) {
            return before >= 0 && knowsNoJoiner(before);
        }
        if (c >= 0xE0020 && c <= 0xE007F) {
            return !(before == 0x1F3F4 || (before >= 0xE0020 && before <= 0xE007F));
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
            case Character.PARAGRAPH_SEPARATOR -> true;
            default -> (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || isBlankLetter(c);
        };
    }

    /** Letters and marks that are drawn as nothing. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x17B4 || c == 0x17B5;
    }

    private static boolean knowsNoJoiner(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c);
        }
        if (!Character.isLetter(c)) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.LATIN
                || script == UnicodeScript.HAN
                || script == UnicodeScript.CYRILLIC
                || script == UnicodeScript.GREEK
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA;
    }
}
