package org.touchstone.cli;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.mark.Registration;

/** Found marks as lines for a terminal: two for each mark, so that the reasons have room. */
final class MarkTable {
    private static final int RANK = 4;
    private static final int SIGN = 24;
    private static final int ID = 18;
    private static final int CLASSES = 12;

    /** The figure of similarity with the spaces around it, and the spaces between columns. */
    private static final int FIXED = 7 + 3 * 2;

    private static final int NARROWEST = 80;

    /** Where there is no terminal, nothing needs to fit. */
    private static final int WIDEST = 400;

    private final Console console;
    private final MarkWords words;

    MarkTable(Console console) {
        this.console = console;
        this.words = new MarkWords(console.messages());
    }

    /**
     * Prints a mark.
     *
     * @param before a word that stands before its reasons, such as its level; empty for none
     * @param asked what the registers were asked for
     * @param more reasons beside those that its signs give
     */
    void print(
            int rank, FoundMark found, boolean withSimilarity, String before, List<String> asked, List<String> more) {
        Registration mark = found.registration();
        int columns = console.terminal().out()
                ? Math.max(NARROWEST, console.terminal().columns())
                : WIDEST;
        String classes = String.join(
                ",", mark.niceClasses().stream().map(String::valueOf).toList());
        String line = DisplayWidth.right(String.valueOf(rank), RANK)
                + (withSimilarity ? "  " + MarkWords.figure(found.similarity()) : "")
                + "  " + DisplayWidth.fit(plain(found.name()), SIGN)
                + "  " + DisplayWidth.fit(plain(mark.id()), ID)
                + "  " + DisplayWidth.fit(classes, CLASSES)
                + "  " + DisplayWidth.cut(plain(mark.holder()), columns - RANK - SIGN - ID - CLASSES - FIXED);
        console.out().println(line.stripTrailing());
        List<String> rest = new ArrayList<>();
        if (!before.isEmpty()) {
            rest.add(before);
        }
        rest.addAll(words.cautions(found));
        rest.addAll(words.reasons(found, asked));
        rest.addAll(more);
        if (!rest.isEmpty()) {
            console.out()
                    .println(" ".repeat(RANK + 2)
                            + DisplayWidth.cut(plain(String.join("; ", rest)), columns - RANK - 2));
        }
    }

    /** Without what would move a terminal's cursor or turn its reading order. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point -> switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                    default -> true;
                })
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
