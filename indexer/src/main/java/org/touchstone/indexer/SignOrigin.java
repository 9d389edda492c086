package org.touchstone.indexer;

import java.util.Locale;

/** The field of a mark that a sign comes from. */
public enum SignOrigin {
    TEXT,
    TRANSLITERATION,
    TRANSLATION,
    ALIAS,
    /** A word of the text that may stand for all of it. */
    ELEMENT;

    /** The name used in evidence: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
