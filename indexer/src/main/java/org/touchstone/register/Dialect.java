package org.touchstone.register;

import java.util.Set;
import org.touchstone.record.FieldException;

/** How one format of registers in XML is read. Stateless and thread-safe. */
interface Dialect {
    /** Local name of the elements that are one record each. */
    String record();

    /** Local names of elements within records that say nothing we keep; they are passed over unread. */
    Set<String> skipped();

    /**
     * Reads a record.
     *
     * @param notes told of parts that were left out or mended
     * @throws FieldException when nothing can be made of the record as a whole
     */
    RegisterChange read(Element record, Notes notes) throws FieldException;
}
