package org.touchstone.mark;

import java.util.Locale;

/** What a mark consists of (the mark feature of WIPO ST.96). */
public enum MarkFeature {
    WORD,
    FIGURATIVE,
    COMBINED,
    SHAPE,
    COLOUR,
    SOUND,
    POSITION,
    PATTERN,
    MOTION,
    HOLOGRAM,
    OTHER;

    /** The name used in files: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
