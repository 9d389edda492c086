package org.touchstone.indexer;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.touchstone.record.AtomicFile;

/**
 * Tells in nanoseconds that a key is not in the index: a Bloom filter over the keys of all views. One key in some
 * hundreds passes though it is not there, so whoever passes is looked up. Thread-safe once made.
 */
final class Sieve {
    static final String NAME = "signs.sieve";

    private static final int MAGIC = 0x51E7E001;
    private static final int BITS_PER_KEY = 14;

    private final long[] words;
    private final int mask;

    private Sieve(long[] words) {
        this.words = words;
        this.mask = words.length - 1;
    }

    /** A sieve with room for so many keys. */
    static Sieve of(long keys) {
        long wanted = Math.max(1024, keys * BITS_PER_KEY / Long.SIZE);
        return new Sieve(new long[(int) Math.min(1 << 28, Long.highestOneBit(wanted - 1) << 1)]);
    }

    /** All bits of a key lie in one word, so a question costs one look into memory. */
    private static long bits(long mixed) {
        return 1L << mixed | 1L << (mixed >>> 6) | 1L << (mixed >>> 12) | 1L << (mixed >>> 18);
    }

    void add(long mixed) {
        words[(int) (mixed >>> 32) & mask] |= bits(mixed);
    }

    boolean mayHave(long mixed) {
        long bits = bits(mixed);
        return (words[(int) (mixed >>> 32) & mask] & bits) == bits;
    }

    void write(Path build) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(words.length * Long.BYTES);
        buffer.asLongBuffer().put(words);
        CRC32C sum = new CRC32C();
        sum.update(buffer.array());
        ByteBuffer head =
                ByteBuffer.allocate(16).putInt(MAGIC).putInt(words.length).putLong(sum.getValue());
        try (AtomicFile file = AtomicFile.create(build.resolve(NAME))) {
            file.stream().write(head.array());
            file.stream().write(buffer.array());
            file.commit();
        }
    }

    static Sieve read(Path build) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(build.resolve(NAME))))) {
            int magic = in.readInt();
            int count = in.readInt();
            long sum = in.readLong();
            byte[] bytes = in.readAllBytes();
            CRC32C found = new CRC32C();
            found.update(bytes);
            if (magic != MAGIC
                    || Integer.bitCount(count) != 1
                    || bytes.length != count * (long) Long.BYTES
                    || sum != found.getValue()) {
                throw new IOException("damaged: " + NAME);
            }
            long[] words = new long[count];
            ByteBuffer.wrap(bytes).asLongBuffer().get(words);
            return new Sieve(words);
        }
    }
}
