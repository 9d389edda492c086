package org.touchstone.record;

import java.nio.file.Path;

/**
 * A value and where it was read.
 *
 * @param value what was read
 * @param source the file
 * @param folder against which the value's relative paths are resolved
 * @param line first line of the record, from 1; 0 where the source has no lines
 */
public record Located<T>(T value, String source, Path folder, long line) {
    /** A rejection of a part of this value. */
    public Rejection reject(String field, String reason, String excerpt) {
        return new Rejection(source, line, field, reason, excerpt);
    }
}
