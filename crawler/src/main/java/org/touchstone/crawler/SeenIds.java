package org.touchstone.crawler;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids that were given already, by 64 bits of their digests: 16 bytes or less an id. That two ids have the same bits is so rare
 * that it may cost a needless suffix. Not thread-safe.
 */
final class SeenIds {
    private long[] table = new long[1 << 10];
    private int size;
    private final MessageDigest digest;

    SeenIds() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Adds an id; false when it was there. */
    boolean add(String id) {
        long bits = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        if (!put(table, bits == 0 ? 1 : bits)) {
            return false;
        }
        if (++size * 4L > table.length * 3L) {
            long[] larger = new long[Math.multiplyExact(table.length, 2)];
            for (long one : table) {
                if (one != 0) {
                    put(larger, one);
                }
            }
            table = larger;
        }
        return true;
    }

    private static boolean put(long[] table, long bits) {
        int at = (int) (bits & table.length - 1);
        while (table[at] != 0) {
            if (table[at] == bits) {
                return false;
            }
            at = at + 1 & table.length - 1;
        }
        table[at] = bits;
        return true;
    }
}
