package org.touchstone.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there whole or not at all: written beside its place as {@code NAME.part}, forced to disk, then renamed.
 * Closing without {@link #commit} leaves what stood there before. A link is followed and stays; what is no file, such as
 * {@code /dev/null}, is refused, as the renaming would put a file in its place. Not thread-safe.
 */
public final class AtomicFile implements Closeable {
    private final Path target;
    private final Path folder;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean done;

    private AtomicFile(Path target) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            String found = Files.isDirectory(target) ? "a folder" : "a device or pipe";
            throw new IOException("expected the name of a file to write, found " + found + ": " + target);
        }
        this.target =
                (Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target).toAbsolutePath();
        Path parent = this.target.getParent();
        if (parent == null) {
            throw new IOException("expected a file, found the root folder: " + target);
        }
        folder = parent;
        Files.createDirectories(folder);
        part = this.target.resolveSibling(this.target.getFileName() + ".part");
        channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Starts a file; missing folders are made. */
    public static AtomicFile create(Path target) throws IOException {
        return new AtomicFile(target);
    }

    /** Writes a whole file at once. */
    public static void write(Path target, byte[] content) throws IOException {
        try (AtomicFile file = create(target)) {
            file.stream().write(content);
            file.commit();
        }
    }

    /** Where to write. Buffered; closing it is not needed. */
    public OutputStream stream() {
        return stream;
    }

    /** Makes what was written the file. */
    public void commit() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        done = true;
        forceFolder(folder);
    }

    /** Forces a folder's entries to disk, where the system can. */
    public static void forceFolder(Path folder) {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; there the rename itself is all that can be had.
        }
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            channel.close();
            Files.deleteIfExists(part);
        }
    }
}
