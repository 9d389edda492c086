package org.touchstone.indexer;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A folder that holds no index, or is not there. The file of the exception is the folder. */
public final class NoIndexException extends NoSuchFileException {
    private static final long serialVersionUID = 1;

    NoIndexException(Path dir) {
        super(dir.toString(), null, "holds no index; build one with: touchstone index --marks FILE --into " + dir);
    }
}
