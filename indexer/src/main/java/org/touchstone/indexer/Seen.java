package org.touchstone.indexer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;

/**
 * The ids that a run has met, with what it made of each: some 36 bytes an id, however long it is. Ids count as the same when 128 bits of
 * their hashes are, which by chance never happens. Not thread-safe.
 */
final class Seen {
    private static final Standing[] STANDINGS = Standing.values();
    private static final int SEED = 0x7057;
    private static final int SOURCE_SHIFT = 4;
    private static final int THERE = 8;
    private static final int STANDING = 7;
    private static final int UNKNOWN = Integer.MIN_VALUE;

    /**
     * What became of an id.
     *
     * @param source number of the source that last told of it
     * @param asOf day of the record; null when not known
     * @param standing null when it was removed
     */
    record Met(
            int source, @Nullable LocalDate asOf, @Nullable Standing standing) {}

    private long[] keys = new long[2 << 10];
    private int[] values = new int[2 << 10];
    private int count;

    @Nullable
    Met get(String id) {
        int at = place(hash(id));
        if (isFree(at)) {
            return null;
        }
        int asOf = values[2 * at];
        int state = values[2 * at + 1];
        return new Met(
                state >>> SOURCE_SHIFT,
                asOf == UNKNOWN ? null : LocalDate.ofEpochDay(asOf),
                (state & THERE) == 0 ? null : STANDINGS[state & STANDING]);
    }

    void put(String id, Met met) {
        if (3 * (count + 1) > keys.length) { // at most two thirds of the places
            grow();
        }
        long[] hash = hash(id);
        int at = place(hash);
        count += isFree(at) ? 1 : 0;
        keys[2 * at] = hash[0];
        keys[2 * at + 1] = hash[1];
        values[2 * at] = met.asOf() == null ? UNKNOWN : (int) met.asOf().toEpochDay();
        values[2 * at + 1] = met.source() << SOURCE_SHIFT
                | (met.standing() == null ? 0 : THERE | met.standing().ordinal());
    }

    private void grow() {
        long[] before = keys;
        int[] known = values;
        keys = new long[2 * before.length];
        values = new int[2 * known.length];
        for (int i = 0; i < before.length; i += 2) {
            if ((before[i] | before[i + 1]) != 0) {
                int at = place(Arrays.copyOfRange(before, i, i + 2));
                keys[2 * at] = before[i];
                keys[2 * at + 1] = before[i + 1];
                values[2 * at] = known[i];
                values[2 * at + 1] = known[i + 1];
            }
        }
    }

    private int place(long[] hash) {
        int mask = keys.length / 2 - 1;
        int at = (int) hash[0] & mask;
        while (!isFree(at) && (keys[2 * at] != hash[0] || keys[2 * at + 1] != hash[1])) {
            at = at + 1 & mask;
        }
        return at;
    }

    private boolean isFree(int at) {
        return (keys[2 * at] | keys[2 * at + 1]) == 0;
    }

    private static long[] hash(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return StringHelper.murmurhash3_x64_128(bytes, 0, bytes.length, SEED);
    }
}
