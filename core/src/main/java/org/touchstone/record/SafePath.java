package org.touchstone.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths that a file names, kept within that file's folder. */
public final class SafePath {
    private SafePath() {}

    /**
     * The file that a relative path means.
     *
     * @throws FieldException when the path leaves the folder, by its letters or through a link, or names no file
     */
    public static Path within(Path folder, String field, String path) throws FieldException {
        if (path.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
            throw new FieldException(
                    field, "expected a file beside the list, found the address '" + path + "'; crawl it first");
        }
        Path base = folder.toAbsolutePath().normalize();
        Path file;
        try {
            file = base.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new FieldException(field, "expected a path, found '" + path + "'");
        }
        if (!file.startsWith(base)) {
            throw new FieldException(field, "expected a path within its folder, found '" + path + "'");
        }
        if (!Files.isRegularFile(file)) {
            throw new FieldException(field, "no such file: '" + path + "'");
        }
        try {
            if (!file.toRealPath().startsWith(base.toRealPath())) {
                throw new FieldException(
                        field, "expected a path within its folder, found a link out of it: '" + path + "'");
            }
        } catch (IOException e) {
            throw new FieldException(field, "cannot be read: '" + path + "'");
        }
        return file;
    }
}
