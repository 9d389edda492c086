package org.touchstone.matcher.text;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.SignKeys;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;

/**
 * Reads a window of letters as a sign with one letter wrong, missing, too many or in the wrong place, or with two too
 * many. What the change costs, in bits, is set against how surprising the letters are as they stand.
 */
final class WordDistortion {
    static final double DOUBLED = 2;
    static final double SWAPPED = 3.5;
    private static final double MASK = 3;
    private static final double LOST_VOWEL = 4;
    private static final double LOST = 5;
    private static final double PLURAL = 3;
    private static final double ADDED_NEIGHBOUR = 5;
    private static final double ADDED = 5.5;
    private static final double ADDED_PLURAL = 6;
    private static final double ADDED_TWO = 13;

    /** What readers notice first is changed least. */
    private static final double FIRST = 3;

    /** A digit or another plain letter for one that it resembles. */
    private static final double PLAINLY_UNLIKE = 3;

    /** Bits of surprise at a masking symbol. */
    private static final double SYMBOL = 10;

    /** Doubt of the shortest marks, for many words are a letter away from them. */
    static final double SHORT = 3;

    /** Doubt that words which only sound alike are meant to. */
    private static final double HEARD = 5;

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
        int longer = end - start - mark.length();
        boolean comparable = mark.length() >= SignKeys.NEAR_WORD
                && longer >= -1
                && longer <= 2
                && text.edge(start)
                && text.edge(end);
        return comparable ? new WordDistortion(text, start, end, mark).read(sign) : null;
    }

    /** A word that sounds like the sign, whatever letters differ. */
    static @Nullable Reading heard(SignText text, int start, int end, SignText mark, WordSign sign) {
        Reading edited = read(text, start, end, mark, sign);
        if (edited != null || mark.length() < SignKeys.NEAR_WORD || mark.hasGap(0, mark.length())) {
            return edited;
        }
        WordDistortion distortion = new WordDistortion(text, start, end, mark);
        double bits = distortion.surprise(false) - SoundAlignment.bits(text, start, end, mark);
        double weight = Weights.distorted(bits, distortion.doubt(false) + HEARD);
        double similarity =
                1 - (double) Math.max(distortion.extra(), distortion.missing()) / Math.max(end - start, mark.length());
        return weight < 0
                ? null
                : new Reading(start, end, sign, false, Math.max(0.5, similarity), EnumSet.of(How.SOUND), weight);
    }

    /** Whether a word of such a surprise that stands by itself would be heard as the sign. */
    static boolean isHeard(SignText word, SignText mark, double surprise) {
        WordDistortion distortion = new WordDistortion(word, 0, word.length(), mark);
        double bits = surprise + WordSurprise.STANDING - SoundAlignment.bits(word, 0, word.length(), mark);
        return Weights.distorted(bits, distortion.doubt(false) + HEARD) > 0;
    }

    private @Nullable Reading read(WordSign sign) {
        boolean masked = masked();
        double cost = cost(masked);
        boolean inPlace = masked && text.masked(start + head);
        if (cost == Double.POSITIVE_INFINITY || !inPlace && Words.allOrdinary(text, start, end)) {
            return null;
        }
        int gaps = gaps(text, start, end);
        if (gaps > gaps(mark, 0, mark.length()) && !masked) {
            return null;
        }
        double weight = Weights.distorted(surprise(masked) - cost - unlike(), doubt(masked));
        if (weight < 0) {
            return null;
        }
        How how = masked ? How.MASKED : How.EDIT;
        double similarity = 1 - 1.0 * Math.max(extra(), missing()) / Math.max(end - start, mark.length());
        return new Reading(start, end, sign, false, Math.max(0.5, similarity), EnumSet.of(how), weight);
    }

    /** Short marks have more words a letter away; long ones are found surely, and what is left of doubt is chance. */
    private double doubt(boolean masked) {
        int m = mark.length();
        if (masked) {
            return 0;
        }
        double doubt = m == SignKeys.NEAR_WORD ? SHORT : m == 5 ? 0.5 : 2;
        if (missing() == 0 && extra() == 2 && Words.isOrdinary(mark.folded(0, m))) {
            doubt += 6; // more likely the word and something joined to it
        }
        return end - start < SignKeys.NEAR_WORD && missing() > 0 ? doubt + 3 : doubt;
    }

    /** How many letters of the window are not the mark's. */
    private int extra() {
        return end - start - head - tail;
    }

    /** How many letters of the mark are not in the window. */
    private int missing() {
        return mark.length() - head - tail;
    }

    private double cost(boolean masked) {
        if (masked) {
            return MASK;
        }
        int at = start + head;
        if (otherNumber(at)) {
            return Double.POSITIVE_INFINITY;
        }
        if (missing() == 0 && extra() == 1) {
            return added(at);
        }
        if (missing() == 0 && extra() == 2) {
            boolean plural = text.base(at) == 'e' && text.base(at + 1) == 's';
            return mark.length() < 5 ? Double.POSITIVE_INFINITY : plural ? ADDED_PLURAL : ADDED_TWO;
        }
        if (extra() == 0 && missing() == 1) {
            return lost();
        }
        if (extra() == 1 && Character.isDigit(text.folded(at)) && at + 1 == end && Words.isOrdinary(text, start, at)) {
            return Double.POSITIVE_INFINITY; // a word and its number
        }
        if (extra() == 1 && missing() == 1) {
            return Slips.bits(text.folded(at), mark.folded(head)) + (head == 0 ? FIRST : 0);
        }
        boolean swapped = extra() == 2
                && missing() == 2
                && text.base(at) == mark.base(head + 1)
                && text.base(at + 1) == mark.base(head);
        return swapped ? SWAPPED + (head == 0 ? FIRST : 0) : Double.POSITIVE_INFINITY;
    }

    /** Whether the window and the mark differ in the digits of a number that both have: another model. */
    private boolean otherNumber(int at) {
        boolean digits = true;
        for (int i = at; i < at + extra(); i++) {
            digits &= Character.isDigit(text.folded(i));
        }
        for (int i = head; i < head + missing(); i++) {
            digits &= Character.isDigit(mark.folded(i));
        }
        boolean numbered = false;
        for (int i = 0; i < mark.length(); i++) {
            numbered |= Character.isDigit(mark.folded(i));
        }
        return digits && numbered;
    }

    private double added(int at) {
        int letter = text.folded(at);
        int before = at > start ? text.folded(at - 1) : -1;
        int behind = at + 1 < end ? text.folded(at + 1) : -1;
        if (letter == before || letter == behind) {
            return DOUBLED;
        }
        if (behind < 0 && letter == 's') {
            return PLURAL;
        }
        boolean slip =
                before >= 0 && Slips.isNeighbour(letter, before) || behind >= 0 && Slips.isNeighbour(letter, behind);
        return slip ? ADDED_NEIGHBOUR : ADDED;
    }

    private double lost() {
        int letter = mark.folded(head);
        boolean doubled = head > 0 && letter == mark.folded(head - 1)
                || head + 1 < mark.length() && letter == mark.folded(head + 1);
        if (doubled) {
            return DOUBLED;
        }
        return (Slips.isVowel(letter) ? LOST_VOWEL : LOST) + (head == 0 ? FIRST : 0);
    }

    /** Whether a symbol stands where a letter is missing. */
    private boolean masked() {
        boolean inner = head > 1 && tail > 1;
        return extra() == 0 && missing() == 1 && (inner ? text.maskedWithin(start + head) : text.masked(start + head));
    }

    /** What it costs that letters which are right are not quite the mark's own. */
    private double unlike() {
        double cost = 0;
        for (int i = 0; i < head; i++) {
            cost += unlike(start + i, mark.folded(i));
        }
        for (int i = 1; i <= tail; i++) {
            cost += unlike(end - i, mark.folded(mark.length() - i));
        }
        return cost;
    }

    private double unlike(int at, int letter) {
        if (text.folded(at) == letter || text.folded(at) >= 128) {
            return 0;
        }
        return mark.length() <= 5 ? Double.POSITIVE_INFINITY : PLAINLY_UNLIKE;
    }

    private double surprise(boolean masked) {
        return WordSurprise.of(text, start, end, start + head) + (masked ? SYMBOL : 0);
    }

    private static int gaps(SignText text, int start, int end) {
        int gaps = 0;
        for (int i = start + 1; i < end; i++) {
            gaps += text.gap(i).compareTo(Gap.HIDDEN) > 0 ? 1 : 0;
        }
        return gaps;
    }
}
