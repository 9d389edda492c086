package org.touchstone.table;

import java.io.IOException;

/** A file that cannot be read as a table, or not beyond some place. The message says what was expected and what was found. */
public class TableException extends IOException {
    private static final long serialVersionUID = 1;

    public TableException(String message) {
        super(message);
    }
}
