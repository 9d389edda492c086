package org.touchstone.indexer.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of ASCII letters that look like one: {@code rn} like m. Case counts, for RN looks like nothing else. */
final class Joins {
    /** How much of them is read as one letter. */
    enum Reach {
        /** All rows that hardly anybody can tell apart. */
        ALL,
        /** Of those the first in every word, ... */
        FIRST,
        /** ... or the last. */
        LAST,
        /** All of those and the ones that one sees through at second sight. */
        LOOSE
    }

    /** The last letter is what the row looks like. */
    private static final String[] CLOSE = {"rnm", "vvw", "VVw", "cld", "cId", "c|d", "c1d"};

    private static final String[] LOOSE = {
        "nnm", "iiu", "IOb", "13b", "I3b", "l3b", "uuw", "UUw", "lck", "|ck",
    };

    private static final boolean[] BEGINS = new boolean[128];

    static {
        for (String[] rows : new String[][] {CLOSE, LOOSE}) {
            for (String row : rows) {
                BEGINS[row.charAt(0)] = true;
            }
        }
    }

    private Joins() {}

    /** The readings of a text, each different from the others; none where no row of letters reads as one. */
    static List<LetterRow> readings(String raw, int limit) {
        boolean spells = spells(raw, limit);
        if (!spells && places(raw, limit, Reach.LOOSE).length == 0) {
            return List.of();
        }
        List<LetterRow> readings = new ArrayList<>();
        List<int[]> done = new ArrayList<>();
        for (Reach reach : Reach.values()) {
            int[] places = places(raw, limit, reach);
            boolean any = places.length > 0 || spells && reach == Reach.ALL;
            if (any && done.stream().noneMatch(other -> Arrays.equals(other, places))) {
                done.add(places);
                readings.add(new SignReader(raw).joined(reach, places));
            }
        }
        return readings;
    }

    /** How many letters at a place read as one, its base in the lowest 8 bits and the length above; 0 when none do. */
    static int at(String raw, int at, boolean loose) {
        char c = raw.charAt(at);
        if (c >= BEGINS.length || !BEGINS[c]) {
            return 0;
        }
        int close = at(CLOSE, raw, at);
        return close == 0 && loose ? at(LOOSE, raw, at) : close;
    }

    private static int at(String[] rows, String raw, int at) {
        char c = raw.charAt(at);
        for (String row : rows) {
            int length = row.length() - 1;
            if (row.charAt(0) == c && raw.regionMatches(at, row, 0, length)) {
                return length << 8 | Letters.merge(row.charAt(length));
            }
        }
        return 0;
    }

    /** Whether a text has a letter that looks like several, such as {@code ю}. */
    private static boolean spells(String raw, int limit) {
        for (int i = 0; i < limit; i++) {
            char c = raw.charAt(i);
            if (c >= 128
                    && (c < 0x4e00 || c > 0x9fff)
                    && Letters.of(raw.codePointAt(i)).spelt().length > 0) {
                return true;
            }
        }
        return false;
    }

    /** The places at which rows of a text read as one, in order, under a reach; never more than one at a letter. */
    private static int[] places(String raw, int limit, Reach reach) {
        int[] places = {};
        int count = 0;
        boolean another = false;
        for (int i = 0; i < limit; ) {
            int join = at(raw, i, reach == Reach.LOOSE);
            if (join == 0 || i + (join >> 8) > limit) {
                another &= Character.isLetterOrDigit(raw.charAt(i));
                i++;
                continue;
            }
            if (!another || reach == Reach.ALL || reach == Reach.LOOSE) {
                places = count < places.length ? places : Arrays.copyOf(places, 2 * count + 4);
                places[count++] = i;
            } else if (reach == Reach.LAST) {
                places[count - 1] = i;
            }
            another = true;
            i += join >> 8;
        }
        return Arrays.copyOf(places, count);
    }
}
