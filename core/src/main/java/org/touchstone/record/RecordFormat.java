package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * How a kind of record stands in a file. Stateless and thread-safe.
 *
 * @param <T> what a record becomes
 */
public interface RecordFormat<T> {
    /** Reads a record. */
    T read(Fields fields) throws FieldException;

    /** Writes a record; what is empty is left out. */
    ObjectNode write(T value);

    /** The fields whose CSV cells hold several values, separated by {@code |}. */
    Set<String> lists();

    /** The columns of which a CSV file must have one, each a set of alternatives. */
    Set<Set<String>> needs();
}
