package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.matcher.text.FalseAlarms.Reason;

/**
 * How often an ordinary title brings a hit of a sign in Chinese characters: {@link OrdinaryHan#CHARACTERS} times the
 * chance of each row of characters that the matcher takes for it. What it takes is asked of the matcher's own classes.
 * Thread-safe.
 */
final class HanAlarms {
    /** Bits above which a row is too rare to add to the sum. */
    private static final double RARE = 30;

    private static final double RARE_PAIR = 27;

    /** Fewer bits no character's ending or beginning a word has. */
    private static final double COMMONEST = 5;

    /** Bits of a name in offers: so many, and so much for each bit that the language gives its characters. */
    private static final double NAME = 10;

    private static final double A_BIT = 0.6;

    /** Bits for a character's standing alone, parted on both sides. */
    private static final double ALONE = 8;

    /** The share of rows that stand where names do: at the beginning of what is written together, or parted. */
    private static final double PLACED = 0.2;

    /** Bits for standing there, and those of standing elsewhere, as {@link Chinese#standing} has them. */
    private static final double STANDING = 3.5;

    private static final double ELSEWHERE = -1;

    /** A particle that words stand beside as they are. */
    private static final String BESIDE = "的";

    private static final int LONGEST = 8;

    /** Longer signs with a character changed are too rare to add to the sum. */
    private static final int LONGEST_CHANGED = 4;

    private static final int LEAST_SPELT = 4;
    private static final int MOST_SPELT = 8;
    private static final double LEAST_SURPRISE = 5;

    private final OrdinaryHan ordinary;

    /** What was found for each character, for marks share them: a few thousand entries. */
    private final Map<Integer, int[]> alike = new ConcurrentHashMap<>();

    private final Map<Integer, List<Sounding>> firsts = new ConcurrentHashMap<>();
    private final Map<Integer, List<Sounding>> seconds = new ConcurrentHashMap<>();

    HanAlarms(OrdinaryHan ordinary) {
        this.ordinary = ordinary;
    }

    /** Expected hits in one title, by reason. */
    Map<Reason, Double> of(SignText mark, WordSign sign) {
        Map<Reason, Double> expected = new EnumMap<>(Reason.class);
        int n = mark.length();
        if (n > LONGEST || !allHan(mark)) {
            return expected; // too long to stand anywhere by chance
        }
        String row = mark.base(0, n);
        if (n == 1) {
            add(expected, Reason.SHORT, (ordinary.ends(row.charAt(0)) + ordinary.begins(row.charAt(0))) / 2 + ALONE);
            return expected;
        }
        if (Chinese.of(mark, false).surprise(0, n) >= LEAST_SURPRISE) {
            boolean word = Chinese.isWord(row) || n > 2;
            add(expected, word ? Reason.WORD : Reason.SHORT, ordinary.surprise(row));
        }
        for (int i = 0; i < n && n <= LONGEST_CHANGED; i++) {
            changed(mark, sign, row, i, expected);
        }
        if (n == 2) {
            bothSound(row.charAt(0), row.charAt(1), expected);
        }
        spelt(mark, expected);
        return expected;
    }

    private static boolean allHan(SignText mark) {
        for (int i = 0; i < mark.length(); i++) {
            int c = mark.base(i);
            if (mark.kind(i) != SignText.Kind.HAN || c > Character.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }

    private static void add(Map<Reason, Double> expected, Reason reason, double bits) {
        expected.merge(reason, OrdinaryHan.CHARACTERS * LatinAlarms.chance(bits), Double::sum);
    }

    /** Rows in which one character is another that sounds or looks alike. */
    private void changed(SignText mark, WordSign sign, String row, int at, Map<Reason, Double> expected) {
        String head = row.substring(0, at);
        String tail = row.substring(at + 1);
        for (int other : alike.computeIfAbsent((int) row.charAt(at), this::alike)) {
            String changed = head + (char) other + tail;
            double bits = ordinary.surprise(changed);
            if (bits >= RARE) {
                continue;
            }
            Reading reading = taken(mark, sign, BESIDE + changed + BESIDE, 1);
            double share = reading == null ? PLACED : 1;
            reading = reading == null ? taken(mark, sign, changed, 0) : reading;
            if (reading != null) {
                Reason reason = reading.how().contains(How.SHAPE) ? Reason.SHAPE : Reason.SOUND;
                expected.merge(reason, share * OrdinaryHan.CHARACTERS * stranger(bits), Double::sum);
            }
        }
    }

    private static @Nullable Reading taken(SignText mark, WordSign sign, String raw, int start) {
        SignText text = SignText.of(raw);
        return HanDistortion.read(text, Chinese.of(text, true), start, start + mark.length(), mark, sign);
    }

    /**
     * The chance of a row that no word explains. Where the matcher takes it for a sign it is mostly a stranger's name, and
     * names have rare characters oftener than the language.
     */
    private static double stranger(double bits) {
        return LatinAlarms.chance(NAME + A_BIT * bits);
    }

    private int[] alike(int character) {
        Set<Integer> others = new TreeSet<>();
        for (String syllable : Han.tolerantSyllables(character)) {
            for (int other : ordinary.sounding(syllable)) {
                others.add(other);
            }
        }
        for (int other : Han.lookAlikes(character)) {
            others.add(Han.simplified(other));
        }
        others.remove(character);
        return others.stream().mapToInt(other -> other).toArray();
    }

    /** Pairs that sound like a pair of which neither character is the sign's own, and that make no word. */
    private void bothSound(int a, int b, Map<Reason, Double> expected) {
        double sum = 0;
        List<Sounding> behind = seconds.computeIfAbsent(b, it -> sounding(it, ordinary::begins));
        for (Sounding x : firsts.computeIfAbsent(a, it -> sounding(it, ordinary::ends))) {
            for (Sounding y : behind) {
                double bits = x.placed() + y.placed() + OrdinaryHan.MEETING;
                double over = x.over() + y.over();
                if (bits > RARE_PAIR || Weights.distorted(over + STANDING, 0) < 0 || makeWord(x, y)) {
                    continue;
                }
                sum += (Weights.distorted(over + ELSEWHERE, 0) < 0 ? PLACED : 1) * stranger(bits);
            }
        }
        if (sum > 0) {
            expected.merge(Reason.SOUND, OrdinaryHan.CHARACTERS * sum, Double::sum);
        }
    }

    private static boolean makeWord(Sounding x, Sounding y) {
        return Chinese.isWord("" + (char) x.character() + (char) y.character());
    }

    /**
     * A character that sounds like another.
     *
     * @param placed bits for its standing at its end of a pair
     * @param over bits of surprise at it by itself, less what it costs to write it for the other
     */
    private record Sounding(int character, double placed, double over) {}

    private List<Sounding> sounding(int character, IntToDoubleFunction placed) {
        List<Sounding> soundings = new ArrayList<>();
        for (String syllable : Han.tolerantSyllables(character)) {
            for (int other : ordinary.sounding(syllable)) {
                double bits = placed.applyAsDouble(other);
                if (other != character && bits < RARE_PAIR - COMMONEST) {
                    double over = single(other) - HanChange.of(other, character).bits();
                    soundings.add(new Sounding(other, bits, over));
                }
            }
        }
        return soundings;
    }

    private static double single(int character) {
        double bits = Chinese.wordBits(Character.toString(character));
        return bits == 0 ? RARE : bits;
    }

    /** Words in Latin letters that spell it, if no dictionary has them. */
    private static void spelt(SignText mark, Map<Reason, Double> expected) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(""));
        for (int i = 0; i < mark.length(); i++) {
            Set<String> longer = new LinkedHashSet<>();
            for (String syllable : Han.syllables(mark.base(i), 2)) {
                spellings.stream().limit(MOST_SPELT).forEach(spelling -> longer.add(spelling + syllable));
            }
            spellings = longer;
        }
        for (String word : spellings) {
            if (word.length() >= LEAST_SPELT
                    && !Words.isOrdinary(word)
                    && Weights.distorted(English.unknown(word), 0) > 0) {
                expected.merge(
                        Reason.SOUND, OrdinaryLatin.WORDS * LatinAlarms.chance(English.surprise(word)), Double::sum);
            }
        }
    }
}
