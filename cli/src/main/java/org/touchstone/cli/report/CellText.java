package org.touchstone.cli.report;

import java.util.regex.Pattern;

/**
 * Text on its way into a spreadsheet's cell. Spreadsheets run a text that begins like a formula, in a CSV file at least;
 * such a text gets an apostrophe before it, which they show as text. Numbers are left alone.
 */
final class CellText {
    /** The characters that begin a formula, their full-width forms, and white space that some programs skip before them. */
    private static final Pattern FORMULA = Pattern.compile(
            "^[\\s\\u00A0\\u1680\\u2000-\\u200F\\u2028-\\u202F\\u205F\\u2060-\\u206F\\u3000\\uFEFF]*"
                    + "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\u2212|].*",
            Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,3})?");

    private CellText() {}

    /** A text that no spreadsheet takes for a formula. */
    static String inert(String text) {
        boolean leading = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        if (!leading && !FORMULA.matcher(text).matches() || NUMBER.matcher(text).matches()) {
            return text;
        }
        return "'" + text;
    }

    /** A text without what a file of text cannot hold: controls but tab and line feed, unpaired surrogates, noncharacters. */
    static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
            boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
            boolean none = (c & 0xFFFE) == 0xFFFE;
            if (control || surrogate || none) {
                clean = clean == null ? new StringBuilder(text.length()).append(text, 0, i) : clean;
                if (c == '\r') {
                    clean.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
                } else if (surrogate) {
                    clean.append('\uFFFD');
                }
            } else if (clean != null) {
                clean.appendCodePoint(c);
            }
            i += length;
        }
        return clean == null ? text : clean.toString();
    }
}
