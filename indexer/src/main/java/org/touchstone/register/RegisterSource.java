package org.touchstone.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.touchstone.table.Content;

/**
 * Bytes that may be a register: a file, or an entry of an archive.
 *
 * @param name as rejections call it: the file, with the entry behind an exclamation mark
 * @param folder against which relative paths of images are resolved
 * @param file where the bytes lie on disk as they are; null for an entry
 * @param packed how many bytes of a file on disk the bytes came from
 */
record RegisterSource(
        String name, Path folder, Content content, @Nullable Path file, double packed) {
    static RegisterSource of(Path file) throws IOException {
        Path whole = file.toAbsolutePath();
        Path parent = whole.getParent();
        return new RegisterSource(
                file.toString(),
                parent == null ? whole : parent,
                () -> Files.newInputStream(file),
                file,
                Files.size(file));
    }
}
