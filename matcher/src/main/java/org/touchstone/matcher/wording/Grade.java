package org.touchstone.matcher.wording;

import java.util.Locale;

/** How much words say by themselves. */
enum Grade {
    /** They can hardly mean anything else. */
    OPEN,
    /** They seldom mean anything else. */
    STRONG,
    /** They often mean something else, and count only when something beside them supports it. */
    AMBIGUOUS;

    static Grade of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As notes say it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
