package org.touchstone.matcher.text;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;

/** Reads a window of letters as a sign with one letter wrong, missing, too many or in the wrong place. */
final class WordDistortion {
    private final SignText text;
    private final int start;
    private final int end;
    private final SignText mark;

    /** How many letters agree at the beginning and, behind the place where they differ, at the end. */
    private final int head;

    private final int tail;

    private WordDistortion(SignText text, int start, int end, SignText mark) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.mark = mark;
        int shorter = Math.min(end - start, mark.length());
        int same = 0;
        while (same < shorter && text.base(start + same) == mark.base(same)) {
            same++;
        }
        head = same;
        same = 0;
        while (same < shorter - head && text.base(end - 1 - same) == mark.base(mark.length() - 1 - same)) {
            same++;
        }
        tail = same;
    }

    static @Nullable Reading read(SignText text, int start, int end, SignText mark, WordSign sign) {
        boolean comparable = mark.length() >= SignKeys.NEAR_WORD
                && Math.abs(end - start - mark.length()) <= 1
                && text.edge(start)
                && text.edge(end);
        return comparable ? new WordDistortion(text, start, end, mark).read(sign) : null;
    }

    private @Nullable Reading read(WordSign sign) {
        int m = mark.length();
        boolean one = Math.max(extra(), missing()) <= 1;
        if (!one && !swapped() || !ownLetters() || !plausible()) {
            return null;
        }
        boolean obvious = repeated() || added() && digit() || swapped() && m > SignKeys.NEAR_WORD;
        if (!masked() && !obvious && !likely()) {
            return null;
        }
        How how = masked() ? How.MASKED : How.EDIT;
        double weight =
                Weights.word(m) + Weights.of(EnumSet.of(how)) + Weights.distortedWord(m, head == 0, obvious || digit());
        double similarity = 1 - 1.0 / Math.max(end - start, m);
        return new Reading(start, end, sign, false, similarity, EnumSet.of(how), weight);
    }

    /** How many letters of the window are not the mark's. */
    private int extra() {
        return end - start - head - tail;
    }

    /** How many letters of the mark are not in the window. */
    private int missing() {
        return mark.length() - head - tail;
    }

    private boolean added() {
        return missing() == 0;
    }

    private boolean swapped() {
        return extra() == 2
                && missing() == 2
                && text.base(start + head) == mark.base(head + 1)
                && text.base(start + head + 1) == mark.base(head);
    }

    /** Whether the letter that is wrong is a digit. */
    private boolean digit() {
        return extra() == 1 && Character.isDigit(text.folded(start + head));
    }

    /** Whether the letter too many is the one beside it once more. */
    private boolean repeated() {
        if (extra() != 1 || !added()) {
            return false;
        }
        int wrong = start + head;
        return head > 0 && text.base(wrong) == text.base(wrong - 1)
                || wrong + 1 < end && text.base(wrong) == text.base(wrong + 1);
    }

    /** Whether a symbol stands where a letter is missing. */
    private boolean masked() {
        boolean inner = head > 1 && tail > 1;
        return extra() == 0 && (inner ? text.maskedWithin(start + head) : text.masked(start + head));
    }

    /** Whether the letters that are right are the mark's own: two different changes to one word are one too many. */
    private boolean ownLetters() {
        for (int i = 0; i < head; i++) {
            if (text.folded(start + i) != mark.folded(i) && text.folded(start + i) < 128) {
                return false;
            }
        }
        for (int i = 1; i <= tail; i++) {
            int here = text.folded(end - i);
            if (here != mark.folded(mark.length() - i) && here < 128) {
                return false;
            }
        }
        return true;
    }

    /** Whether the window is no number, no ordinary words, and no more in pieces than the mark. */
    private boolean plausible() {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Character.isDigit(text.folded(i)) ? 1 : 0;
        }
        boolean inPieces = gaps(text, start, end) > gaps(mark, 0, mark.length()) && !masked();
        return digits <= (digit() ? 1 : 0) && !inPieces && !Words.allOrdinary(text, start, end);
    }

    /**
     * Whether a letter wrong is likelier a disguise than another word: the shorter the mark, the more words are a
     * letter away, and an ordinary word has more neighbours than a made-up one. Words differ most often in their first
     * letter, in their ending, or by being shorter; a letter too many in the middle makes no word.
     */
    private boolean likely() {
        int m = mark.length();
        boolean atEnds = head == 0 || tail == 0;
        if (added() && !atEnds) {
            return m > SignKeys.NEAR_WORD;
        }
        if (m <= 5) {
            return m == 5 && (added() || extra() == missing() && !atEnds);
        }
        return m > 7 || !Words.isOrdinary(mark.folded(0, m)) && !(m == 6 && head == 0);
    }

    private static int gaps(SignText text, int start, int end) {
        int gaps = 0;
        for (int i = start + 1; i < end; i++) {
            gaps += text.gap(i).compareTo(Gap.HIDDEN) > 0 ? 1 : 0;
        }
        return gaps;
    }
}
