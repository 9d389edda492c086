package org.touchstone.matcher.text;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;
import org.touchstone.indexer.sign.Syllable;

/**
 * Reads a window with Chinese characters as a sign of which some are others that sound or look alike, are spelt out,
 * split into their parts or masked. Each change costs bits: the logarithm of among how many likely changes it is one. The
 * cheapest way over both wins.
 */
final class HanDistortion {
    private static final double SPLIT = 3;
    private static final double SPELT = 3;
    private static final double MASK = 4;
    private static final double SEPARATED = 4;

    /** Marks of three characters and more are long enough to be found surely; what is left of doubt is chance. */
    private static final double LONGER = 2;

    /** Doubt that a character which neither sounds nor looks alike is a disguise: makers' names differ so. */
    private static final double STRANGER = 5;

    /** Bits of surprise at a letter of a syllable, and at a symbol, among Chinese characters. */
    private static final double LETTER = 5;

    private static final double SYMBOL = 10;

    /** A symbol between two characters parts them rather than masking a third. */
    private static final double PARTING = 3;

    /** Words and names of the language are rather themselves, however seldom they are used. */
    private static final double WORD = 5;

    /** A letter x that masks is no symbol. */
    private static final double CROSS = 2;

    private static final int LONGEST_SYLLABLE = 6;
    private static final int LONGEST_SPLIT = 3;

    private final SignText text;
    private final SignText mark;
    private final int start;
    private final int end;
    private final double[][] bits;
    private final @Nullable HanChange[][] steps;

    private HanDistortion(SignText text, int start, int end, SignText mark) {
        this.text = text;
        this.mark = mark;
        this.start = start;
        this.end = end;
        bits = new double[end - start + 1][mark.length() + 1];
        steps = new @Nullable HanChange[end - start + 1][mark.length() + 1];
    }

    static @Nullable Reading read(SignText text, Chinese chinese, int start, int end, SignText mark, WordSign sign) {
        return new HanDistortion(text, start, end, mark).read(chinese, sign);
    }

    /** Fills the tables from the end; the cheapest way from the beginning then stands in the first cell. */
    private void align() {
        int n = end - start;
        int m = mark.length();
        for (int i = n; i >= 0; i--) {
            for (int k = m; k >= 0; k--) {
                bits[i][k] = i == n && k == m ? 0 : Double.POSITIVE_INFINITY;
                if (k < m) {
                    step(i, k);
                }
            }
        }
    }

    private void step(int i, int k) {
        int at = start + i;
        if (at < end && text.base(at) == mark.base(k)) {
            take(i, k, new HanChange(1, 0, 1, null));
            return;
        }
        if (mark.kind(k) != Kind.HAN) {
            return;
        }
        if (masked(at)) {
            take(i, k, new HanChange(0, MASK, 0.5, How.MASKED));
        }
        if (at == end) {
            return;
        }
        if (HanMask.isLetter(text, at)) {
            take(i, k, new HanChange(1, MASK, 0.5, How.MASKED));
        }
        if (text.kind(at) == Kind.HAN && text.base(at) != HanMask.NOUGHT) {
            take(i, k, HanChange.of(text.base(at), mark.base(k)));
            int whole = mark.base(k);
            for (int parts = 2; parts <= Math.min(LONGEST_SPLIT, end - at); parts++) {
                if (splitInto(at, parts, whole)) {
                    take(i, k, new HanChange(parts, SPLIT, 0.9, How.SPLIT));
                }
            }
        } else if (text.kind(at) == Kind.WORD) {
            spelt(i, k);
        }
    }

    private void take(int i, int k, HanChange step) {
        double cost = step.bits() + bits[i + step.letters()][k + 1];
        if (cost < bits[i][k]) {
            bits[i][k] = cost;
            steps[i][k] = step;
        }
    }

    /** Whether the letters from a place on, as many as it says, are the parts of a character, one beside the other. */
    private boolean splitInto(int at, int parts, int whole) {
        for (int i = at; i < at + parts; i++) {
            if (text.kind(i) != Kind.HAN || i > at && text.gap(i).compareTo(Gap.HIDDEN) > 0) {
                return false;
            }
        }
        int[] joined = parts == 2
                ? Han.joined(text.folded(at), text.folded(at + 1))
                : Han.joined(text.folded(at), text.folded(at + 1), text.folded(at + 2));
        for (int character : joined) {
            if (character == whole) {
                return true;
            }
        }
        return false;
    }

    private boolean masked(int i) {
        return i > start && i < end ? text.maskedWithin(i) : text.masked(i);
    }

    /** Letters that spell the character. */
    private void spelt(int i, int k) {
        int at = start + i;
        int most = Math.min(LONGEST_SYLLABLE, end - at);
        for (Syllable syllable : Han.keySyllables(mark.base(k))) {
            int n = syllable.letters().length();
            if (n <= most && text.base(at, at + n).equals(syllable.letters()) && !text.hasGap(at, at + n)) {
                take(i, k, new HanChange(n, SPELT, 0.8, How.PINYIN));
            }
        }
    }

    /** What came of an alignment: how many characters were kept, are strangers, masked by symbols, masked by an x. */
    private static final class Sum {
        final Set<How> ways = EnumSet.noneOf(How.class);
        double bits;
        double likeness;
        int kept;
        int strangers;
        int symbols;
        int crosses;
    }

    private @Nullable Reading read(Chinese chinese, WordSign sign) {
        align();
        Sum sum = Double.isInfinite(bits[0][0]) ? null : sum();
        int m = mark.length();
        if (sum == null || sum.strangers > 1 || sum.strangers == 1 && (m < 4 || sum.kept < m - 1)) {
            return null;
        }
        int gaps = gaps(Gap.HIDDEN);
        if (gaps > sum.symbols) {
            boolean apart = gaps == end - start - 1 || gaps(Gap.JOINT) == 0;
            if (sum.strangers > 0 || m == 2 || !apart) {
                return null;
            }
            sum.bits += SEPARATED;
            sum.ways.add(How.SEPARATED);
        }
        double doubt = (m == 2 ? 0 : LONGER) + STRANGER * sum.strangers;
        double weight = Weights.distorted(surprise(chinese, sum) - sum.bits, doubt);
        return weight < 0 ? null : new Reading(start, end, sign, false, sum.likeness / m, sum.ways, weight);
    }

    /** Walks the cheapest way; null when there is none. A character exchanged twice in the same way is one change. */
    private @Nullable Sum sum() {
        Sum sum = new Sum();
        int m = mark.length();
        int[] places = new int[m];
        for (int i = 0, k = 0; k < m; k++) {
            HanChange step = steps[i][k];
            if (step == null) {
                return null;
            }
            places[k] = i;
            boolean again = step.letters() == 1 && exchangedBefore(places, k);
            sum.bits += again ? 0 : step.bits();
            sum.likeness += step.likeness();
            sum.kept += step.way() == null ? 1 : 0;
            sum.strangers += step.way() == How.EDIT ? 1 : 0;
            sum.symbols += step.way() == How.MASKED ? 1 : 0;
            sum.crosses += step.way() == How.MASKED ? step.letters() : 0;
            if (step.way() != null) {
                sum.ways.add(step.way());
            }
            i += step.letters();
        }
        return sum;
    }

    private boolean exchangedBefore(int[] places, int k) {
        for (int j = 0; j < k; j++) {
            if (mark.base(j) == mark.base(k) && text.base(start + places[j]) == text.base(start + places[k])) {
                return true;
            }
        }
        return false;
    }

    private double surprise(Chinese chinese, Sum sum) {
        boolean word = sum.symbols == 0 && Chinese.isWord(text.base(start, end));
        boolean parting = mark.length() == 2 && sum.symbols == 1 && sum.crosses == 0 && parts();
        return chinese.surprise(start, end)
                + chinese.standing(text, start, end)
                + LETTER * (letters() - sum.crosses)
                + SYMBOL * sum.symbols
                - CROSS * sum.crosses
                - (word ? WORD : 0)
                - (parting ? PARTING : 0);
    }

    /** Whether what masks a character at the window's end has another character on its other side: it may just part them. */
    private boolean parts() {
        boolean before = start > 0 && text.kind(start - 1) == Kind.HAN && text.gap(start) == Gap.JOINT;
        boolean behind = end < text.length() && text.kind(end) == Kind.HAN && text.gap(end) == Gap.JOINT;
        return before && !keepsFirst() || behind && keepsFirst();
    }

    private boolean keepsFirst() {
        return text.base(start) == mark.base(0);
    }

    /** How many gaps part more than that. */
    private int gaps(Gap least) {
        int gaps = 0;
        for (int i = start + 1; i < end; i++) {
            gaps += text.gap(i).compareTo(least) > 0 ? 1 : 0;
        }
        return gaps;
    }

    private int letters() {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += text.kind(i) == Kind.WORD ? 1 : 0;
        }
        return letters;
    }
}
