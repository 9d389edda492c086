package org.touchstone.crawler.keep;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchFailure;

/**
 * WARC 1.1 files (ISO 28500:2017), each record a gzip member of its own, a new file when one has grown to the limit.
 * A request and its response are written at once, so that a process that dies leaves whole pairs, but for the last.
 * Thread-safe.
 */
public final class WarcArchive implements Closeable {
    /** Bytes after which a file is followed by another. */
    static final long ROTATED_AT = 1L << 30;

    private static final String SHA = "sha256:";

    private final Path folder;
    private final String name;
    private final Map<String, List<String>> about;
    private final long rotatedAt;
    private int number;
    private @Nullable FileChannel channel;
    private URI info = URI.create("urn:uuid:" + UUID.randomUUID());
    private long length;

    /**
     * Opens the archive of a folder, which is made if need be. New records go to a new file: what an earlier run wrote
     * stays as it is.
     *
     * @param name what file names begin with
     * @param about fields of the {@code warcinfo} records
     */
    public WarcArchive(Path folder, String name, Map<String, List<String>> about) throws IOException {
        this(folder, name, about, ROTATED_AT);
    }

    WarcArchive(Path folder, String name, Map<String, List<String>> about, long rotatedAt) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        this.about = Map.copyOf(about);
        this.rotatedAt = rotatedAt;
        number =
                WarcTail.files(folder).stream().mapToInt(WarcTail::number).max().orElse(0);
    }

    /** Keeps a request and its answer; the place is the answer's. */
    public synchronized WarcPlace add(Exchange exchange) throws IOException {
        FileChannel out = file();
        String payload = digest(exchange.received());
        UUID answered = UUID.randomUUID();
        WarcResponse.Builder response = new WarcResponse.Builder(exchange.address());
        response.recordId(answered)
                .date(exchange.started().truncatedTo(ChronoUnit.MICROS))
                .warcinfoId(info)
                .setHeader("WARC-Payload-Digest", SHA + payload);
        if (exchange.connectedTo() != null) {
            response.ipAddress(exchange.connectedTo());
        }
        if (exchange.cut() != null) {
            response.truncated(
                    exchange.cut() == FetchFailure.TOO_SLOW ? WarcTruncationReason.TIME : WarcTruncationReason.LENGTH);
        }
        byte[] whole = HttpForm.response(exchange);
        response.body(MediaType.HTTP_RESPONSE, whole).setHeader("WARC-Block-Digest", SHA + digest(whole));
        WarcRequest.Builder request = new WarcRequest.Builder(exchange.address());
        byte[] asked = HttpForm.request(exchange);
        request.date(exchange.started().truncatedTo(ChronoUnit.MICROS))
                .warcinfoId(info)
                .concurrentTo(URI.create("urn:uuid:" + answered))
                .body(MediaType.HTTP_REQUEST, asked)
                .setHeader("WARC-Block-Digest", SHA + digest(asked));
        long offset = length;
        append(
                out,
                response.version(MessageVersion.WARC_1_1).build(),
                request.version(MessageVersion.WARC_1_1).build());
        return new WarcPlace(fileName(), offset, payload);
    }

    /**
     * Keeps something that was made rather than received, such as a picture of a page.
     *
     * @param address its own: that of the page would let it be taken for the page
     */
    public synchronized WarcPlace addResource(URI address, Instant at, String type, byte[] content) throws IOException {
        FileChannel out = file();
        String digest = digest(content);
        WarcResource.Builder resource = new WarcResource.Builder(address);
        resource.date(at.truncatedTo(ChronoUnit.MICROS))
                .warcinfoId(info)
                .setHeader("WARC-Payload-Digest", SHA + digest)
                .setHeader("WARC-Block-Digest", SHA + digest)
                .body(MediaType.parse(type), content);
        long offset = length;
        append(out, resource.version(MessageVersion.WARC_1_1).build());
        return new WarcPlace(fileName(), offset, digest);
    }

    /** The file that is written to, and its bytes so far. */
    public synchronized WarcPlace end() {
        return new WarcPlace(channel == null ? "" : fileName(), length, "");
    }

    /** Forces what was written to disk. */
    public synchronized void force() throws IOException {
        if (channel != null) {
            channel.force(false);
        }
    }

    private String fileName() {
        return String.format(Locale.ROOT, "%s-%05d.warc.gz", name, number);
    }

    private FileChannel file() throws IOException {
        FileChannel open = channel;
        if (open != null && length < rotatedAt) {
            return open;
        }
        close();
        number++;
        length = 0;
        open = FileChannel.open(folder.resolve(fileName()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = open;
        UUID id = UUID.randomUUID();
        info = URI.create("urn:uuid:" + id);
        Warcinfo.Builder made = new Warcinfo.Builder();
        made.recordId(id).filename(fileName()).fields(about);
        append(open, made.version(MessageVersion.WARC_1_1).build());
        return open;
    }

    private void append(FileChannel out, WarcRecord... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP);
        for (WarcRecord record : records) {
            writer.write(record);
        }
        writer.close();
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        length += buffer.remaining();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /** In hexadecimal: the padding of base 32 is no token. */
    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            open.force(true);
            open.close();
            channel = null;
        }
    }
}
