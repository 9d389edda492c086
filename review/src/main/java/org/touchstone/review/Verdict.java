package org.touchstone.review;

import java.util.Locale;
import java.util.Optional;

/** What a person decides about a hit. */
public enum Verdict {
    INFRINGING,
    COUNTERFEIT,
    AUTHORISED,
    UNRELATED,
    UNSURE;

    /** The name used in files, addresses and the store: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict of a name; absent for another word. */
    public static Optional<Verdict> of(String key) {
        for (Verdict verdict : values()) {
            if (verdict.key().equals(key)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
