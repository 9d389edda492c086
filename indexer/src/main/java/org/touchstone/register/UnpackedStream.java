package org.touchstone.register;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is unpacked, within limits on how far it may have been compressed. A failure to unpack is a {@link DamagedException}. Not
 * thread-safe.
 */
final class UnpackedStream extends FilterInputStream {
    /** Registers in XML are compressed to a twentieth up to a hundredth; deflating once reaches 1,032. */
    private static final long MOST_RATIO = 500;

    /** Bytes up to which the ratio does not matter. */
    private static final long FREE = 1 << 20;

    private final double packed;
    private final Budget budget;
    private long count;

    /**
     * @param packed bytes on disk that it is unpacked from
     * @param budget shared by all that is unpacked from one file
     */
    UnpackedStream(InputStream in, double packed, Budget budget) {
        super(in);
        this.packed = Math.max(1, packed);
        this.budget = budget;
    }

    /** What may be unpacked from one file, in all. Not thread-safe. */
    static final class Budget {
        /** The largest file of a register that is known, a year of the United States, is of some 10 GB. */
        private static final long MOST = 1L << 40;

        private long left;

        /** @param size of the file on disk in bytes */
        Budget(long size) {
            left = Math.min(MOST, Math.max(64 * FREE, size * MOST_RATIO));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n;
        try {
            n = super.read(bytes, offset, length);
        } catch (DamagedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedException("expected what can be unpacked, found damage after " + count
                    + " bytes; what came before was read, the rest was not: " + e.getMessage());
        }
        if (n > 0) {
            count += n;
            budget.left -= n;
            if (count > FREE && count / packed > MOST_RATIO) {
                throw new DamagedException("expected at most " + MOST_RATIO
                        + " times the packed size, found more; the rest was not read, as it may be a bomb");
            }
            if (budget.left < 0) {
                throw new DamagedException("expected at most " + MOST_RATIO
                        + " times the archive's size in all its files, found more up to here; this and what follows was not"
                        + " read, as the archive may be a bomb");
            }
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(n, 1 << 14)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
