package org.touchstone.cli.attack;

/** Texts for a terminal: what nobody sees, and what would turn a line around, is written as its code point. */
public final class Visible {
    private Visible() {}

    /** The text with format and control characters as {@code <U+200B>}. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (type == Character.FORMAT || type == Character.CONTROL || type == Character.SURROGATE) {
                out.append(String.format(java.util.Locale.ROOT, "<U+%04X>", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }
}
