package org.touchstone.indexer.sign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which ASCII letters a code point is drawn like, after the skeletons of Unicode TS #39 and a few pairs of our own, and
 * which it is named after. Slow; {@link Letters} keeps the answers. Thread-safe.
 */
final class LookAlikes {
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();

    /** Letters that Unicode does not decompose say in their names what they are: {@code L WITH STROKE}, {@code AE}. */
    private static final Pattern NAMED = Pattern.compile("(?:.* )?(?:LETTER|CAPITAL|SYMBOL|SMALL|LIGATURE) "
            + "(?:(?!WITH )[A-Z-]{2,} )*?"
            + "([A-Z]|A[AEOUVY]|O[EOU]|U[EO]|DZ|T[SCZ]|L[LSZ]|VY|IJ|DB|QP|TH)(?: DIGRAPH)?(?: (?:WITH|PRECEDED) .*)?");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ALPHA", "a"),
            Map.entry("SCHWA", "e"),
            Map.entry("ETH", "d"),
            Map.entry("ENG", "n"),
            Map.entry("HENG", "h"),
            Map.entry("ESH", "s"),
            Map.entry("EZH", "z"),
            Map.entry("KRA", "k"),
            Map.entry("IOTA", "i"),
            Map.entry("UPSILON", "u"),
            Map.entry("WYNN", "w"),
            Map.entry("THORN", "th"));

    private static final Pattern WORDED =
            Pattern.compile("LATIN .*(?:LETTER|CAPITAL) (?:(?:TURNED|REVERSED) )?([A-Z]+)(?: WITH .*)?");

    /**
     * Letters that lettering uses for others and TS #39 does not list, or no longer does: pairs of the letter and what
     * it stands for.
     */
    private static final String LETTERING =
            "ΛaɅaλaΔa∆aΣe∑eΞeꞓeεeєeЭeэeЗ3ИnиnЙnПnпnΠnπn∏n∩nЯrяrЦuцuШwшwЩwщwΩoωwψwЧyчyДaдaЖxжx√v℮eµuμuφoΦoΘoθo˛i𐔜c";

    private static final Map<Integer, String> STYLED = new HashMap<>();

    static {
        int[] pairs = LETTERING.codePoints().toArray();
        for (int i = 0; i < pairs.length; i += 2) {
            STYLED.put(pairs[i], Character.toString(pairs[i + 1]));
        }
    }

    private LookAlikes() {}

    /**
     * The ASCII letters and digits, in lower case, that a code point can be taken for in either case; most often one,
     * empty when there are none.
     *
     * @param folded its folded form, or itself
     */
    static String of(int point, int folded) {
        String exact = skeleton(point);
        if (!exact.isEmpty()) {
            return exact;
        }
        String styled = STYLED.getOrDefault(point, STYLED.getOrDefault(folded, ""));
        if (!styled.isEmpty()) {
            return styled;
        }
        String other = skeleton(folded);
        return other.isEmpty() ? skeleton(UCharacter.toUpperCase(folded)) : other;
    }

    /** The ASCII letters and digits of a code point's skeleton, in lower case; empty where it has others. */
    static String skeleton(int point) {
        String skeleton = NFD.normalize(SPOOF.getSkeleton(Character.toString(point)));
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < skeleton.length(); i++) {
            int c = skeleton.codePointAt(i);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                letters.append((char) c);
            } else if (c == '/' || UCharacter.isLetterOrDigit(c)) {
                boolean alone = skeleton.codePointCount(0, skeleton.length()) == 1 && c != point;
                return alone ? STYLED.getOrDefault(c, "") : "";
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT).replace("rn", "m");
    }

    /** The ASCII letters that a Latin letter is named after, in lower case: one or two; empty when there are none. */
    static String named(int point) {
        if (point < 128 || Han.is(point)) {
            return "";
        }
        String name = UCharacter.getName(point);
        boolean latin = name != null
                && (UScript.getScript(point) == UScript.LATIN
                        || name.contains("LATIN CAPITAL")
                        || name.startsWith("REGIONAL INDICATOR"));
        if (!latin) {
            return "";
        }
        Matcher word = WORDED.matcher(name);
        if (word.matches() && WORDS.containsKey(word.group(1))) {
            return WORDS.get(word.group(1));
        }
        Matcher letter = NAMED.matcher(name);
        return letter.matches() ? letter.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
