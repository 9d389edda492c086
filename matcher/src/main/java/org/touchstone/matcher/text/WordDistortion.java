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
        if (Math.max(here, there) > 1 && !swapped) {
            return null;
        }
        boolean masked = here == 0 && text.masked(start + head);
        return weigh(text, start, end, mark, sign, head, here, there, masked);
    }

    private static @Nullable Reading weigh(
            SignText text,
            int start,
            int end,
            SignText mark,
            WordSign sign,
            int head,
            int here,
            int there,
            boolean masked) {
        int n = end - start;
        int m = mark.length();
        if (digits(text, start, end) > (here == 1 && Character.isDigit(text.folded(start + head)) ? 1 : 0)) {
            return null;
        }
        if (Words.allOrdinary(text, start, end)) {
            return null;
        }
        boolean repeated = here == 1 && there == 0
                && (head > 0 && text.base(start + head) == text.base(start + head - 1)
                        || head + 1 < n && text.base(start + head) == text.base(start + head + 1));
        boolean digit = here == 1 && Character.isDigit(text.folded(start + head));
        boolean added = there == 0;
        if (m == SignKeys.NEAR_WORD && !(added || masked)) {
            return null;
        }
        double weight = Weights.word(m) + Weights.of(EnumSet.of(masked ? How.MASKED : How.EDIT));
        weight += head == 0 ? -2 : 0;
        weight += repeated || digit ? 2 : 0;
        weight += m <= 5 ? -3 : 0;
        EnumSet<How> ways = EnumSet.of(masked ? How.MASKED : How.EDIT);
        if (gaps(text, start, end) > gaps(mark, 0, m) && !masked) {
            ways.add(How.SEPARATED);
            weight -= 4;
        }
        double similarity = 1 - 1.0 / Math.max(n, m);
        return new Reading(start, end, sign, false, similarity, ways, weight);
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
