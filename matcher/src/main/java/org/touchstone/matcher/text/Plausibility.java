package org.touchstone.matcher.text;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.touchstone.indexer.sign.SignText;
import org.touchstone.indexer.sign.SignText.Gap;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * Whether a piece of a text can be meant as a sign by itself, or is rather ordinary language or half of another word.
 */
final class Plausibility {
    /** Bits below which a Chinese window is words of the language, or halves of such. */
    private static final double LEAST_SURPRISE = 5;

    /** Bits that a sign within a longer word must have beyond what explains the rest, and when it is a word itself. */
    private static final double PART = 8;

    private static final double ORDINARY_PART = 9;

    /** What shops and addresses put before and behind names. */
    private static final Set<String> AFFIXES = Set.of(
            "www", "ww", "http", "https", "ssl", "web", "shop", "mall", "mail", "vip", "app", "cn", "usa", "uk", "eu",
            "co", "com", "net", "org", "my", "the", "pro", "tm", "hd", "pc", "tv", "login", "signup", "blog", "wiki",
            "info");

    private Plausibility() {}

    /** The mark's own letters, perhaps dressed up. */
    static boolean same(
            SignText text, Chinese chinese, Predicate<String> marks, int start, int end, Set<How> ways, int unlike) {
        int n = end - start;
        if (text.hasHan(start, end)) {
            return sameHan(text, chinese, start, end, ways);
        }
        if (ways.contains(How.PART)) {
            return !ways.contains(How.LEET) && part(text, marks, start, end);
        }
        if (n == 1 || ways.contains(How.LEET) && !leet(text, start, end)) {
            return false;
        }
        if (n <= 3 && !(dressedOnly(n, ways) && standsAlone(text, start, end))) {
            return false;
        }
        if (ways.contains(How.LEET) && (ways.contains(How.SEPARATED) || ways.contains(How.DIVIDED))) {
            return false;
        }
        if (unlike > 0 && !ways.contains(How.STYLED) && isWordAsWritten(text, start, end)
                || foreignWord(text, start, end)) {
            return false;
        }
        boolean apart = ways.contains(How.SEPARATED) || ways.contains(How.DIVIDED);
        return !apart || separated(text, start, end, unlike);
    }

    /** Whether the raw letters, or what they are read as, are an ordinary word. */
    private static boolean isWordAsWritten(SignText text, int start, int end) {
        String raw = text.quote(start, end).toLowerCase(Locale.ROOT);
        return Words.isOrdinary(text, start, end) || Words.isOrdinary(raw) || English.isSeen(raw);
    }

    /** An English word but for one accent: a word of another language. */
    private static boolean foreignWord(SignText text, int start, int end) {
        int accents = 0;
        for (int i = start; i < end; i++) {
            int point = text.raw().codePointAt(text.start(i));
            if (point >= 0x100) {
                return false;
            }
            accents += point >= 0xc0 ? 1 : 0;
        }
        return accents == 1 && Words.isOrdinary(text, start, end);
    }

    /** Letters with digits and symbols for some: not a number with its unit, not a word with a number, not a model. */
    private static boolean leet(SignText text, int start, int end) {
        int letters = 0;
        int symbols = 0;
        int leading = 0;
        int turns = 0;
        StringBuilder rest = new StringBuilder();
        for (int i = start; i < end; i++) {
            boolean letter = Character.isLetter(text.folded(i));
            if (letter) {
                letters++;
                rest.appendCodePoint(text.folded(i));
            } else if (!Character.isDigit(text.folded(i))) {
                symbols++;
            }
            leading += letters + symbols == 0 ? 1 : 0;
            turns += i > start && letter != Character.isLetter(text.folded(i - 1)) ? 1 : 0;
        }
        boolean joined = turns > 1 || leading <= 1;
        boolean model = end - start <= 4 && letters + symbols <= 2 && symbols == 0;
        boolean numbered = turns == 1 && symbols == 0 && Words.isOrdinary(rest.toString());
        return letters + symbols >= 2 && joined && !model && !numbered;
    }

    /** Two letters must be the mark's very own, three may be dressed up. */
    private static boolean dressedOnly(int n, Set<How> ways) {
        return ways.contains(How.EXACT)
                || n == 3 && Set.of(How.FOLDED, How.STYLED).containsAll(ways);
    }

    private static boolean sameHan(SignText text, Chinese chinese, int start, int end, Set<How> ways) {
        int n = end - start;
        if (n == 1) {
            return standsAlone(text, start, end) && ways.contains(How.EXACT);
        }
        double surprise = chinese.surprise(start, end);
        if (ways.contains(How.SEPARATED)) {
            return surprise + (n == 2 ? chinese.standing(text, start, end) : 4) >= 20;
        }
        return surprise >= LEAST_SURPRISE;
    }

    /** Letters of one word with something between them, or words that make up another when joined. */
    private static boolean separated(SignText text, int start, int end, int unlike) {
        int n = end - start;
        int blanks = 0;
        int longest = 0;
        int piece = 1;
        for (int i = start + 1; i <= end; i++) {
            if (i == end || text.gap(i).compareTo(Gap.HIDDEN) > 0) {
                longest = Math.max(longest, piece);
                piece = 0;
                blanks += i < end && text.gap(i) == Gap.BLANK ? 1 : 0;
            }
            piece++;
        }
        if (longest == 1) {
            return n >= 4 || blanks == 0;
        }
        if (blanks == 0) {
            return n >= 4;
        }
        boolean stray = text.gap(start + 1).compareTo(Gap.HIDDEN) > 0
                || text.gap(end - 1).compareTo(Gap.HIDDEN) > 0;
        return n >= 6 && !stray && unlike == 0 && !Words.allOrdinary(text, start, end);
    }

    /** A part of a longer word: what is left over must be easy to explain, and the whole must be no word. */
    private static boolean part(SignText text, Predicate<String> marks, int start, int end) {
        String sign = text.folded(start, end);
        return isPart(sign, English.distinction(sign) - besides(text, marks, start, end));
    }

    /**
     * Whether a sign in folded letters can be a part of a longer word that is no word itself.
     *
     * @param distinction its bits of surprise
     * @param rest what the longer word has besides
     */
    static boolean isPart(String sign, double distinction, String rest) {
        return isPart(sign, distinction - leftOver(rest));
    }

    private static boolean isPart(String sign, double bits) {
        if (English.isCommon(sign)) {
            return false; // words are made of such words
        }
        return bits >= (Words.isOrdinary(sign) ? ORDINARY_PART : PART);
    }

    /**
     * Bits that it takes to explain what a piece of a word leaves over; infinite when the whole is a word.
     *
     * @param marks tells whether base letters are a mark's
     */
    static double besides(SignText text, Predicate<String> marks, int start, int end) {
        int from = start;
        while (from > 0 && sameWord(text, from)) {
            from--;
        }
        int to = end;
        while (to < text.length() && sameWord(text, to)) {
            to++;
        }
        String whole = text.folded(from, to);
        boolean cut = start > from && cutsNumber(text, start) || end < to && cutsNumber(text, end);
        if (cut || Words.isOrdinary(whole) || English.isSeen(whole) || start > from && end < to) {
            return Double.POSITIVE_INFINITY;
        }
        boolean before = start > from;
        String rest = before ? text.folded(from, start) : text.folded(end, to);
        boolean mark = rest.length() >= 4 && marks.test(before ? text.base(from, start) : text.base(end, to));
        return mark ? 6 : leftOver(rest);
    }

    private static boolean cutsNumber(SignText text, int i) {
        return Character.isDigit(text.folded(i)) && Character.isDigit(text.folded(i - 1));
    }

    /** Bits that it takes to explain what stands beside a sign in one word. */
    private static double leftOver(String rest) {
        if (AFFIXES.contains(rest) || rest.length() > 2 && English.isCommon(rest)) {
            return 6;
        }
        return rest.length() > 2 && English.has(rest) ? 9 : 2 + 3.3 * rest.length();
    }

    private static boolean sameWord(SignText text, int i) {
        return text.kind(i) == Kind.WORD
                && text.kind(i - 1) == Kind.WORD
                && text.gap(i).compareTo(Gap.HIDDEN) <= 0;
    }

    /** Whether gaps or another script part the window from what is around it. */
    static boolean standsAlone(SignText text, int start, int end) {
        return parted(text, start) && parted(text, end);
    }

    static boolean parted(SignText text, int i) {
        return i == 0
                || i == text.length()
                || text.gap(i).compareTo(Gap.HIDDEN) > 0
                || text.kind(i) != text.kind(i - 1);
    }
}
