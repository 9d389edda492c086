package org.touchstone.matcher.goods;

import java.util.List;
import java.util.Locale;

/**
 * What each class of the Nice classification holds, in a few words of our own, from the table {@code headings.tsv} beside
 * this class. Thread-safe; loaded once.
 */
public final class NiceHeadings {
    private static final int COLUMNS = 3;
    private static final List<String[]> ROWS = Tables.rows("headings.tsv", COLUMNS);

    private NiceHeadings() {}

    /**
     * The heading of a class, in Chinese for a Chinese locale and in English for any other.
     *
     * @param nice 1 to 45
     */
    public static String of(int nice, Locale locale) {
        if (!NiceClasses.isClass(nice)) {
            throw new IllegalArgumentException("expected a class from 1 to " + NiceClasses.COUNT + ", found " + nice);
        }
        return ROWS.get(nice - 1)[speaksChinese(locale) ? 2 : 1];
    }

    static boolean speaksChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
