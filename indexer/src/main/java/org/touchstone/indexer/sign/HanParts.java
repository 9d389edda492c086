package org.touchstone.indexer.sign;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Characters and the parts that they are written as when somebody takes them apart. Loaded when first asked.
 * Thread-safe; some 2 MB.
 */
final class HanParts {
    /** A form that a part takes on inside a character, and the character that stands for it. */
    private static final String FORMS = "亻人氵水忄心扌手艹草艸草讠言訁言钅金釒金纟丝糹丝糸丝饣食飠食犭犬衤衣礻示刂刀灬火攵文攴文辵辶爫爪罒四牜牛";

    /** Slots enough for more than twice the ways in the table, so that a search soon meets a free one. */
    private static final int BITS = 17;

    private static final int SLOTS = 1 << BITS;

    /** Above the key, three parts of 16 bits, the character that they make; 0 where free. Collisions move on. */
    private static final long[] MAKE = new long[SLOTS];

    private static final @Nullable String[] WAYS = new String[Han.LAST - Han.FIRST + 1];

    private static final int[] NONE = {};

    static {
        Tables.read("parts.txt.gz", line -> {
            char whole = line.charAt(0);
            if (Han.known(whole)) {
                String ways = line.substring(2);
                WAYS[whole - Han.FIRST] = ways;
                for (int start = 0; start < ways.length(); ) {
                    int comma = ways.indexOf(',', start);
                    int end = comma < 0 ? ways.length() : comma;
                    add(ways, start, end, (char) Han.simplified(whole));
                    start = end + 1;
                }
            }
        });
    }

    private HanParts() {}

    private static void add(String ways, int start, int end, char whole) {
        long key = 0;
        for (int i = start; i < end; i++) {
            key = key << 16 | fold(ways.charAt(i));
        }
        long slot = (long) whole << 48 | key;
        int at = home(key);
        while (MAKE[at] != 0 && MAKE[at] != slot) {
            at = at + 1 & SLOTS - 1;
        }
        MAKE[at] = slot;
    }

    private static int home(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> 64 - BITS);
    }

    private static char fold(int part) {
        int simplified = Han.simplified(part);
        int form = FORMS.indexOf(simplified);
        return (char) (form >= 0 && form % 2 == 0 ? FORMS.charAt(form + 1) : simplified);
    }

    /** What these two or three parts make; empty when they make nothing. */
    static int[] joined(int... parts) {
        long key = 0;
        for (int part : parts) {
            if (!Han.known(part)) {
                return NONE;
            }
            key = key << 16 | fold(part);
        }
        int[] made = NONE;
        for (int at = home(key); MAKE[at] != 0; at = at + 1 & SLOTS - 1) {
            if ((MAKE[at] & 0xffff_ffff_ffffL) == key) {
                made = Arrays.copyOf(made, made.length + 1);
                made[made.length - 1] = (int) (MAKE[at] >>> 48);
            }
        }
        return made;
    }

    static List<String> split(int point) {
        String ways = Han.known(point) ? WAYS[point - Han.FIRST] : null;
        return ways == null ? List.of() : List.of(ways.split(",", -1));
    }
}
