package org.touchstone.indexer.sign;

import java.util.Arrays;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * Letters with their places, while a text is read. The arrays have room for more than {@link #count} letters; gaps and
 * masks have one element more, for what stands behind the last. Not thread-safe.
 */
final class LetterRow {
    /** The letter is an assumption of this reading. */
    static final int ASSUMED = 1;

    /** A sign may begin here although nothing else says so. */
    static final int BORDER = 2;

    int count;
    int[] starts;
    int[] ends;
    int[] folded;
    int[] bases;
    byte[] kinds;
    byte[] gaps;
    byte[] masks;
    byte[] flags;

    LetterRow(int letters) {
        int size = letters + 2;
        starts = new int[size];
        ends = new int[size];
        folded = new int[size];
        bases = new int[size];
        kinds = new byte[size];
        gaps = new byte[size];
        masks = new byte[size];
        flags = new byte[size];
    }

    /** Adds a letter behind the gap that was last set. */
    void add(int start, int end, int fold, int base, Kind kind, int flag) {
        if (count == starts.length - 1) {
            grow();
        }
        starts[count] = start;
        ends[count] = end;
        folded[count] = fold;
        bases[count] = base;
        kinds[count] = (byte) kind.ordinal();
        flags[count] = (byte) flag;
        count++;
    }

    /** Sets what stands before the letter that is added next. */
    void gap(Gap gap, int mask) {
        gaps[count] = (byte) gap.ordinal();
        masks[count] = (byte) mask;
    }

    private void grow() {
        int size = starts.length * 2;
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        folded = Arrays.copyOf(folded, size);
        bases = Arrays.copyOf(bases, size);
        kinds = Arrays.copyOf(kinds, size);
        gaps = Arrays.copyOf(gaps, size);
        masks = Arrays.copyOf(masks, size);
        flags = Arrays.copyOf(flags, size);
    }
}
