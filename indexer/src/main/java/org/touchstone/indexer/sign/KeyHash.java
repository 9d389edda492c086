package org.touchstone.indexer.sign;

/**
 * Hashes of keys that can be put together from hashes of parts: a polynomial over the code points modulo 2^64. So every
 * window of a text, and every window with a letter left out, is hashed in constant time.
 */
public final class KeyHash {
    private static final long BASE = 0x9E3779B97F4A7C15L | 1;
    private static final int POWERS = 256;
    private static final long[] POWER = new long[POWERS];

    static {
        POWER[0] = 1;
        for (int i = 1; i < POWERS; i++) {
            POWER[i] = POWER[i - 1] * BASE;
        }
    }

    /** The longest key, in code points, that may be hashed. */
    public static final int LONGEST = POWERS - 1;

    private KeyHash() {}

    /** Hash of a whole key. */
    public static long of(String key) {
        long hash = 0;
        for (int i = 0; i < key.length(); ) {
            int point = key.codePointAt(i);
            hash = append(hash, point);
            i += Character.charCount(point);
        }
        return hash;
    }

    /** Hash of a key with one code point more. */
    public static long append(long hash, int point) {
        return hash * BASE + (point + 0x51_7cc1L) * 0xBF58476D1CE4E5B9L;
    }

    /** Hash of two parts, one behind the other. */
    public static long join(long first, long second, int secondLength) {
        return first * POWER[secondLength] + second;
    }

    /** Hashes of all beginnings of a sequence; element n is that of the first n code points. */
    public static long[] beginnings(int[] points) {
        long[] hashes = new long[points.length + 1];
        for (int i = 0; i < points.length; i++) {
            hashes[i + 1] = append(hashes[i], points[i]);
        }
        return hashes;
    }

    /** Hash of the code points from start to before end, at most {@link #LONGEST}. */
    public static long window(long[] beginnings, int start, int end) {
        return beginnings[end] - beginnings[start] * POWER[end - start];
    }

    /** What a sieve keeps of a key in a view: all bits depend on all of the hash. */
    public static long mix(long hash, SignView view) {
        long mixed = hash + (view.ordinal() + 1) * 0x94D049BB133111EBL;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
