package org.touchstone.record;

/** A field that is missing or cannot be read. The message says what was expected and what was found. */
public final class FieldException extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    public FieldException(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    /** The field's name, with its parents joined by dots; empty when the whole record is at fault. */
    public String field() {
        return field;
    }

    /** What was expected and what was found. */
    public String reason() {
        return reason;
    }
}
