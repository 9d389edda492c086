package org.touchstone.indexer;

import java.io.IOException;
import java.nio.file.Path;

/** An index that this version of the software cannot use. The message ends with the command that mends it. */
public final class IndexMismatchException extends IOException {
    private static final long serialVersionUID = 1;

    IndexMismatchException(Path dir, String what) {
        this("the index in " + dir + " does not fit this version of Touchstone: " + what + "; build it again with: "
                + command(dir));
    }

    private IndexMismatchException(String message) {
        super(message);
    }

    /** Of an index whose images were seen by another model than the one in use. */
    static IndexMismatchException ofModels(Path dir, String inUse, String found) {
        return new IndexMismatchException("the index in " + dir + " was made with the image model '" + found
                + "', and '" + inUse + "' is in use: name the folder of the former with --models, or build the index"
                + " again, with the same --models as here if any: " + command(dir));
    }

    /** Of an index that is to be updated with images and was made without, or the other way round. */
    static IndexMismatchException ofImages(Path dir, boolean without) {
        return new IndexMismatchException(
                without
                        ? "the index in " + dir + " was made with --no-images: say so here as well, or build the index"
                                + " again with images: " + command(dir)
                        : "the index in " + dir + " was made with images: leave out --no-images here, or build the"
                                + " index again without images: " + command(dir) + " --no-images");
    }

    private static String command(Path dir) {
        return "touchstone index --marks FILE --into " + dir;
    }
}
