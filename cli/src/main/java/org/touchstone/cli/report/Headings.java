package org.touchstone.cli.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.touchstone.page.Language;
import org.touchstone.page.Phrases;

/** Words at the heads of columns and lines: in one language, or in both when none is asked for. */
final class Headings {
    private final @Nullable Locale locale;

    Headings(@Nullable Locale locale) {
        this.locale = locale;
    }

    String get(String key) {
        if (locale != null) {
            return Phrases.in(Language.of(locale.toLanguageTag()).orElse(Language.ENGLISH))
                    .get(key);
        }
        String english = Phrases.in(Language.ENGLISH).get(key);
        String chinese = Phrases.in(Language.CHINESE).get(key);
        return english.equals(chinese) ? english : english + " " + chinese;
    }
}
