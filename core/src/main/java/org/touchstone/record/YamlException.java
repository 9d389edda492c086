package org.touchstone.record;

import java.io.IOException;
import java.nio.file.Path;

/** Something in a YAML file that should be otherwise. The message names file, line and key, what was expected and what was found. */
public final class YamlException extends IOException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String field;
    private final String reason;

    /**
     * @param line from 1; 0 when the whole file is meant
     * @param field the key at fault with its parents, empty when none is
     * @param reason what was expected and what was found
     */
    public YamlException(Path file, int line, String field, String reason) {
        super(new Rejection(file.toString(), line, field, reason, "").toString());
        this.file = file.toString();
        this.line = line;
        this.field = field;
        this.reason = reason;
    }

    /** The same as a rejection, for a run that goes on. */
    public Rejection rejection(String excerpt) {
        return new Rejection(file, line, field, reason, excerpt);
    }
}
