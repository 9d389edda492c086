package org.touchstone.crawler;

import java.util.Locale;

/** Why a crawl ended; exactly one. */
public enum StopReason {
    /** Everything within the plan was visited. */
    DONE,
    /** The limit on pages was reached. */
    PAGES,
    /** The limit on bytes was reached. */
    BYTES,
    /** The limit on time was reached. */
    DURATION,
    /** Somebody stopped it. */
    STOPPED;

    /** The name used in files: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
