package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of a file, one at a time; those that are no objects have been reported already. */
interface RowSource extends Closeable {
    record Row(long line, ObjectNode object) {}

    /** The next row; null after the last. */
    @Nullable
    Row next() throws IOException;
}
