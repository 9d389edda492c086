package org.touchstone.crawler.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.record.AtomicFile;

/** Keeps segments and stills of a crawl under the digests of their bytes. */
final class SegmentFolder {
    /** Digits of a digest in a name, as for images: 128 bits. */
    private static final int DIGITS = 32;

    private final Path folder;

    SegmentFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a segment.
     *
     * @return path relative to the folder; empty when these bytes are there already
     */
    Optional<String> keepSegment(byte[] bytes, Container container) throws IOException {
        return keep("live", bytes, container.extension());
    }

    /** Keeps a still as a JPEG beside the images of pages; its path relative to the folder. */
    String keepStill(byte[] jpeg) throws IOException {
        String path = path("images", jpeg, "jpg");
        keep("images", jpeg, "jpg");
        return path;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    private Optional<String> keep(String subfolder, byte[] bytes, String extension) throws IOException {
        String path = path(subfolder, bytes, extension);
        Path file = folder.resolve(path);
        if (Files.exists(file)) {
            return Optional.empty();
        }
        AtomicFile.write(file, bytes);
        return Optional.of(path);
    }

    private static String path(String subfolder, byte[] bytes, String extension) {
        return subfolder + "/" + ContentDigest.of(bytes).substring(0, DIGITS) + "." + extension;
    }
}
