package org.touchstone.matcher.text;

import java.util.Arrays;

/** A set of positive numbers without boxes: open addressing. Not thread-safe. */
final class LongSet {
    private long[] slots = new long[256];
    private int count;

    /** Adds a number, above zero; false when it was there. */
    boolean add(long number) {
        if (2 * count >= slots.length) {
            grow();
        }
        int slot = slot(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        count++;
        return true;
    }

    private int slot(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ (mixed >>> 32)) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long number : old) {
            if (number != 0) {
                slots[slot(number)] = number;
            }
        }
        Arrays.fill(old, 0);
    }
}
