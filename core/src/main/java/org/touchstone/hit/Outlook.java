package org.touchstone.hit;

import java.util.Locale;

/** What a hit looks like to the machine. Only a person decides. */
public enum Outlook {
    COUNTERFEIT,
    INFRINGEMENT,
    LAWFUL_USE,
    UNCLEAR;

    /** The name used in files: lower case, words joined by a hyphen. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
