package org.touchstone.matcher.text;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * Reads a window with Chinese characters as a sign of which some are others that sound or look alike, are spelt out or
 * masked. Each change costs bits: the logarithm of among how many likely changes it is one.
 */
final class HanDistortion {
    private static final double SAME_SOUND = 3.5;
    private static final double SAME_SYLLABLE = 5;
    private static final double SAME_SHAPE = 4;
    private static final double SPELT = 3;
    private static final double MASK = 4;
    private static final double ANY = 13;

    /** Against signs of two characters, which have many neighbours. */
    private static final double SHORT = 3;

    private final SignText text;
    private final SignText mark;
    private final Set<How> ways = EnumSet.noneOf(How.class);
    private double bits;
    private double likeness;
    private int kept;
    private int strangers;

    private HanDistortion(SignText text, SignText mark) {
        this.text = text;
        this.mark = mark;
    }

    static @Nullable Reading read(SignText text, Chinese chinese, int start, int end, SignText mark, WordSign sign) {
        HanDistortion distortion = new HanDistortion(text, mark);
        if (!distortion.align(start, end)) {
            return null;
        }
        return distortion.weigh(chinese, start, end, sign);
    }

    /** Walks over both at once; false when they part. */
    private boolean align(int start, int end) {
        int i = start;
        for (int k = 0; k < mark.length(); k++) {
            if (i < end && text.base(i) == mark.base(k)) {
                kept++;
                likeness++;
                i++;
            } else if (mark.kind(k) != Kind.HAN) {
                return false;
            } else if (i < end && text.kind(i) == Kind.HAN && !skips(i, start, end, k)) {
                change(text.base(i), mark.base(k));
                i++;
            } else {
                int next = i < end && text.kind(i) == Kind.WORD ? spelt(i, end, mark.base(k)) : i;
                if (next == i && !masked(i, start, end)) {
                    return false;
                }
                if (next == i) {
                    bits += MASK;
                    likeness += 0.5;
                    ways.add(How.MASKED);
                }
                i = next;
            }
        }
        return i == end;
    }

    /** Whether a mask before letter i stands for the mark's character k. */
    private boolean skips(int i, int start, int end, int k) {
        return end - i < mark.length() - k && masked(i, start, end);
    }

    private boolean masked(int i, int start, int end) {
        return i > start && i < end ? text.maskedWithin(i) : text.masked(i);
    }

    private void change(int here, int there) {
        if (Han.sameReading(here, there)) {
            bits += SAME_SOUND;
            likeness += 0.85;
            ways.add(How.SOUND);
        } else if (Han.sameSyllable(here, there)) {
            bits += SAME_SYLLABLE;
            likeness += 0.75;
            ways.add(How.SOUND);
        } else if (Han.likeness(here, there) > 0) {
            bits += SAME_SHAPE;
            likeness += Han.likeness(here, there);
            ways.add(How.SHAPE);
        } else {
            bits += ANY;
            strangers++;
            ways.add(How.EDIT);
        }
    }

    /** Where letters end that spell a character, or stand in its place; the same place when they do neither. */
    private int spelt(int i, int end, int character) {
        int to = i + 1;
        while (to < end && !text.edge(to)) {
            to++;
        }
        String letters = text.base(i, to);
        for (String syllable : Han.keySyllables(character)) {
            if (syllable.equals(letters)) {
                bits += SPELT;
                likeness += 0.8;
                ways.add(How.PINYIN);
                return to;
            }
        }
        if (to - i == 1 && letters.equals("x")) {
            bits += MASK;
            likeness += 0.5;
            ways.add(How.MASKED);
            return to;
        }
        return i;
    }

    private @Nullable Reading weigh(Chinese chinese, int start, int end, WordSign sign) {
        int m = mark.length();
        if (strangers > 1 || strangers == 1 && (m < 4 || kept < m - 1)) {
            return null;
        }
        double surprise = chinese.surprise(start, end) + spellingSurprise(start, end);
        int gaps = 0;
        for (int i = start + 1; i < end; i++) {
            gaps += text.gap(i).compareTo(Gap.HIDDEN) > 0 ? 1 : 0;
        }
        if (gaps > 0 && (strangers > 0 || m == 2)) {
            return null;
        }
        if (gaps > (ways.contains(How.MASKED) ? 1 : 0)) {
            bits += 4;
            ways.add(How.SEPARATED);
        }
        bits += m == 2 ? SHORT : 0;
        double weight = Weights.distortedHan(surprise, bits);
        return weight < 0 ? null : new Reading(start, end, sign, false, likeness / m, ways, weight);
    }

    /** Latin letters among Chinese characters are a surprise in themselves, and so is a masking symbol. */
    private double spellingSurprise(int start, int end) {
        double surprise = 0;
        for (int i = start; i < end; i++) {
            surprise += text.kind(i) == Kind.WORD ? 6 : 0;
            surprise += i > start && text.maskedWithin(i) ? 10 : 0;
        }
        return surprise;
    }
}
