package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.matcher.text.FalseAlarms.Reason;

/**
 * How often an ordinary title brings a hit of a sign in Latin letters: {@link OrdinaryLatin#WORDS} times the chance of
 * each word that the matcher takes for it. What it takes is asked of the matcher's own classes. Thread-safe.
 */
final class LatinAlarms {
    /** Bits above which a word is too rare to add to the sum, and below which nothing is taken for another word. */
    private static final double RARE = 34;

    private static final double COMMON = 14;

    /** Bits by which a word in no list may be less surprising than one a letter away. */
    private static final double A_LETTER = 24;

    /** Bits for a given symbol's standing between two letters. */
    private static final double SYMBOL = 10;

    /** The share of words in no list that are as well explained by the sign as those of the list that stand for them. */
    private static final double TAKEN = 0.4;

    private static final int SHORT = 3;
    private static final int LEAST_PART = 4;
    private static final int LONGEST_NEAR = 28;
    private static final int LEAST_HEARD = 5;
    private static final int LONGEST_HEARD = 16;

    /** Bits of the end of a word in {@link English#unknown}, about: a part has its end within the word. */
    private static final double END = 3;

    private final OrdinaryLatin ordinary;

    LatinAlarms(OrdinaryLatin ordinary) {
        this.ordinary = ordinary;
    }

    /** Expected hits in one title, by reason. */
    Map<Reason, Double> of(SignText mark, WordSign sign) {
        Map<Reason, Double> expected = new EnumMap<>(Reason.class);
        int n = mark.length();
        if (n < 2) {
            return expected; // one letter is never a sign by itself
        }
        own(mark, expected);
        if (n >= LEAST_PART) {
            part(mark, expected);
            near(mark, sign, expected);
        }
        if (n >= LEAST_PART && !mark.hasGap(0, n)) {
            heard(mark, sign, expected);
        }
        return expected;
    }

    private static void add(Map<Reason, Double> expected, Reason reason, double chance) {
        if (chance > 0) {
            expected.merge(reason, OrdinaryLatin.WORDS * chance, Double::sum);
        }
    }

    static double chance(double bits) {
        return Math.pow(2, -bits);
    }

    /** The sign itself, as an ordinary word, number or code. */
    private static void own(SignText mark, Map<Reason, Double> expected) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= mark.length(); i++) {
            if (i == mark.length() || mark.gap(i).compareTo(Gap.HIDDEN) > 0) {
                words.add(mark.folded(from, i));
                from = i;
            }
        }
        boolean number = words.stream().allMatch(OrdinaryLatin::isNumber);
        boolean word = words.stream().allMatch(English::hasOrNames);
        Reason reason = number ? Reason.NUMBER : mark.length() <= SHORT && !word ? Reason.SHORT : Reason.WORD;
        boolean exact = mark.length() <= SHORT && words.size() > 1; // with the very symbol between
        add(expected, reason, chance(OrdinaryLatin.surprise(words) + (exact ? SYMBOL : 0)));
    }

    /**
     * A part of words that are in no list. Such words are made like those of the list: so many of them have the sign at
     * their beginning or end as words of the list have (those that the matcher would take, were they not listed); and as
     * many as {@link English#unknown} expects, for what the list happens to lack. The mean of both is taken.
     */
    private void part(SignText mark, Map<Reason, Double> expected) {
        String sign = mark.folded(0, mark.length());
        if (English.isCommon(sign) || mark.hasGap(0, mark.length())) {
            return;
        }
        double distinction = English.distinction(sign);
        int[] taken = new int[1];
        ordinary.beside(
                mark.base(0, mark.length()), rest -> taken[0] += Plausibility.isPart(sign, distinction, rest) ? 1 : 0);
        double listed = (double) taken[0] / ordinary.count();
        double chance = Plausibility.isPart(sign, distinction, "x")
                ? 2 * chance(English.unknown(sign) - OrdinaryLatin.UNLISTED - END)
                : 0;
        add(expected, Reason.PART, TAKEN * chance(OrdinaryLatin.UNLISTED) * (listed + chance) / 2);
    }

    /** Words a letter away, if they are in no dictionary and no names that everybody bears. */
    private void near(SignText mark, WordSign sign, Map<Reason, Double> expected) {
        String word = mark.folded(0, mark.length());
        if (word.length() > LONGEST_NEAR) {
            return;
        }
        boolean far = English.unknown(word) > RARE + A_LETTER;
        double[] chance = new double[1];
        aLetterAway(word, other -> {
            if (far && !English.knows(other)) {
                return;
            }
            double bits = English.surprise(other);
            if (bits >= COMMON && bits < RARE && !Words.isOrdinary(other) && isTaken(mark, sign, other)) {
                chance[0] += chance(bits);
            }
        });
        add(expected, Reason.NEAR, chance[0]);
    }

    private static boolean isTaken(SignText mark, WordSign sign, String word) {
        SignText text = SignText.of(word);
        if (text.base(0, text.length()).equals(mark.base(0, mark.length()))) {
            return !English.isSeen(word); // letters that look alike: the sign itself, unless people write the word
        }
        return WordDistortion.read(text, 0, text.length(), mark, sign) != null;
    }

    /** Every word with one letter more, less or other, or with two neighbours exchanged; each once. */
    private static void aLetterAway(String word, Consumer<String> sink) {
        int n = word.length();
        for (int i = 0; i <= n; i++) {
            String head = word.substring(0, i);
            String tail = word.substring(i);
            char here = i < n ? word.charAt(i) : 0;
            for (char c = 'a'; c <= 'z'; c++) {
                if (c != here) {
                    sink.accept(head + c + tail);
                }
            }
            if (i == n) {
                return;
            }
            String rest = tail.substring(1);
            if (i == 0 || word.charAt(i - 1) != here) {
                sink.accept(head + rest);
            }
            for (char c = 'a'; c <= 'z'; c++) {
                if (c != here) {
                    sink.accept(head + c + rest);
                }
            }
            if (i + 1 < n && word.charAt(i + 1) != here) {
                sink.accept(head + rest.charAt(0) + here + rest.substring(1));
            }
        }
    }

    /** Words that sound like it. Those that people write though dictionaries lack them are a sample of all in no list. */
    private void heard(SignText mark, WordSign sign, Map<Reason, Double> expected) {
        double chance = 0;
        for (String word : ordinary.heard(mark.folded(0, mark.length()))) {
            if (word.length() < LEAST_HEARD
                    || word.length() > LONGEST_HEARD
                    || word.equals(mark.folded(0, mark.length()))) {
                continue;
            }
            SignText text = SignText.of(word);
            boolean near = WordDistortion.read(text, 0, text.length(), mark, sign) != null;
            if (!near && WordDistortion.isHeard(text, mark, English.unknown(word))) {
                chance += TAKEN * chance(OrdinaryLatin.UNLISTED) / ordinary.count();
            }
        }
        add(expected, Reason.SOUND, chance);
    }
}
