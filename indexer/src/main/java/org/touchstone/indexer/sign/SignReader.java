package org.touchstone.indexer.sign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Arrays;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * One pass over a raw text, letter by letter. The arrays have room for more than {@link #count} letters; gaps and masks
 * have one element more, for what stands behind the last. Not thread-safe.
 */
final class SignReader {
    private static final int LONG_GAP = 6;

    final String raw;
    private final boolean leet;
    int count;
    int[] starts;
    int[] ends;
    int[] folded;
    int[] bases;
    byte[] kinds;
    byte[] gaps;
    byte[] masks;
    private Gap gap = Gap.NONE;
    private int gapLength;
    private int mask;

    SignReader(String raw, boolean leet) {
        this.raw = raw;
        this.leet = leet;
        int size = Math.min(raw.length(), SignText.LONGEST) + 2;
        starts = new int[size];
        ends = new int[size];
        folded = new int[size];
        bases = new int[size];
        kinds = new byte[size];
        gaps = new byte[size];
        masks = new byte[size];
    }

    SignReader read() {
        int limit = Math.min(raw.length(), SignText.LONGEST);
        for (int i = 0; i < limit; ) {
            int point = raw.codePointAt(i);
            int end = i + Character.charCount(point);
            step(point, i, end);
            i = end;
        }
        closeGap();
        return this;
    }

    private void step(int point, int start, int end) {
        if (leet && Leet.reads(raw, start)) {
            add(start, end, point, Leet.letter(point), Kind.WORD);
            return;
        }
        Letters.Letter letter = Letters.of(point);
        for (int k = 0; k < letter.folded().length; k++) {
            int fold = letter.folded()[k];
            add(start, end, fold, base(letter.base()[k], start), kind(fold, letter.base()[k]));
        }
        if (letter.folded().length == 0) {
            skip(point, end);
        }
    }

    /** A nought or a one within a word looks like a letter; within a number it is itself. */
    private int base(int base, int start) {
        boolean looksLikeLetter = base == '0' || base == '1';
        return looksLikeLetter && Leet.reads(raw, start) ? (base == '0' ? 'o' : 'l') : base;
    }

    private static Kind kind(int fold, int base) {
        if (Han.is(fold)) {
            return Kind.HAN;
        }
        if (base < 128) {
            return Kind.WORD;
        }
        return switch (Character.UnicodeScript.of(fold)) {
            case LATIN, CYRILLIC, GREEK, ARMENIAN -> Kind.WORD;
            default -> Kind.OTHER;
        };
    }

    private void add(int start, int end, int fold, int base, Kind kind) {
        if (count == starts.length - 1) {
            grow();
        }
        starts[count] = start;
        ends[count] = end;
        folded[count] = fold;
        bases[count] = base;
        kinds[count] = (byte) kind.ordinal();
        closeGap();
        count++;
    }

    private void closeGap() {
        gaps[count] = (byte) gap.ordinal();
        masks[count] = (byte) mask;
        gap = Gap.NONE;
        gapLength = 0;
        mask = 0;
    }

    private void skip(int point, int end) {
        int type = Character.getType(point);
        boolean hanging = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        if (hanging
                || type == Character.FORMAT
                || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            widen(Gap.HIDDEN);
            if (hanging && count > 0 && gap == Gap.HIDDEN) {
                ends[count - 1] = end;
            }
            return;
        }
        gapLength++;
        mask = Math.max(mask, Leet.isMask(point) ? 2 : Leet.isInnerMask(point) ? 1 : 0);
        boolean newLine = point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029;
        if (newLine || gapLength > LONG_GAP) {
            widen(Gap.BREAK);
        } else {
            boolean blank = gapLength > 1 || Character.isWhitespace(point) || Character.isSpaceChar(point);
            widen(blank ? Gap.BLANK : Gap.JOINT);
        }
    }

    private void widen(Gap other) {
        if (other.compareTo(gap) > 0) {
            gap = other;
        }
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
    }
}
