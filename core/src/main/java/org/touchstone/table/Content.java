package org.touchstone.table;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, or of an entry of an archive, which may be read more than once. */
@FunctionalInterface
public interface Content {
    /** Begins at the first byte; to be closed by the caller. */
    InputStream open() throws IOException;
}
