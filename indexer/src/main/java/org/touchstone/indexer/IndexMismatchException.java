package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Path;

/** An index that this version of the software cannot use. The message ends with the command that mends it. */
public final class IndexMismatchException extends IOException {
    private static final long serialVersionUID = 1;

    IndexMismatchException(Path dir, String what) {
        super("the index in " + dir + " does not fit this version of Touchstone: " + what
                + "; build it again with: touchstone index --marks FILE --into " + dir);
    }
}
