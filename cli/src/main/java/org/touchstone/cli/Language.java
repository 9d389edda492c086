package org.touchstone.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The languages that Touchstone speaks. */
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale for texts and for numbers that people read. */
    public Locale locale() {
        return locale;
    }

    /** The language that the environment asks for: TOUCHSTONE_LANG, LC_ALL, LC_MESSAGES, LANG, in this order. */
    static Language of(Map<String, String> environment) {
        for (String name : new String[] {"TOUCHSTONE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                return named(value);
            }
        }
        return EN;
    }

    /** The language of a tag such as {@code zh}, {@code zh_CN.UTF-8} or {@code en-GB}; English when it is another. */
    static Language named(@Nullable String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
