package org.touchstone.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts that the command says, in one language. Placeholders are those of {@link java.util.Formatter}. Thread-safe.
 */
final class Messages {
    private static final String BUNDLE = "org.touchstone.cli.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Messages in(Language language) {
        return new Messages(language.locale());
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The text of a key with its placeholders filled; numbers are grouped as people read them. */
    String text(String key, Object... arguments) {
        return String.format(locale, bundle.getString(key), arguments);
    }
}
