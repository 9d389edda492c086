package org.touchstone.crawler.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.PageText;

/**
 * The charset of a text file, however long: a byte order mark, UTF-8 if all of it is, else GB18030 if all of it is, else what
 * its lines look like.
 *
 * @param charset in which to read the file
 * @param damaged whether some of its bytes mean nothing in it
 */
record FileText(Charset charset, boolean damaged) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 64 << 10;

    /**
     * Reads the file once.
     *
     * @param stated the charset that somebody said it has, null when nobody did
     */
    static FileText of(Path file, @Nullable Charset stated) throws IOException {
        byte[] head = head(file);
        Charset marked = marked(head);
        if (marked != null) {
            return new FileText(marked, false);
        }
        if (stated != null) {
            return new FileText(stated, wrong(file, stated).length > 0);
        }
        byte[] odd = wrong(file, StandardCharsets.UTF_8);
        if (odd.length == 0) {
            return new FileText(StandardCharsets.UTF_8, false);
        }
        if (wrong(file, GB18030).length == 0) {
            return new FileText(GB18030, false);
        }
        return new FileText(PageText.decode(odd, "").charset(), true);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static @Nullable Charset marked(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && (b[0] == (byte) 0xff && b[1] == (byte) 0xfe || b[0] == (byte) 0xfe && b[1] == (byte) 0xff)) {
            return StandardCharsets.UTF_16;
        }
        return null;
    }

    /** Bytes from about the first place that means nothing in a charset; none when all mean something. */
    private static byte[] wrong(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(1 << 16);
        byte[] buffer = new byte[1 << 16];
        ByteBuffer bytes = ByteBuffer.wrap(buffer);
        try (InputStream in = Files.newInputStream(file)) {
            boolean ended = false;
            int kept = 0;
            while (!ended) {
                int n = in.readNBytes(buffer, kept, buffer.length - kept);
                ended = n < buffer.length - kept;
                bytes.position(0).limit(kept + n);
                CoderResult result;
                do {
                    out.clear();
                    result = decoder.decode(bytes, out, ended);
                } while (result.isOverflow());
                if (result.isError()) {
                    return around(buffer, bytes.position(), kept + n, in);
                }
                kept = bytes.remaining();
                System.arraycopy(buffer, bytes.position(), buffer, 0, kept);
            }
        }
        return new byte[0];
    }

    private static byte[] around(byte[] buffer, int at, int length, InputStream more) throws IOException {
        int from = at;
        while (from > 0 && buffer[from - 1] != '\n') {
            from--;
        }
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        sample.writeBytes(Arrays.copyOfRange(buffer, from, length));
        sample.writeBytes(more.readNBytes(SAMPLE));
        return sample.toByteArray();
    }
}
