package org.touchstone.crawler.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer's body within limits and keeps what came even when the reading fails, packed and unpacked. For one
 * thread.
 */
final class BodyReader {
    /** Of an answer that is no page: enough to know a challenge by, and for an archive. */
    private static final int OTHER_BYTES = 64 << 10;

    private final FetchKind kind;
    private final FetchLimits limits;
    private final int maxBytes;
    private final boolean wanted;
    private final Captured in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    private boolean packed;
    private @Nullable FetchFailure cut;

    /**
     * @param maxBytes of the body, unpacked
     * @param wanted whether the status is that of an answer to read, not of a refusal
     */
    BodyReader(FetchKind kind, FetchLimits limits, int maxBytes, boolean wanted, InputStream body) {
        this.kind = kind;
        this.limits = limits;
        this.wanted = wanted;
        this.maxBytes = wanted ? maxBytes : Math.min(maxBytes, OTHER_BYTES);
        in = new Captured(body);
    }

    /**
     * Reads all of it, or as much as is wanted: a robots.txt and the text of a refusal are cut off, the rest fails.
     *
     * @throws FetchException when a limit is passed
     * @throws IOException when the connection fails or the packing is broken
     */
    void read(String contentType, String contentEncoding, long announced) throws IOException {
        try {
            if (wanted && !kind.takes(contentType)) {
                throw new FetchException(FetchFailure.TYPE, "expected a page, found '" + contentType + "'");
            }
            if (announced > maxBytes && !cutsOff()) {
                throw tooLarge(announced + " bytes are announced");
            }
            drain(unpacked(contentEncoding.strip().toLowerCase(Locale.ROOT)));
        } catch (FetchException e) {
            cut = e.failure();
            throw e;
        } catch (IOException e) {
            cut = FetchFailure.NETWORK;
            throw e;
        }
    }

    private InputStream unpacked(String encoding) throws IOException {
        switch (encoding) {
            case "", "identity" -> {
                return in;
            }
            case "gzip", "x-gzip" -> {
                packed = true;
                return new GZIPInputStream(in, 1 << 13);
            }
            default ->
                throw new FetchException(
                        FetchFailure.TYPE, "expected gzip or nothing around the body, found '" + encoding + "'");
        }
    }

    private void drain(InputStream unpacked) throws IOException {
        byte[] buffer = new byte[1 << 14];
        int n;
        while ((n = unpacked.read(buffer)) >= 0) {
            int room = maxBytes - out.size();
            out.write(buffer, 0, Math.min(n, room));
            if (n > room) {
                if (cutsOff()) {
                    cut = FetchFailure.TOO_LARGE;
                    return;
                }
                throw tooLarge("more was sent");
            }
            if (out.size() > limits.ratioFrom() && out.size() / Math.max(1, received()) >= limits.unpackRatio()) {
                throw new FetchException(
                        FetchFailure.PACKED,
                        received() + " bytes unpack to more than " + out.size() + ", ratio over "
                                + limits.unpackRatio());
            }
        }
    }

    private boolean cutsOff() {
        return kind == FetchKind.ROBOTS || !wanted;
    }

    private FetchException tooLarge(String found) {
        return new FetchException(FetchFailure.TOO_LARGE, "expected at most " + maxBytes + " bytes, but " + found);
    }

    /** Bytes that came, as sent. */
    int received() {
        return in.taken.size();
    }

    byte[] packedBody() {
        return in.taken.toByteArray();
    }

    byte[] body() {
        return out.toByteArray();
    }

    boolean packed() {
        return packed;
    }

    /** Why the body is not whole; null when it is. */
    @Nullable
    FetchFailure cut() {
        return cut;
    }

    /** Keeps what was sent, before it is unpacked. */
    private static final class Captured extends FilterInputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream(1 << 14);

        private Captured(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                taken.write(b);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                taken.write(buffer, offset, n);
            }
            return n;
        }
    }
}
