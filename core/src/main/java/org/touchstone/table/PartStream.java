package org.touchstone.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of an XLSX file as it is unpacked, within limits: on its size, on how far it may have been compressed, and on what may
 * stand between two tags, which XML parsers hold in memory whole. Not thread-safe.
 */
final class PartStream extends FilterInputStream {
    /** A sheet of a million rows and twenty columns has about one GiB. */
    private static final long MAX_BYTES = 4L << 30;

    /** Sheets of real exports are compressed to a tenth, empty ones to a hundredth. */
    private static final long MAX_RATIO = 300;

    /** Bytes up to which the ratio does not matter. */
    private static final long FREE = 16 << 20;

    /** A cell holds 32,767 characters, each of which may be written as six bytes. */
    private static final int MAX_RUN = 1 << 20;

    private final String part;
    private final long compressed;
    private long count;
    private int run;

    PartStream(InputStream in, String part, long compressed) {
        super(in);
        this.part = part;
        this.compressed = Math.max(1, compressed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        if (n <= 0) {
            return n;
        }
        count += n;
        if (count > MAX_BYTES || count > FREE && count / compressed > MAX_RATIO) {
            throw new TableException("expected a part of at most " + MAX_BYTES + " bytes and " + MAX_RATIO
                    + " times its packed size, found more in " + part + "; it is not read, as it may be a ZIP bomb");
        }
        for (int i = offset; i < offset + n; i++) {
            run = bytes[i] == '<' ? 0 : run + 1;
            if (run > MAX_RUN) {
                throw new TableException(
                        "expected texts of at most " + MAX_RUN + " bytes, found a longer one in " + part);
            }
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return super.read(new byte[(int) Math.min(n, 1 << 14)]);
    }
}
