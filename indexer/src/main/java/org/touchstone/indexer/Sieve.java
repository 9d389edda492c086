package org.touchstone.indexer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Tells in nanoseconds that a key is not in the index: a Bloom filter over the keys of all views. One key in some
 * hundreds passes though it is not there, so whoever passes is looked up. It lies in a file that is mapped into memory, so that a
 * large index needs no large heap. Thread-safe once made.
 */
final class Sieve {
    static final String NAME = "signs.sieve";

    private static final int MAGIC = 0x51E7E002;
    private static final int BITS_PER_KEY = 14;

    /** An index that grows keeps its sieve until it holds so many times the keys that it was made for. */
    private static final double FULL = 1.5;

    private static final int HEAD = 24;
    private static final int LEAST_WORDS = 1024;
    private static final int MOST_WORDS = 1 << 27;

    /** What is larger is checked byte by byte only when somebody asks for it. */
    private static final long CHECKED_AT_OPENING = 64 << 20;

    private final MappedByteBuffer file;
    private final LongBuffer words;
    private final int mask;

    private Sieve(MappedByteBuffer file) {
        this.file = file;
        this.words = file.slice(HEAD, file.capacity() - HEAD).asLongBuffer();
        this.mask = words.capacity() - 1;
    }

    /** Makes the file of a sieve with room for so many keys. */
    static Sieve create(Path build, long keys) throws IOException {
        long wanted = Math.max(LEAST_WORDS, keys * BITS_PER_KEY / Long.SIZE);
        int count = (int) Math.min(MOST_WORDS, Long.highestOneBit(wanted - 1) << 1);
        long size = HEAD + (long) count * Long.BYTES;
        fill(build.resolve(NAME), size);
        return new Sieve(map(build.resolve(NAME), size));
    }

    /**
     * Copies the sieve of the build before, to be added to; a new one is needed when it would be too full.
     *
     * @throws IOException when a byte is not as it was written: what is added to it would make it valid again
     */
    static Sieve copy(Path from, Path to) throws IOException {
        Path copy = to.resolve(NAME);
        Files.copy(from.resolve(NAME), copy);
        verify(to);
        return new Sieve(map(copy, Files.size(copy)));
    }

    /** Takes the room on disk beforehand: where it is full, writing into memory that is mapped onto it would kill the process. */
    private static void fill(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
            for (long left = size; left > 0; ) {
                zeros.clear().limit((int) Math.min(left, zeros.capacity()));
                left -= channel.write(zeros);
            }
        }
    }

    private static MappedByteBuffer map(Path file, long size) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
        }
    }

    /** Whether there is room for so many keys in all. */
    boolean hasRoom(long keys) {
        return keys * BITS_PER_KEY <= FULL * Long.SIZE * words.capacity();
    }

    /** All bits of a key lie in one word, so a question costs one look into memory. */
    private static long bits(long mixed) {
        return 1L << mixed | 1L << (mixed >>> 6) | 1L << (mixed >>> 12) | 1L << (mixed >>> 18);
    }

    void add(long mixed) {
        int word = (int) (mixed >>> 32) & mask;
        words.put(word, words.get(word) | bits(mixed));
    }

    boolean mayHave(long mixed) {
        long bits = bits(mixed);
        return (words.get((int) (mixed >>> 32) & mask) & bits) == bits;
    }

    /** Forces what was added to the disk, the mark that makes it valid last. */
    void seal() {
        file.force();
        file.putInt(0, MAGIC);
        file.putInt(4, words.capacity());
        file.putLong(8, sum(file));
        file.force();
    }

    private static long sum(MappedByteBuffer file) {
        CRC32C sum = new CRC32C();
        ByteBuffer all = file.slice(HEAD, file.capacity() - HEAD);
        sum.update(all);
        return sum.getValue();
    }

    /** Opens a sieve; a large one is not checked byte by byte. */
    static Sieve open(Path build) throws IOException {
        return open(build, CHECKED_AT_OPENING);
    }

    /**
     * Reads all of a sieve.
     *
     * @throws IOException when a byte is not as it was written
     */
    static void verify(Path build) throws IOException {
        open(build, Long.MAX_VALUE);
    }

    private static Sieve open(Path build, long checked) throws IOException {
        try (FileChannel channel = FileChannel.open(build.resolve(NAME), StandardOpenOption.READ)) {
            long size = channel.size();
            if (size >= HEAD && size <= HEAD + (long) MOST_WORDS * Long.BYTES) {
                MappedByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
                int count = file.getInt(4);
                if (file.getInt(0) == MAGIC
                        && Integer.bitCount(count) == 1
                        && size == HEAD + (long) count * Long.BYTES
                        && (size > checked || file.getLong(8) == sum(file))) {
                    return new Sieve(file);
                }
            }
        }
        throw new IOException("damaged: " + NAME);
    }
}
