package org.touchstone.register;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.record.AtomicFile;

/** The folder into which pictures are put that lie within a register's file, each named by its content. Thread-safe. */
final class Pictures implements Closeable {
    private final @Nullable Path kept;
    private @Nullable Path temporary;

    /** @param kept null for one that goes when this is closed */
    Pictures(@Nullable Path kept) {
        this.kept = kept;
    }

    synchronized Path folder() throws IOException {
        if (kept != null) {
            return kept;
        }
        Path made = temporary;
        if (made == null) {
            made = Files.createTempDirectory("touchstone");
            temporary = made;
        }
        return made;
    }

    /** Puts a picture in, and gives its path within the folder. */
    String put(byte[] picture, String ending) throws IOException {
        String name;
        try {
            name = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture)) + ending;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        Path file = folder().resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(folder());
            AtomicFile.write(file, picture);
        }
        return name;
    }

    @Override
    public synchronized void close() throws IOException {
        if (temporary != null) {
            try (Stream<Path> files = Files.list(temporary)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(temporary);
            temporary = null;
        }
    }
}
