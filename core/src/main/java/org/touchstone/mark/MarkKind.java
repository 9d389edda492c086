package org.touchstone.mark;

import java.util.Locale;

/** In what capacity a mark is registered. */
public enum MarkKind {
    INDIVIDUAL,
    COLLECTIVE,
    CERTIFICATION,
    GEOGRAPHICAL_INDICATION;

    /** The name used in files: lower case, words joined by a hyphen. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
