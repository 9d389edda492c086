package org.touchstone.matcher.text;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;

/** Reads a window of letters as a sign with one letter wrong, missing, too many or in the wrong place. */
final class WordDistortion {
    private WordDistortion() {}

    static @Nullable Reading read(SignText text, int start, int end, SignText mark, WordSign sign) {
        int n = end - start;
        int m = mark.length();
        if (m < SignKeys.NEAR_WORD || Math.abs(n - m) > 1 || !text.edge(start) || !text.edge(end)) {
            return null;
        }
        int head = 0;
        while (head < Math.min(n, m) && text.base(start + head) == mark.base(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(n, m) - head && text.base(end - 1 - tail) == mark.base(m - 1 - tail)) {
            tail++;
        }
        int here = n - head - tail;
        int there = m - head - tail;
        boolean swapped = here == 2
                && there == 2
                && text.base(start + head) == mark.base(head + 1)
                && text.base(start + head + 1) == mark.base(head);
        if (Math.max(here, there) > 1 && !swapped || !ownLetters(text, start, end, mark, head, tail)) {
            return null;
        }
        boolean inner = head > 1 && tail > 1;
        boolean masked = here == 0 && (inner ? text.maskedWithin(start + head) : text.masked(start + head));
        return weigh(text, start, end, mark, sign, head, tail, here, there, masked);
    }

    /** Whether the letters that are right are the mark's own: two different changes to one word are one too many. */
    private static boolean ownLetters(SignText text, int start, int end, SignText mark, int head, int tail) {
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

    private static @Nullable Reading weigh(
            SignText text,
            int start,
            int end,
            SignText mark,
            WordSign sign,
            int head,
            int tail,
            int here,
            int there,
            boolean masked) {
        int n = end - start;
        int m = mark.length();
        if (digits(text, start, end) > (here == 1 && Character.isDigit(text.folded(start + head)) ? 1 : 0)) {
            return null;
        }
        if (Words.allOrdinary(text, start, end) || gaps(text, start, end) > gaps(mark, 0, m) && !masked) {
            return null;
        }
        boolean repeated = here == 1 && there == 0
                && (head > 0 && text.base(start + head) == text.base(start + head - 1)
                        || head + 1 < n && text.base(start + head) == text.base(start + head + 1));
        boolean digit = here == 1 && Character.isDigit(text.folded(start + head));
        boolean added = there == 0;
        boolean swapped = here == 2 && m > SignKeys.NEAR_WORD;
        boolean obvious = repeated || digit && added || swapped;
        if (!masked && !obvious && !likely(mark, here, there, head, tail)) {
            return null;
        }
        double weight = Weights.word(m) + Weights.of(EnumSet.of(masked ? How.MASKED : How.EDIT));
        weight += Weights.distortedWord(m, head == 0, obvious);
        EnumSet<How> ways = EnumSet.of(masked ? How.MASKED : How.EDIT);
        double similarity = 1 - 1.0 / Math.max(n, m);
        return new Reading(start, end, sign, false, similarity, ways, weight);
    }

    /**
     * Whether a letter wrong is likelier a disguise than another word: the shorter the mark, the more words are a letter
     * away, and an ordinary word has more neighbours than a made-up one. Words differ most often in their first letter, in
     * their ending, or by being shorter; a letter too many in the middle makes no word.
     */
    private static boolean likely(SignText mark, int here, int there, int head, int tail) {
        int m = mark.length();
        boolean added = there == 0;
        if (added && head > 0 && tail > 0) {
            return m > SignKeys.NEAR_WORD;
        }
        boolean atEnds = head == 0 || tail == 0;
        if (m <= 5) {
            return m == 5 && (added || here == there && !atEnds);
        }
        return m > 7 || !Words.isOrdinary(mark.folded(0, m)) && !(m == 6 && head == 0);
    }

    private static int digits(SignText text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Character.isDigit(text.folded(i)) ? 1 : 0;
        }
        return digits;
    }

    private static int gaps(SignText text, int start, int end) {
        int gaps = 0;
        for (int i = start + 1; i < end; i++) {
            gaps += text.gap(i).compareTo(SignText.Gap.HIDDEN) > 0 ? 1 : 0;
        }
        return gaps;
    }
}
