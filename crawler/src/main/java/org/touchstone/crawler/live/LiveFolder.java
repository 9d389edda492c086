package org.touchstone.crawler.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.fetch.ByteRange;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.record.AtomicFile;

/** Reads segments from a crawl's WARC files, which alone keep them, and keeps stills beside its images. Thread-safe. */
final class LiveFolder {
    /** Digits of a digest in a name, as for images: 128 bits. */
    private static final int DIGITS = 32;

    private final Path archives;
    private final @Nullable Path into;

    /**
     * @param archives the folder of the WARC files
     * @param into the folder in which {@code images/} is; null when no stills are wanted
     */
    LiveFolder(Path archives, @Nullable Path into) {
        this.archives = archives;
        this.into = into;
    }

    /**
     * The bytes of a segment, its header before them.
     *
     * @throws IOException when they are not in the archive as they were
     */
    byte[] read(Footage footage) throws IOException {
        byte[] body = read(footage.body());
        if (footage.header().isEmpty()) {
            return body;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(read(footage.header().get()));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private byte[] read(Footage.Piece piece) throws IOException {
        Path file = archives.resolve(piece.place().file());
        String where = file + " at " + piece.place().offset();
        Optional<KeptAnswer> answer = WarcAnswers.at(file, piece.place().offset());
        if (answer.isEmpty()
                || !answer.get().place().sha256().equals(piece.place().sha256())) {
            throw new IOException(where + ": expected an answer with SHA-256 "
                    + piece.place().sha256() + ", found "
                    + answer.map(a -> "'" + a.place().sha256() + "'").orElse("none"));
        }
        byte[] body = answer.get().body();
        Optional<ByteRange> range = piece.range();
        if (range.isPresent() && range.get().end() > body.length) {
            throw new IOException(where + ": expected at least " + range.get().end() + " bytes, found " + body.length);
        }
        return range.isPresent() ? range.get().of(body) : body;
    }

    boolean keepsStills() {
        return into != null;
    }

    /** Keeps a still as a JPEG beside the images of pages; its path relative to the folder. */
    String keepStill(byte[] jpeg) throws IOException {
        String path = "images/" + ContentDigest.of(jpeg).substring(0, DIGITS) + ".jpg";
        Path file = Objects.requireNonNull(into, "stills are not wanted").resolve(path);
        if (!Files.exists(file)) {
            AtomicFile.write(file, jpeg);
        }
        return path;
    }
}
