package org.touchstone.matcher.search;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** In which way signs are alike. */
public enum Way {
    /** The same letters or characters, whatever their case, width, accents and punctuation. */
    EXACT,
    /** Other letters or characters that are heard the same, or nearly. */
    SOUNDS,
    /** Other letters or characters that are taken for them at a glance. */
    LOOKS,
    /** One or two letters or characters wrong, missing or too many. */
    NEAR,
    /** One stands within the other. */
    CONTAINS;

    /** All ways. */
    public static final Set<Way> ALL = Set.copyOf(EnumSet.allOf(Way.class));

    /** The name used in files and on the command line: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
