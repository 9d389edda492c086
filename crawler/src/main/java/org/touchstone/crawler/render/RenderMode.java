package org.touchstone.crawler.render;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which pages of a crawl are read through a browser. */
public enum RenderMode {
    /** None. */
    NEVER,
    /** Those whose plain HTML gives no offer and shows signs that scripts would make one; see {@link ScriptSigns}. */
    AUTO,
    /** All. */
    ALWAYS;

    /** The name used in plans: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a name; empty when there is none. */
    public static Optional<RenderMode> of(String key) {
        return Arrays.stream(values()).filter(mode -> mode.key().equals(key)).findFirst();
    }
}
