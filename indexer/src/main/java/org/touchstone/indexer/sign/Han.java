package org.touchstone.indexer.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the tables know of Chinese characters. Thread-safe. Characters outside U+4E00 to U+9FFF are known to none. */
public final class Han {
    static final int FIRST = 0x4e00;
    static final int LAST = 0x9fff;
    private static final String[] NO_READINGS = {};

    /** How many readings of a character count. */
    static final int MOST_READINGS = 3;

    private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];
    private static final boolean[] SIMPLIFIED_ONLY = new boolean[LAST - FIRST + 1];
    private static final String[][] READINGS = new String[LAST - FIRST + 1][];
    private static final int[] NO_POINTS = {};
    private static final int[][] LOOK_ALIKE_POINTS = new int[LAST - FIRST + 1][];
    private static final String[] LOOK_ALIKES = new String[LAST - FIRST + 1];

    static {
        for (int i = 0; i < SIMPLIFIED.length; i++) {
            SIMPLIFIED[i] = (char) (FIRST + i);
        }
        Tables.read("simplified.txt.gz", line -> {
            if (line.length() == 2 && known(line.charAt(0))) {
                SIMPLIFIED[line.charAt(0) - FIRST] = line.charAt(1);
            } else if (line.length() == 1 && known(line.charAt(0))) {
                SIMPLIFIED_ONLY[line.charAt(0) - FIRST] = true;
            }
        });
        Tables.read("readings.txt.gz", line -> {
            if (known(line.charAt(0))) {
                READINGS[line.charAt(0) - FIRST] = line.substring(2).split(" ");
            }
        });
        Arrays.fill(LOOK_ALIKE_POINTS, NO_POINTS);
        Tables.read("lookalikes.txt.gz", line -> {
            LOOK_ALIKES[line.charAt(0) - FIRST] = line;
            LOOK_ALIKE_POINTS[line.charAt(0) - FIRST] = IntStream.range(0, (line.length() - 1) / 2)
                    .map(i -> line.charAt(1 + 2 * i))
                    .toArray();
        });
    }

    private static final int SPELLINGS = 64;
    private static final Syllable[] NO_SYLLABLES = {};
    private static final Syllable[][] KEY_SYLLABLES = new Syllable[LAST - FIRST + 1][];
    private static final String[][] TOLERANT = new String[LAST - FIRST + 1][];
    private static final Map<String, Syllable> SYLLABLES = new HashMap<>();

    static {
        for (int i = 0; i < KEY_SYLLABLES.length; i++) {
            KEY_SYLLABLES[i] = syllables(FIRST + i, MOST_READINGS).stream()
                    .map(letters -> SYLLABLES.computeIfAbsent(letters.replace('i', 'l'), Syllable::of))
                    .toArray(Syllable[]::new);
            TOLERANT[i] = Arrays.stream(KEY_SYLLABLES[i])
                    .map(Syllable::heard)
                    .distinct()
                    .toArray(String[]::new);
        }
    }

    private Han() {}

    static boolean known(int point) {
        return point >= FIRST && point <= LAST;
    }

    /** Whether a code point is a Chinese character, known or not. */
    public static boolean is(int point) {
        return known(point)
                || point >= 0x3400 && point <= 0x4dbf
                || point >= 0x20000 && point <= 0x3ffff
                || point >= 0xf900 && point <= 0xfaff
                || point == 0x3007
                || point == 0x3005;
    }

    /** The simplified character for a traditional or variant one; the character itself where there is none. */
    public static int simplified(int point) {
        return known(point) ? SIMPLIFIED[point - FIRST] : point;
    }

    /** Whether a character is only written where Chinese is simplified, as far as the table tells. */
    public static boolean isSimplifiedOnly(int point) {
        return known(point) && SIMPLIFIED_ONLY[point - FIRST];
    }

    /** Mandarin syllables with a tone digit ({@code hang2}), the commonest first; empty when none is known. */
    static String[] readings(int point) {
        String[] readings = known(point) ? READINGS[point - FIRST] : null;
        return readings == null ? NO_READINGS : readings;
    }

    /** What {@code readings} gives, for others: syllables with a tone digit, {@code v} for ü, the commonest first. */
    public static List<String> tonedSyllables(int point) {
        return List.of(readings(point));
    }

    /** Mandarin syllables without tones, the commonest first, each once, at most so many. */
    public static List<String> syllables(int point, int most) {
        List<String> syllables = new ArrayList<>(2);
        for (String reading : readings(point)) {
            String syllable = reading.substring(0, reading.length() - 1);
            if (!syllables.contains(syllable)) {
                syllables.add(syllable);
            }
            if (syllables.size() == most) {
                break;
            }
        }
        return syllables;
    }

    /**
     * Syllables as they stand in keys of {@link SignView#PINYIN}: without tones, and in the base letters of the
     * skeleton, so that a Latin word can be looked up among them.
     */
    public static Syllable[] keySyllables(int point) {
        return known(point) ? KEY_SYLLABLES[point - FIRST] : NO_SYLLABLES;
    }

    /** The syllables of {@link #keySyllables} as tolerant ears hear them, each once. Shared: read only. */
    public static String[] tolerantSyllables(int point) {
        return known(point) ? TOLERANT[point - FIRST] : NO_READINGS;
    }

    /** Whether two characters share a syllable for tolerant ears. */
    public static boolean likeSyllable(int a, int b) {
        for (String x : tolerantSyllables(a)) {
            for (String y : tolerantSyllables(b)) {
                if (x.equals(y)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The Mandarin syllable that base letters spell; null when they spell none. */
    public static @Nullable Syllable syllable(String base) {
        return SYLLABLES.get(base);
    }

    /**
     * Keys of a piece of a text for {@link SignView#PINYIN}: all readings of its characters, other letters as they are.
     */
    public static Set<String> spellings(SignText text, int start, int end) {
        return spellings(text, start, end, Han::letters);
    }

    private static String[] letters(int point) {
        return Arrays.stream(keySyllables(point)).map(Syllable::letters).toArray(String[]::new);
    }

    /** The same for tolerant ears, as {@link SignView#SOUND} has it. */
    static Set<String> tolerantSpellings(SignText text, int start, int end) {
        return spellings(text, start, end, Han::tolerantSyllables);
    }

    private static Set<String> spellings(SignText text, int start, int end, IntFunction<String[]> readings) {
        Set<String> keys = new LinkedHashSet<>(Set.of(""));
        for (int i = start; i < end; i++) {
            String[] syllables = text.kind(i) == SignText.Kind.HAN
                    ? readings.apply(text.base(i))
                    : new String[] {Character.toString(text.base(i))};
            Set<String> longer = new LinkedHashSet<>();
            for (String syllable : syllables) {
                for (String key : keys) {
                    if (longer.size() < SPELLINGS) {
                        longer.add(key + syllable);
                    }
                }
            }
            keys = longer;
        }
        return keys;
    }

    /** Whether two characters share a reading, tone and all. */
    public static boolean sameReading(int a, int b) {
        return shares(readings(a), readings(b), false);
    }

    /** Whether two characters share a syllable, whatever the tone. */
    public static boolean sameSyllable(int a, int b) {
        return shares(readings(a), readings(b), true);
    }

    /** Whether two rows of readings, syllables with a digit at the end, have one in common. */
    private static boolean shares(String[] some, String[] others, boolean withoutTone) {
        for (String x : some) {
            for (String y : others) {
                int length = x.length() - (withoutTone ? 1 : 0);
                if (x.length() == y.length() && x.regionMatches(0, y, 0, length)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * How likely a reader takes one character for the other at a glance, by their drawings and their parts: 0.7 to 1; 0
     * when neither is among the other's nearest.
     */
    public static double likeness(int a, int b) {
        return a == b ? 1 : Math.max(listed(a, b), listed(b, a));
    }

    private static double listed(int a, int b) {
        String line = known(a) ? LOOK_ALIKES[a - FIRST] : null;
        for (int i = 1; line != null && i + 1 < line.length(); i += 2) {
            if (line.charAt(i) == b) {
                return 0.7 + 0.03 * (line.charAt(i + 1) - '0');
            }
        }
        return 0;
    }

    /** The characters that look most like this one, the nearest first; some 15, at most 40. Shared: read only. */
    public static int[] lookAlikes(int point) {
        return known(point) ? LOOK_ALIKE_POINTS[point - FIRST] : NO_POINTS;
    }

    /**
     * The simplified characters that these two make when they are read as one, side by side or one above the other
     * ({@code 氵每} is 海, {@code 女馬} is 妈); empty when they make none. Forms of a part count as the part (氵 as 水, 艹
     * as 草), traditional as simplified. Two characters of a word may be meant as they stand: 女子 makes 好, too. The cost
     * is that of a hash look-up.
     */
    public static int[] joined(int first, int second) {
        return HanParts.joined(first, second);
    }

    /** As {@link #joined(int, int)}, for three parts: {@code 木又寸} is 树. */
    public static int[] joined(int first, int second, int third) {
        return HanParts.joined(first, second, third);
    }

    /**
     * The usual ways to write a character, simplified or traditional, as its two or three parts, the likeliest first;
     * empty when none is known. Not meant for hot paths: each call cuts strings.
     */
    public static List<String> split(int point) {
        return HanParts.split(point);
    }
}
