package org.touchstone.page;

import java.util.Locale;
import java.util.Optional;

/** The languages that pages are written in. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh-CN");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** The language that a tag such as {@code zh}, {@code zh_CN.UTF-8} or {@code en-GB} means; absent for another one. */
    public static Optional<Language> of(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("zh") || lower.startsWith("zh-") || lower.startsWith("zh_") || lower.equals("chinese")) {
            return Optional.of(CHINESE);
        }
        boolean english = lower.equals("en") || lower.startsWith("en-") || lower.startsWith("en_");
        return english || lower.equals("english") ? Optional.of(ENGLISH) : Optional.empty();
    }

    /** The first known language of an {@code Accept-Language} header by its weights; English when there is none. */
    public static Language accepted(String header) {
        Language best = ENGLISH;
        double weight = 0;
        for (String part : header.split(",", 50)) {
            String[] pieces = part.split(";", 2);
            Optional<Language> language = of(pieces[0]);
            double q = pieces.length == 1 ? 1 : weight(pieces[1]);
            if (language.isPresent() && q > weight) {
                best = language.get();
                weight = q;
            }
        }
        return best;
    }

    private static double weight(String parameter) {
        String value = parameter.strip();
        return value.matches("q=[01](\\.\\d{0,3})?") ? Double.parseDouble(value.substring(2)) : 0;
    }
}
