package org.touchstone.indexer.sign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text as a row of letters in normal form, each with its place in the raw text. Case, width, style, accents and
 * hidden characters are taken off; whatever stands between letters is a gap. Immutable and thread-safe.
 *
 * <p>Places are UTF-16 offsets into the raw text. A raw character that stands for several letters gives them all the
 * same place.
 */
public final class SignText {
    /** As much of a text as is read, in UTF-16 units; and about as many letters as it may have. */
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

    /** Beside the flags of a {@link LetterRow}: a sign may begin or end before this letter. */
    private static final int EDGE = 4;

    private static final String DIVIDERS = " -'’\u00a0\u2010\u2011";

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
    private final byte[] masks;
    private final byte[] flags;

    private SignText(String raw, LetterRow row) {
        this.raw = raw;
        length = row.count;
        starts = Arrays.copyOf(row.starts, length);
        ends = Arrays.copyOf(row.ends, length);
        folded = Arrays.copyOf(row.folded, length);
        bases = Arrays.copyOf(row.bases, length);
        kinds = Arrays.copyOf(row.kinds, length);
        gaps = Arrays.copyOf(row.gaps, length + 1);
        masks = Arrays.copyOf(row.masks, length + 1);
        flags = Arrays.copyOf(row.flags, length + 1);
        for (int i = 0; i <= length; i++) {
            if (isEdge(i)) {
                flags[i] |= EDGE;
            }
        }
    }

    /** Reads a text as it stands. */
    public static SignText of(String raw) {
        return new SignText(raw, new SignReader(raw).plain());
    }

    /**
     * Reads a text with digits and symbols within words as the letters that they imitate ({@code l3n0v0},
     * <code>6@(|&lt;</code>). Generous: {@code mp3} is read so, too.
     */
    public static SignText ofLeet(String raw) {
        return new SignText(raw, new SignReader(raw).leet());
    }

    /** Whether {@link #ofLeet} could read a text otherwise than {@link #of}. */
    public static boolean mayBeLeet(String raw) {
        return Leet.mayRead(raw, Math.min(raw.length(), LONGEST));
    }

    /**
     * Reads a text with rows of letters that look like one as that one ({@code rn} for m), in up to four ways: all of
     * them; where a word has several, the first or the last of each word; and with rows that look less alike ({@code nn}
     * for m), too. Empty where there are no such rows, as in most texts.
     */
    public static List<SignText> ofJoined(String raw) {
        return Joins.readings(raw, Math.min(raw.length(), LONGEST)).stream()
                .map(row -> new SignText(raw, row))
                .toList();
    }

    /**
     * Reads words in Cyrillic, Greek, Armenian, Georgian, Hebrew, Arabic, kana or Hangul in Latin letters, near to how
     * they sound ({@code ナイキ} as naiki); everything else as it stands. Letters put among Latin ones within a word
     * stay what they look like. Empty where there is nothing to read so.
     */
    public static Optional<SignText> ofRomanised(String raw) {
        int limit = Math.min(raw.length(), LONGEST);
        for (int i = 0; i < limit; i++) {
            if (Romaniser.reads(raw.charAt(i))) {
                SignText text = new SignText(raw, new SignReader(raw).romanised());
                return text.isAssumed(0, text.length) ? Optional.of(text) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * This text with long runs of a letter cut short, if it has any: {@code collapsed(3, 1)} makes niiike nike,
     * {@code collapsed(3, 2)} makes cooool cool, {@code collapsed(2, 1)} leaves no letter doubled. The letters that are
     * kept take in the places of the others. Digits are left alone, and letters with something visible between.
     *
     * @param least how long a run is cut, in letters, above keep
     * @param keep how many letters of it stay, 1 or more
     */
    public Optional<SignText> collapsed(int least, int keep) {
        if (keep < 1 || least <= keep) {
            throw new IllegalArgumentException(
                    "expected runs longer than the " + keep + " letters kept, 1 or more; found least = " + least);
        }
        LetterRow row = new LetterRow(length);
        for (int i = 0; i < length; ) {
            int end = i + repeats(i);
            boolean cut = end - i >= least;
            int stay = cut ? keep : end - i;
            for (int k = 0; k < stay; k++) {
                int at = i + k;
                System.arraycopy(gaps, at, row.gaps, row.count, 1);
                System.arraycopy(masks, at, row.masks, row.count, 1);
                int last = cut && k == stay - 1 ? end - 1 : at;
                int flag = (cut ? flags[at] | LetterRow.ASSUMED : flags[at]) & ~EDGE;
                row.add(starts[at], ends[last], folded[at], bases[at], KINDS[kinds[at]], flag);
            }
            i = end;
        }
        if (row.count == length) {
            return Optional.empty();
        }
        row.gaps[row.count] = gaps[length];
        row.masks[row.count] = masks[length];
        return Optional.of(new SignText(raw, row));
    }

    /** How many letters from letter i on have the same base, with nothing visible between; 1 for a digit. */
    public int repeats(int i) {
        int end = i + 1;
        boolean digit = bases[i] >= '0' && bases[i] <= '9';
        while (!digit && end < length && bases[end] == bases[i] && gaps[end] <= Gap.HIDDEN.ordinal()) {
            end++;
        }
        return end - i;
    }

    private boolean isEdge(int i) {
        if (i == 0
                || i == length
                || (flags[i] & LetterRow.BORDER) != 0
                || gaps[i] > Gap.HIDDEN.ordinal()
                || kinds[i] != kinds[i - 1]) {
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
        return (flags[i] & EDGE) != 0;
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

    /**
     * Whether a letter from start to before end is an assumption of this reading: a digit or a row of letters read as a
     * letter, a letter of another script romanised, a run cut short. {@link #of} reads all other letters in the same
     * way, so a window without any need not be looked up again.
     */
    public boolean isAssumed(int start, int end) {
        for (int i = start; i < end; i++) {
            if ((flags[i] & LetterRow.ASSUMED) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but single blanks, hyphens and apostrophes stands between the letters from start to before end. */
    public boolean onlyDivided(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (gaps[i] > Gap.HIDDEN.ordinal()) {
                boolean single = starts[i] - ends[i - 1] == 1;
                if (!single || DIVIDERS.indexOf(raw.charAt(ends[i - 1])) < 0) {
                    return false;
                }
            }
        }
        return true;
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
