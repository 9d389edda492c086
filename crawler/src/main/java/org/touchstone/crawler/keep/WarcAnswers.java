package org.touchstone.crawler.keep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.touchstone.crawler.fetch.Validators;
import org.touchstone.crawler.fetch.WebAddress;

/** Reads answers back from WARC files, others' files too. Thread-safe. */
public final class WarcAnswers {
    /** Bytes of a body, unpacked, beyond which it is cut off. */
    public static final int MOST = 32 << 20;

    /** What the addresses of pages as rendered begin with; their pages' own follow. */
    public static final String RENDERED = "rendered:";

    /** Is told of each answer, in the file's order. */
    @FunctionalInterface
    public interface Visitor {
        void answer(KeptAnswer answer) throws IOException;

        /** Is told of a page as it stood in a browser, with the address of the page. */
        default void rendered(KeptAnswer made) throws IOException {}

        /** Is told of what else {@link WarcArchive#addResource} kept. */
        default void resource(URI address, Instant at, byte[] content) throws IOException {}
    }

    private WarcAnswers() {}

    /**
     * The answer that lies at a place; empty when there is none.
     *
     * @throws IOException when what lies there is no record, or torn
     */
    public static Optional<KeptAnswer> at(Path file, long offset) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(offset);
            try (WarcReader reader = new WarcReader(channel)) {
                WarcRecord record = reader.next().orElse(null);
                return Optional.ofNullable(
                        record == null
                                ? null
                                : record instanceof WarcResource made
                                        ? rendered(name, offset, made)
                                        : answer(name, offset, record));
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        "expected a WARC record in " + file + " at " + offset + ", found other content: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /**
     * Reads a file from a record on.
     *
     * @throws IOException when it is no WARC file, or torn; what stands before is told all the same
     */
    public static void forEach(Path file, long from, Visitor visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (from >= channel.size()) {
                return;
            }
            channel.position(from);
            String name = String.valueOf(file.getFileName());
            try (WarcReader reader = new WarcReader(channel)) {
                Optional<WarcRecord> record;
                while ((record = reader.next()).isPresent()) {
                    if (record.get() instanceof WarcResource resource) {
                        made(name, reader.position(), resource, visitor);
                        continue;
                    }
                    KeptAnswer answer = answer(name, reader.position(), record.get());
                    if (answer != null) {
                        visitor.answer(answer);
                    }
                }
            } catch (ParsingException e) { // whose message draws the bytes
                throw new IOException("expected WARC records in " + file + ", found other content", e);
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        "expected WARC records in " + file + ", found other content: " + e.getMessage(), e);
            }
        }
    }

    private static void made(String file, long offset, WarcResource record, Visitor visitor) throws IOException {
        KeptAnswer page = rendered(file, offset, record);
        if (page == null) {
            visitor.resource(record.targetURI(), record.date(), limited(record.body().stream()));
        } else {
            visitor.rendered(page);
        }
    }

    /** A page as it stood in a browser; null for what else was made. */
    private static @Nullable KeptAnswer rendered(String file, long offset, WarcResource record) throws IOException {
        String target = record.target();
        URI page = target.startsWith(RENDERED)
                ? WebAddress.parse(target.substring(RENDERED.length())).orElse(null)
                : null;
        if (page == null) {
            return null;
        }
        return new KeptAnswer(
                page,
                record.date(),
                200,
                record.contentType().toString(),
                "",
                Validators.NONE,
                "",
                limited(record.body().stream()),
                new WarcPlace(file, offset, digest(record), record.id().toString()));
    }

    private static String digest(WarcCaptureRecord record) {
        return record.payloadDigest()
                .filter(d -> d.algorithm().equalsIgnoreCase("sha256"))
                .map(d -> d.hex().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static @Nullable KeptAnswer answer(String file, long offset, WarcRecord record) throws IOException {
        HttpResponse http;
        int status;
        if (record instanceof WarcRevisit revisit) {
            http = revisit.http();
            status = 304;
        } else if (record instanceof WarcResponse response
                // What was cut off at a limit was not read when it came, and is not read later.
                && response.truncated() == WarcTruncationReason.NOT_TRUNCATED) {
            http = response.http();
            status = http.status();
        } else {
            return null;
        }
        WarcCaptureRecord capture = (WarcCaptureRecord) record;
        URI address = WebAddress.parse(capture.target()).orElse(null);
        if (address == null) {
            return null;
        }
        return new KeptAnswer(
                address,
                capture.date(),
                status,
                header(http, "Content-Type"),
                header(http, "Location"),
                new Validators(header(http, "ETag"), header(http, "Last-Modified")),
                header(http, "Content-Range"),
                status == 304 ? new byte[0] : body(http),
                new WarcPlace(file, offset, digest(capture), capture.id().toString()));
    }

    private static String header(HttpResponse http, String name) {
        return http.headers().first(name).orElse("");
    }

    private static byte[] body(HttpResponse http) throws IOException {
        byte[] raw = limited(http.body().stream());
        String encoding =
                http.headers().first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
            return raw;
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            return limited(unpacked);
        } catch (IOException e) {
            return raw; // not packed after all
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        int n;
        while (out.size() < MOST && (n = in.read(buffer, 0, Math.min(buffer.length, MOST - out.size()))) > 0) {
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }
}
