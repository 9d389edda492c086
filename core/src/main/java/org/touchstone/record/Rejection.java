package org.touchstone.record;

/**
 * A record, or a part of one, that was set aside: where it stood and why.
 *
 * @param source the file, as the user named it
 * @param line first line of the record, from 1; 0 when the whole file is meant
 * @param field the field at fault, empty when the whole record is
 * @param reason what was expected, what was found, what to do
 * @param excerpt the start of the record, so that a person finds it again; at most {@value #EXCERPT} characters
 */
public record Rejection(String source, long line, String field, String reason, String excerpt) {
    static final int EXCERPT = 200;

    public Rejection {
        excerpt = excerpt.length() > EXCERPT ? excerpt.substring(0, EXCERPT) + "…" : excerpt;
    }

    /** A rejection of a whole file. */
    public static Rejection ofFile(String source, String reason) {
        return new Rejection(source, 0, "", reason, "");
    }

    /** {@code file:line: field: reason}, for people. */
    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + reason;
    }
}
