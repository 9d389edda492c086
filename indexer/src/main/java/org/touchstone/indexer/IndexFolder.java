package org.touchstone.indexer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.touchstone.record.AtomicFile;

/**
 * The folder of an index: builds side by side, {@code build-1}, {@code build-2} and so on, and the file {@code current}
 * that names the one in force. A new build becomes the index by the renaming of {@code current}, so that a process
 * killed at any moment leaves the old index or the new one. An open IndexFolder holds the lock that keeps a second
 * writer out, and the system drops the lock of a killed process.
 */
final class IndexFolder implements Closeable {
    private static final String CURRENT = "current";
    private static final String LOCK = "write.lock";
    private static final Pattern BUILD = Pattern.compile("build-(\\d{1,9})");

    private final Path dir;
    private final FileChannel channel;
    private final FileLock lock;

    private IndexFolder(Path dir, FileChannel channel, FileLock lock) {
        this.dir = dir;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * The build in force.
     *
     * @throws NoIndexException when the folder holds no index
     * @throws IndexMismatchException when {@code current} does not name a build
     */
    static Path current(Path dir) throws IOException {
        Optional<Path> current = find(dir);
        if (current.isEmpty()) {
            throw new NoIndexException(dir);
        }
        return current.get();
    }

    /** What {@code current} says, be it damaged; empty when it is not there. */
    static byte[] said(Path dir) throws IOException {
        try {
            return Files.readAllBytes(dir.resolve(CURRENT));
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    /** The build in force, if there is one. */
    static Optional<Path> find(Path dir) throws IOException {
        String name;
        try {
            name = Files.readString(dir.resolve(CURRENT), StandardCharsets.ISO_8859_1)
                    .strip();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (!BUILD.matcher(name).matches() || !Files.isDirectory(dir.resolve(name))) {
            String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
            throw new IndexMismatchException(dir, "expected '" + CURRENT + "' to name a build, found '" + shown + "'");
        }
        return Optional.of(dir.resolve(name));
    }

    /**
     * Locks the folder for writing, making it where it is missing.
     *
     * @throws IOException when another writer holds it, or when it holds files that are no index's
     */
    static IndexFolder lock(Path dir) throws IOException {
        if (Files.exists(dir) && !Files.isDirectory(dir)) {
            throw new IOException(
                    "expected a folder for the index, found a file: " + dir + "; name another folder after --into");
        }
        Files.createDirectories(dir);
        for (Path entry : entries(dir)) {
            String name = entry.getFileName().toString();
            if (!name.startsWith(CURRENT)
                    && !name.equals(LOCK)
                    && !BUILD.matcher(name).matches()) {
                throw new IOException("expected an empty folder or an index, found '" + name + "' in " + dir
                        + "; name another folder after --into");
            }
        }
        FileChannel channel = FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new IndexFolder(dir, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // held within this process; said below
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException("another process is writing the index in " + dir + "; try again when it is done");
    }

    /** Removes what killed builds left, and makes the folder of a new build. */
    Path begin() throws IOException {
        sweep();
        int last = 0;
        for (Path entry : entries(dir)) {
            var name = BUILD.matcher(entry.getFileName().toString());
            if (name.matches()) {
                last = Math.max(last, Integer.parseInt(name.group(1)));
            }
        }
        return Files.createDirectory(dir.resolve("build-" + (last + 1)));
    }

    /** Makes a finished build, whose files are on disk, the index; the one before is removed. */
    void swapIn(Path build) throws IOException {
        AtomicFile.forceFolder(build);
        AtomicFile.forceFolder(dir);
        AtomicFile.write(dir.resolve(CURRENT), (build.getFileName() + "\n").getBytes(StandardCharsets.ISO_8859_1));
        sweep();
    }

    /** Removes a build that came to nothing. */
    void abandon(Path build) throws IOException {
        delete(build);
    }

    /**
     * Removes all builds but the one in force. A folder that a reader keeps from being removed stays for the next time.
     */
    private void sweep() throws IOException {
        Optional<Path> current;
        try {
            current = find(dir);
        } catch (IndexMismatchException e) {
            current = Optional.empty(); // damaged: nothing is in force
        }
        for (Path entry : entries(dir)) {
            boolean build = BUILD.matcher(entry.getFileName().toString()).matches();
            if (build && !entry.equals(current.orElse(null))) {
                delete(entry);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = new ArrayList<>(walk.toList());
        } catch (NoSuchFileException e) {
            return;
        }
        paths.sort(Comparator.reverseOrder());
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (DirectoryNotEmptyException | AccessDeniedException e) {
                return; // open elsewhere, on systems that keep open files
            }
        }
    }

    private static List<Path> entries(Path dir) throws IOException {
        try (Stream<Path> list = Files.list(dir)) {
            return list.toList();
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
