package org.touchstone.crawler.keep;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
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
    private URI info = urn(UUID.randomUUID());
    private long length;

    /**
     * Opens the archive of a folder, which is made if need be. New records go to a new file: what an earlier run wrote
     * stays as it is.
     *
     * @param name what file names begin with
     * @param last the number of the last file that was written, which may have been deleted since: what named it must not
     *     come to name another; 0 when there was none
     * @param about fields of the {@code warcinfo} records
     */
    public WarcArchive(Path folder, String name, int last, Map<String, List<String>> about) throws IOException {
        this(folder, name, last, about, ROTATED_AT);
    }

    WarcArchive(Path folder, String name, int last, Map<String, List<String>> about, long rotatedAt)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        this.about = Map.copyOf(about);
        this.rotatedAt = rotatedAt;
        number = WarcTail.files(folder).stream().mapToInt(WarcTail::number).reduce(last, Math::max);
    }

    /** Keeps a request and its answer; the place is the answer's. */
    public WarcPlace add(Exchange exchange) throws IOException {
        return add(exchange, null);
    }

    /**
     * Keeps a request and its answer.
     *
     * @param earlier an answer of the same address; where this one says that nothing has changed, or has the very same
     *     payload, only its head is kept, in a {@code revisit} record. Null when there is none
     * @return the place of the answer, or of the earlier one that it repeats
     */
    public synchronized WarcPlace add(Exchange exchange, @Nullable Earlier earlier) throws IOException {
        FileChannel out = file();
        String payload = digest(exchange.received());
        UUID answered = UUID.randomUUID();
        Earlier repeated = repeated(exchange, payload, earlier);
        WarcRecord answer =
                repeated == null ? response(exchange, answered, payload) : revisit(exchange, answered, repeated);
        WarcRequest.Builder request = new WarcRequest.Builder(exchange.address());
        byte[] asked = HttpForm.request(exchange);
        request.date(exchange.started().truncatedTo(ChronoUnit.MICROS))
                .warcinfoId(info)
                .concurrentTo(urn(answered))
                .body(MediaType.HTTP_REQUEST, asked)
                .setHeader("WARC-Block-Digest", SHA + digest(asked));
        long offset = length;
        append(out, answer, request.version(MessageVersion.WARC_1_1).build());
        return repeated != null
                ? repeated.place()
                : new WarcPlace(fileName(), offset, payload, urn(answered).toString());
    }

    /** The earlier answer, if this one is the same. */
    private static @Nullable Earlier repeated(Exchange exchange, String payload, @Nullable Earlier earlier) {
        if (earlier == null) {
            return null;
        }
        boolean whole = exchange.status() == 200 && exchange.cut() == null;
        boolean same = whole && payload.equals(earlier.place().sha256());
        return same || exchange.status() == 304 ? earlier : null;
    }

    private WarcRecord response(Exchange exchange, UUID id, String payload) throws IOException {
        WarcResponse.Builder response = new WarcResponse.Builder(exchange.address());
        response.recordId(id)
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
        return response.version(MessageVersion.WARC_1_1).build();
    }

    /** WARC 1.1, section 6.7, with the two profiles that it defines. */
    private WarcRecord revisit(Exchange exchange, UUID id, Earlier earlier) throws IOException {
        WarcRevisit.Builder revisit = new WarcRevisit.Builder(
                exchange.address(),
                exchange.status() == 304
                        ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
                        : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
        revisit.recordId(id)
                .date(exchange.started().truncatedTo(ChronoUnit.MICROS))
                .warcinfoId(info)
                .refersTo(
                        URI.create(earlier.place().record()),
                        exchange.address(),
                        earlier.at().truncatedTo(ChronoUnit.MICROS));
        if (!earlier.place().sha256().isEmpty()) {
            revisit.setHeader("WARC-Payload-Digest", SHA + earlier.place().sha256());
        }
        if (exchange.connectedTo() != null) {
            revisit.ipAddress(exchange.connectedTo());
        }
        byte[] head = HttpForm.head(exchange);
        revisit.body(MediaType.HTTP_RESPONSE, head).setHeader("WARC-Block-Digest", SHA + digest(head));
        return revisit.version(MessageVersion.WARC_1_1).build();
    }

    /**
     * Keeps something that was made rather than received, such as a picture of a page.
     *
     * @param address its own: that of the page would let it be taken for the page
     */
    public synchronized WarcPlace addResource(URI address, Instant at, String type, byte[] content) throws IOException {
        FileChannel out = file();
        String digest = digest(content);
        UUID id = UUID.randomUUID();
        WarcResource.Builder resource = new WarcResource.Builder(address);
        resource.recordId(id)
                .date(at.truncatedTo(ChronoUnit.MICROS))
                .warcinfoId(info)
                .setHeader("WARC-Payload-Digest", SHA + digest)
                .setHeader("WARC-Block-Digest", SHA + digest)
                .body(MediaType.parse(type), content);
        long offset = length;
        append(out, resource.version(MessageVersion.WARC_1_1).build());
        return new WarcPlace(fileName(), offset, digest, urn(id).toString());
    }

    /**
     * Keeps what is known about a record beyond what was sent.
     *
     * @param of the record spoken of
     * @param fields names and values, in the format {@code application/warc-fields}
     */
    public synchronized void addMetadata(URI address, Instant at, WarcPlace of, Map<String, List<String>> fields)
            throws IOException {
        FileChannel out = file();
        StringBuilder lines = new StringBuilder();
        fields.forEach((name, values) -> values.forEach(value -> lines.append(name)
                .append(": ")
                .append(value.replaceAll("\\p{Cntrl}", " "))
                .append("\r\n")));
        byte[] content = lines.toString().getBytes(StandardCharsets.UTF_8);
        WarcMetadata.Builder metadata = new WarcMetadata.Builder().targetURI(address);
        metadata.date(at.truncatedTo(ChronoUnit.MICROS))
                .warcinfoId(info)
                .setHeader("WARC-Refers-To", "<" + of.record() + ">")
                .setHeader("WARC-Block-Digest", SHA + digest(content))
                .body(MediaType.WARC_FIELDS, content);
        append(out, metadata.version(MessageVersion.WARC_1_1).build());
    }

    private static URI urn(UUID id) {
        return URI.create("urn:uuid:" + id);
    }

    /** The file that is written to, and its bytes so far. */
    public synchronized WarcPlace end() {
        return new WarcPlace(channel == null ? "" : fileName(), length, "", "");
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
        info = urn(id);
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
