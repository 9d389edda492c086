package org.touchstone.crawler;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of a crawl, claimed so that one crawl at a time writes there, and none over what something else left. The claim
 * goes with the process, however it ends; its empty file stays. Thread-safe.
 */
final class FolderClaim implements AutoCloseable {
    private static final String LOCK = "crawl.lock";

    private final FileChannel channel;

    private FolderClaim(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Claims a folder, which is made where there is none.
     *
     * @throws IOException when another crawl is at work there, or there are listings that no crawl has written
     */
    static FolderClaim of(Path folder) throws IOException {
        Path listings = folder.resolve("listings.jsonl");
        if (!isCrawl(folder) && Files.exists(listings) && Files.size(listings) > 0) {
            throw new IOException("expected a new folder or that of a crawl, found in " + folder
                    + " listings that no crawl has left; name another folder");
        }
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderClaim(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held within this process; said below
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException(
                "another crawl is at work in " + folder + "; wait until it is done, or name another folder");
    }

    /** Whether a crawl has left its state in a folder. */
    static boolean isCrawl(Path folder) {
        return Files.exists(folder.resolve("crawl.db"));
    }

    /** Gives the folder back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
