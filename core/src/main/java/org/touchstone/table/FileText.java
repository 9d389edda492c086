package org.touchstone.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a text file, however long: what a byte order mark says, else UTF-8 if all of it is, or nearly, else GB18030 in the
 * same way, else what it looks like.
 *
 * @param charset in which to read the file
 * @param damaged whether some of its bytes mean nothing in it
 */
public record FileText(Charset charset, boolean damaged) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;

    /**
     * Reads the file once.
     *
     * @param stated the charset that somebody said it has, null when nobody did
     * @param guess what bytes look like that are neither UTF-8 nor GB 18030
     */
    public static FileText of(Content content, @Nullable Charset stated, Function<byte[], Charset> guess)
            throws IOException {
        byte[] head = head(content);
        Charset marked = marked(head);
        if (marked != null) {
            return new FileText(marked, false);
        }
        if (stated != null) {
            return new FileText(stated, faults(content, stated).count > 0);
        }
        Faults utf8 = faults(content, StandardCharsets.UTF_8);
        if (utf8.areFew()) {
            return new FileText(StandardCharsets.UTF_8, utf8.count > 0);
        }
        Faults chinese = faults(content, GB18030);
        if (chinese.areFew()) {
            return new FileText(GB18030, chinese.count > 0);
        }
        return new FileText(guess.apply(utf8.sample), true);
    }

    /**
     * What speaks against a charset.
     *
     * @param count places that mean nothing in it
     * @param high bytes beyond ASCII
     * @param sample bytes about the first such place
     */
    private record Faults(long count, long high, byte[] sample) {
        /** A few bytes that were lost or cut do not speak against a charset; many do. */
        boolean areFew() {
            return count * 10 <= high;
        }
    }

    private static byte[] head(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(4);
        }
    }

    private static @Nullable Charset marked(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2
                && (b[0] == (byte) 0xff && b[1] == (byte) 0xfe || b[0] == (byte) 0xfe && b[1] == (byte) 0xff)) {
            return StandardCharsets.UTF_16;
        }
        return null;
    }

    private static Faults faults(Content content, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        byte[] buffer = new byte[BUFFER];
        ByteBuffer bytes = ByteBuffer.wrap(buffer);
        byte[] sample = new byte[0];
        long count = 0;
        long high = 0;
        try (InputStream in = content.open()) {
            boolean ended = false;
            int kept = 0;
            while (!ended) {
                int n = in.readNBytes(buffer, kept, BUFFER - kept);
                ended = n < BUFFER - kept;
                for (int i = kept; i < kept + n; i++) {
                    high += buffer[i] < 0 ? 1 : 0;
                }
                bytes.position(0).limit(kept + n);
                CoderResult result;
                while (!(result = decoder.decode(bytes, out.clear(), ended)).isUnderflow()) {
                    if (result.isError()) {
                        sample = count++ == 0 ? Arrays.copyOf(buffer, kept + n) : sample;
                        bytes.position(bytes.position() + result.length());
                    }
                }
                kept = bytes.remaining();
                System.arraycopy(buffer, bytes.position(), buffer, 0, kept);
            }
        }
        return new Faults(count, high, sample);
    }
}
