package org.touchstone.crawler.live;

import java.io.IOException;

/** A playlist that cannot be used; its message says what was expected, what was found and in which line. */
public final class PlaylistException extends IOException {
    private static final long serialVersionUID = 1;

    PlaylistException(int line, String expected, String found) {
        super("line " + line + ": expected " + expected + ", found " + quote(found));
    }

    /** One short line, whatever the playlist held. */
    private static String quote(String found) {
        String plain = found.replaceAll("\\p{Cntrl}", "?");
        return "'" + (plain.length() > 80 ? plain.substring(0, 80) + "…" : plain) + "'";
    }
}
