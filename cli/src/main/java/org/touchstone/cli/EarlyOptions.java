package org.touchstone.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The options that must be known before the others are read, because they decide how help speaks and where defaults come
 * from.
 *
 * @param language null when the environment decides
 * @param config the file of defaults, null for the usual place
 * @param plain no colour
 */
record EarlyOptions(@Nullable Language language, @Nullable Path config, boolean plain) {
    static EarlyOptions of(String... arguments) {
        String language = value("--lang", arguments);
        String config = value("--config", arguments);
        boolean plain = false;
        for (String argument : arguments) {
            plain |= argument.equals("--no-color");
        }
        return new EarlyOptions(
                language == null ? null : Language.named(language), config == null ? null : Path.of(config), plain);
    }

    private static @Nullable String value(String option, String... arguments) {
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith(option + "=")) {
                return arguments[i].substring(option.length() + 1);
            }
            if (arguments[i].equals(option) && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return null;
    }
}
