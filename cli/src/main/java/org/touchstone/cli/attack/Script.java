package org.touchstone.cli.attack;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.Han;

/** The script of the letters that an operator changes. */
public enum Script {
    LATIN(3),
    HAN(2);

    private final int least;

    Script(int least) {
        this.least = least;
    }

    /** The name used in files: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean has(int point) {
        return this == HAN
                ? Han.is(point)
                : Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
    }

    /**
     * The script in which a mark is attacked: that of most of it, a Chinese character counting for two letters. Fewer than
     * two Chinese characters or three Latin letters cannot be disguised and still be told; null when there are not so many
     * of either.
     */
    static @Nullable Script of(String text) {
        long han = text.codePoints().filter(HAN::has).count();
        long latin = text.codePoints().filter(LATIN::has).count();
        return Arrays.stream(han * 2 >= latin ? new Script[] {HAN, LATIN} : new Script[] {LATIN, HAN})
                .filter(script -> (script == HAN ? han : latin) >= script.least)
                .findFirst()
                .orElse(null);
    }
}
