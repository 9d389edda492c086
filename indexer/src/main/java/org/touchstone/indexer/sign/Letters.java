package org.touchstone.indexer.sign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a code point is as a letter: its folded form (NFKC case folding, accents and strokes off) and its base, the
 * letter that it can be taken for (the skeleton of Unicode TS #39, computed on both cases, with i and l made one).
 * Thread-safe.
 */
final class Letters {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();

    /**
     * Letters that hide in the names of code points which Unicode does not decompose: small capitals, negative squares.
     */
    private static final Pattern NAMED =
            Pattern.compile("(?:.* )?(?:LETTER|SMALL CAPITAL|SYMBOL) (?:SMALL CAPITAL )?([A-Z])(?: WITH .*)?");

    private static final Letter[] ASCII = new Letter[128];
    private static final ConcurrentHashMap<Integer, Letter> OTHERS = new ConcurrentHashMap<>();

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = make(c);
        }
    }

    private Letters() {}

    /**
     * A code point as letters.
     *
     * @param folded code points, none when it is no letter or digit
     * @param base for each of them the letter it can be taken for
     */
    record Letter(int[] folded, int[] base) {}

    static Letter of(int point) {
        if (point < ASCII.length) {
            return ASCII[point];
        }
        if (point >= 0x4e00 && point <= 0x9fff) {
            return new Letter(new int[] {point}, new int[] {Han.simplified(point)});
        }
        Letter known = OTHERS.get(point);
        if (known == null) {
            known = make(point);
            OTHERS.put(point, known);
        }
        return known;
    }

    private static Letter make(int point) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return new Letter(new int[0], new int[0]);
        }
        String text = Character.toString(point);
        int[] folded = letters(FOLD.normalize(text));
        int drawn = folded.length == 0 ? drawnAs(point) : -1;
        if (drawn >= 0) {
            folded = new int[] {drawn};
        }
        int[] base = new int[folded.length];
        for (int i = 0; i < folded.length; i++) {
            int fold = folded[i];
            int ascii = fold < 128 ? fold : Han.is(fold) ? -1 : ascii(folded.length == 1 ? point : fold, fold);
            base[i] = ascii >= 0 ? merge(ascii) : Han.simplified(fold);
            if (ascii >= 0 && latin(fold)) {
                folded[i] = ascii; // only accents and strokes apart
            }
        }
        return new Letter(folded, base);
    }

    /** Letters and digits of a text, with accents off. */
    private static int[] letters(String text) {
        return NFD.normalize(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
    }

    /** The ASCII letter or digit that a letter can be taken for in either case, -1 when there is none. */
    private static int ascii(int point, int folded) {
        int named = Math.max(named(point), named(folded));
        if (named >= 0) {
            return named;
        }
        String upper = Character.toString(UCharacter.toUpperCase(folded));
        for (String text : new String[] {Character.toString(point), Character.toString(folded), upper}) {
            int[] skeleton = letters(SPOOF.getSkeleton(text).toLowerCase(Locale.ROOT));
            if (skeleton.length == 1 && skeleton[0] < 128) {
                return skeleton[0];
            }
        }
        return -1;
    }

    /** The ASCII letter that a symbol is drawn like, such as APL's alpha; -1 when it is a mere symbol. */
    private static int drawnAs(int point) {
        int type = Character.getType(point);
        boolean symbol = type == Character.OTHER_SYMBOL
                || type == Character.MATH_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || type == Character.OTHER_PUNCTUATION;
        if (point < 128 || !symbol || Leet.isMask(point)) {
            return -1;
        }
        int ascii = ascii(point, point);
        return ascii >= 'a' ? ascii : -1;
    }

    private static int named(int point) {
        if (point < 128 || Han.is(point)) {
            return -1;
        }
        String name = UCharacter.getName(point);
        if (name == null
                || !name.startsWith("LATIN ")
                        && !name.contains("LATIN CAPITAL")
                        && !name.startsWith("REGIONAL INDICATOR")) {
            return -1;
        }
        Matcher matcher = NAMED.matcher(name);
        return matcher.matches() ? matcher.group(1).charAt(0) + 32 : -1;
    }

    private static boolean latin(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
    }

    /** Makes letters one that many fonts draw alike. */
    private static int merge(int ascii) {
        return ascii == 'i' || ascii == '|' ? 'l' : ascii;
    }
}
