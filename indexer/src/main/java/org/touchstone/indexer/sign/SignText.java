package org.touchstone.indexer.sign;

import java.util.Arrays;

/**
 * A text as a row of letters in normal form, each with its place in the raw text. Case, width, style, accents and
 * hidden characters are taken off; whatever stands between letters is a gap. Immutable and thread-safe.
 *
 * <p>Places are UTF-16 offsets into the raw text. A raw character that stands for several letters gives them all the
 * same place.
 */
public final class SignText {
    /** As much of a text as is read, in UTF-16 units. */
    public static final int LONGEST = 1 << 16;

    /** What a letter is. */
    public enum Kind {
        /** A letter or digit of an alphabet. */
        WORD,
        /** A Chinese character. */
        HAN,
        /** A letter of another script that is written without look-alikes in ASCII, such as kana. */
        OTHER
    }

    /** What stands before a letter, the later constants parting more. */
    public enum Gap {
        NONE,
        /** Characters that nobody sees. */
        HIDDEN,
        /** One symbol. */
        JOINT,
        /** Blanks, or several symbols. */
        BLANK,
        /** A new line or a long row of symbols. */
        BREAK
    }

    private static final Kind[] KINDS = Kind.values();
    private static final Gap[] GAPS = Gap.values();

    private final String raw;
    private final int length;
    private final int[] starts;
    private final int[] ends;
    private final int[] folded;
    private final int[] bases;
    private final byte[] kinds;
    private final byte[] gaps;
    private final boolean[] edges;
    private final byte[] masks;

    private SignText(SignReader reading) {
        raw = reading.raw;
        length = reading.count;
        starts = Arrays.copyOf(reading.starts, length);
        ends = Arrays.copyOf(reading.ends, length);
        folded = Arrays.copyOf(reading.folded, length);
        bases = Arrays.copyOf(reading.bases, length);
        kinds = Arrays.copyOf(reading.kinds, length);
        gaps = Arrays.copyOf(reading.gaps, length + 1);
        masks = Arrays.copyOf(reading.masks, length + 1);
        edges = new boolean[length + 1];
        for (int i = 0; i <= length; i++) {
            edges[i] = isEdge(i);
        }
    }

    /** Reads a text as it stands. */
    public static SignText of(String raw) {
        return new SignText(new SignReader(raw, false).read());
    }

    /** Reads a text with digits and symbols within words as the letters that they imitate ({@code l3n0v0}). */
    public static SignText ofLeet(String raw) {
        return new SignText(new SignReader(raw, true).read());
    }

    /** Whether {@link #ofLeet} could read a text otherwise than {@link #of}. */
    public static boolean mayBeLeet(String raw) {
        for (int i = 0; i < Math.min(raw.length(), LONGEST); i++) {
            if (Leet.letter(raw.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isEdge(int i) {
        if (i == 0 || i == length || gaps[i] > Gap.HIDDEN.ordinal() || kinds[i] != kinds[i - 1]) {
            return true;
        }
        if (kinds[i] != Kind.WORD.ordinal()) {
            return kinds[i] == Kind.HAN.ordinal();
        }
        boolean digit = Character.isDigit(folded[i]);
        if (digit != Character.isDigit(folded[i - 1])) {
            return true;
        }
        return starts[i] > starts[i - 1]
                && Character.isUpperCase(raw.codePointAt(starts[i]))
                && Character.isLowerCase(raw.codePointAt(starts[i - 1]));
    }

    /** The text as it came. */
    public String raw() {
        return raw;
    }

    /** How many letters there are. */
    public int length() {
        return length;
    }

    /** Where a letter begins in the raw text. */
    public int start(int i) {
        return starts[i];
    }

    /** Where a letter ends in the raw text, with the marks that hang on it. */
    public int end(int i) {
        return ends[i];
    }

    /** A letter, folded. */
    public int folded(int i) {
        return folded[i];
    }

    /** The letter that a letter can be taken for; a Chinese character simplified. */
    public int base(int i) {
        return bases[i];
    }

    public Kind kind(int i) {
        return KINDS[kinds[i]];
    }

    /** What stands before letter i, or behind the last one. */
    public Gap gap(int i) {
        return GAPS[gaps[i]];
    }

    /** Whether a sign may begin or end before letter i: at a gap, between scripts, cases, letters and digits. */
    public boolean edge(int i) {
        return edges[i];
    }

    /**
     * Whether the gap before letter i, or behind the last, has a symbol that stands for a letter, such as an asterisk.
     */
    public boolean masked(int i) {
        return masks[i] > 1;
    }

    /** Whether the gap has any symbol that stands for a letter where letters are on both sides, such as a hyphen. */
    public boolean maskedWithin(int i) {
        return masks[i] > 0 && gaps[i] == Gap.JOINT.ordinal();
    }

    /** All bases. */
    public int[] bases() {
        return bases.clone();
    }

    /** The bases from start to before end. */
    public String base(int start, int end) {
        return new String(bases, start, end - start);
    }

    /** The folded letters from start to before end. */
    public String folded(int start, int end) {
        return new String(folded, start, end - start);
    }

    /** The raw text from letter start to before letter end. */
    public String quote(int start, int end) {
        return raw.substring(starts[start], ends[end - 1]);
    }

    /** Whether a letter from start to before end is a Chinese character. */
    public boolean hasHan(int start, int end) {
        for (int i = start; i < end; i++) {
            if (kinds[i] == Kind.HAN.ordinal()) {
                return true;
            }
        }
        return false;
    }

    /** Whether visible characters stand between the letters from start to before end. */
    public boolean hasGap(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (gaps[i] > Gap.HIDDEN.ordinal()) {
                return true;
            }
        }
        return false;
    }
}
