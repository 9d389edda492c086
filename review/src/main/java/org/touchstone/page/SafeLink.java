package org.touchstone.page;

import java.util.Locale;
import java.util.Optional;

/** Addresses that may become links: http and https, with nothing in them that a reader cannot see. */
public final class SafeLink {
    private static final int LONGEST = 2048;

    private SafeLink() {}

    /** The address to link to; absent when it is to be shown as text alone. */
    public static Optional<String> of(String address) {
        String stripped = address.strip();
        String lower = stripped.toLowerCase(Locale.ROOT);
        boolean web = lower.startsWith("https://") || lower.startsWith("http://");
        if (!web || stripped.length() > LONGEST || stripped.length() < 11) {
            return Optional.empty();
        }
        for (int i = 0; i < stripped.length(); ) {
            int c = stripped.codePointAt(i);
            if (c <= ' '
                    || c == '\\'
                    || c == '"'
                    || c == '<'
                    || c == '>'
                    || Character.isSpaceChar(c)
                    || Invisible.is(c, 'a')) {
                return Optional.empty();
            }
            i += Character.charCount(c);
        }
        return Optional.of(stripped);
    }
}
