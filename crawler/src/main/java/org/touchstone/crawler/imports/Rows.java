package org.touchstone.crawler.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records of one sheet or file, one at a time. Not thread-safe. */
interface Rows extends Closeable {
    /** The sheet's name; empty for a file that has no sheets. */
    String sheet();

    /** The next record; null after the last. Records that cannot be read have been rejected. */
    @Nullable
    Row next() throws IOException;
}
