package org.touchstone.indexer.sign;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import org.touchstone.indexer.sign.SignText.Kind;

/**
 * What a code point is as a letter: its folded form (NFKC case folding, accents and strokes off) and its base, the
 * letter that it can be taken for (the skeleton of Unicode TS #39, computed on both cases, with i and l made one).
 * Thread-safe. A code point is worked out once and kept.
 */
final class Letters {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final int[] NONE = {};

    /** Filled as letters are met. Threads may do so twice, which does no harm: a Letter is safe however it is shared. */
    private static final Letter[][] PAGES = new Letter[(Character.MAX_CODE_POINT >> 8) + 1][];

    /** What a code point does in a text. */
    enum Sort {
        LETTER,
        /** A symbol, mark or number that is a letter where it touches one ({@code ˛} for i), and else a symbol. */
        LETTER_IN_WORD,
        /** A mark that hangs on the letter before it. */
        HANGING,
        HIDDEN,
        BLANK,
        NEW_LINE,
        SYMBOL
    }

    private static final Letter HANGING = other(Sort.HANGING, 0);
    private static final Letter HIDDEN = other(Sort.HIDDEN, 0);
    private static final Letter BLANK = other(Sort.BLANK, 0);
    private static final Letter NEW_LINE = other(Sort.NEW_LINE, 0);
    private static final Letter[] SYMBOLS = {other(Sort.SYMBOL, 0), other(Sort.SYMBOL, 1), other(Sort.SYMBOL, 2)};

    private Letters() {}

    /**
     * A code point as letters.
     *
     * @param folded code points, none when it is no letter or digit
     * @param base for each of them the letter it can be taken for
     * @param inWord the same within a word, where a nought is an o; the very same array where there is no difference
     * @param spelt several base letters that it can be taken for together ({@code ю} for lo); mostly none
     * @param kinds for each of the folded
     * @param mask as a symbol: 2 hides a letter, 1 hides one between letters, 0 hides none
     */
    record Letter(int[] folded, int[] base, int[] inWord, int[] spelt, Kind[] kinds, Sort sort, int mask) {}

    static Letter of(int point) {
        Letter[] page = PAGES[point >> 8];
        if (page == null) {
            page = new Letter[256];
            PAGES[point >> 8] = page;
        }
        Letter known = page[point & 255];
        if (known == null) {
            known = make(point);
            page[point & 255] = known;
        }
        return known;
    }

    private static Letter make(int point) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return SYMBOLS[0];
        }
        int[] letters = letters(point);
        if (letters.length == 0) {
            return symbol(point);
        }
        if (letters.length == 1
                && letters[0] >= 128
                && UCharacter.getType(letters[0]) == UCharacterCategory.DECIMAL_DIGIT_NUMBER) {
            return digit(letters[0]);
        }
        Spelling spelling = new Spelling();
        for (int letter : letters) {
            spelling.add(letters.length == 1 ? point : letter, letter, letters.length > 1);
        }
        if (letters.length > 1) {
            spelling.drawn(point);
        }
        return spelling.letter();
    }

    /** Letters and digits of what a code point folds to, with accents off. */
    private static int[] letters(int point) {
        return NFD.normalize(FOLD.normalize(Character.toString(point)))
                .codePoints()
                .filter(c -> UCharacter.isLetterOrDigit(c) && !isSpacing(c))
                .toArray();
    }

    /** Modifier letters that are no letters to the eye: apostrophes, tone marks. */
    private static boolean isSpacing(int point) {
        return point >= 0x2b9 && point <= 0x2df || point >= 0x2e5 && point <= 0x2ff || point == 0x2ec || point == 0x2ee;
    }

    private static Letter digit(int point) {
        int value = '0' + UCharacter.digit(point);
        String drawn = LookAlikes.of(point, point);
        int[] base = {value};
        int[] inWord = drawn.length() == 1 ? new int[] {merge(drawn.charAt(0))} : inWord(base);
        return new Letter(base, base, inWord, NONE, new Kind[] {Kind.WORD}, Sort.LETTER, 0);
    }

    private static Letter symbol(int point) {
        int type = UCharacter.getType(point);
        if (type == UCharacterCategory.NON_SPACING_MARK || type == UCharacterCategory.ENCLOSING_MARK) {
            return HANGING;
        }
        if (type == UCharacterCategory.FORMAT
                || UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return HIDDEN;
        }
        if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
            return NEW_LINE;
        }
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return BLANK;
        }
        int mask = Leet.isMask(point) ? 2 : Leet.isInnerMask(point) ? 1 : 0;
        boolean plain =
                point < 128 || mask > 0 || Leet.letter(point) >= 0 || type == UCharacterCategory.CURRENCY_SYMBOL;
        String named = plain ? "" : LookAlikes.named(point);
        String drawn = plain ? "" : named.isEmpty() ? LookAlikes.of(point, point) : named;
        if (drawn.length() != 1) {
            return SYMBOLS[mask];
        }
        int[] base = {merge(drawn.charAt(0))};
        Sort sort = named.isEmpty() ? Sort.LETTER_IN_WORD : Sort.LETTER;
        return new Letter(new int[] {drawn.charAt(0)}, base, base, NONE, new Kind[] {Kind.WORD}, sort, mask);
    }

    private static Letter other(Sort sort, int mask) {
        return new Letter(NONE, NONE, NONE, NONE, new Kind[0], sort, mask);
    }

    private static int[] inWord(int[] base) {
        int[] inWord = base;
        for (int i = 0; i < base.length; i++) {
            if (base[i] == '0' || base[i] == '1') {
                inWord = inWord == base ? base.clone() : inWord;
                inWord[i] = base[i] == '0' ? 'o' : 'l';
            }
        }
        return inWord;
    }

    /** Makes letters one that many fonts draw alike. */
    static int merge(int ascii) {
        return ascii == 'i' || ascii == '|' ? 'l' : ascii;
    }

    /** Collects the letters of one code point. */
    private static final class Spelling {
        private final StringBuilder folded = new StringBuilder();
        private final StringBuilder base = new StringBuilder();
        private int[] spelt = NONE;

        void add(int point, int letter, boolean oneOfSeveral) {
            boolean part = oneOfSeveral && UScript.getScript(letter) == UScript.HANGUL; // of a syllable
            if (letter < 128 || Han.is(letter) || part) {
                folded.appendCodePoint(letter);
                String drawn = letter < 128 && point > 128 && point != letter ? LookAlikes.skeleton(point) : "";
                int other = letter < 128 ? letter : Han.simplified(letter);
                base.appendCodePoint(merge(drawn.length() == 1 && !isDigit(letter) ? drawn.charAt(0) : other));
                return;
            }
            boolean latin = UScript.getScript(letter) == UScript.LATIN;
            String named = latin ? first(LookAlikes.named(point), LookAlikes.named(letter)) : "";
            String drawn = LookAlikes.of(point, letter);
            String fold = named.isEmpty() && latin ? drawn : named;
            fold = fold.isEmpty() || drawn.length() == 1 && fold.length() > 1 ? Character.toString(letter) : fold;
            folded.append(fold);
            if (drawn.length() == 1) {
                base.append((char) merge(drawn.charAt(0)));
                return;
            }
            fold.codePoints().map(Letters::merge).forEach(base::appendCodePoint);
            if (drawn.length() > 1 && !drawn.equals(fold)) {
                spelt = drawn.chars().map(Letters::merge).toArray();
            }
        }

        /** Keeps what a ligature looks like where that is other letters. */
        void drawn(int point) {
            String drawn = LookAlikes.skeleton(point);
            if (drawn.length() == base.length() && base.chars().allMatch(Character::isLetter)) {
                int[] letters = drawn.chars().map(Letters::merge).toArray();
                spelt = Arrays.equals(letters, base.chars().toArray()) ? NONE : letters;
            }
        }

        /** A digit stays one where it is no word. */
        private static boolean isDigit(int letter) {
            return letter >= '0' && letter <= '9';
        }

        private static String first(String a, String b) {
            return a.isEmpty() ? b : a;
        }

        Letter letter() {
            int[] points = folded.codePoints().toArray();
            int[] bases = base.codePoints().toArray();
            Kind[] kinds = new Kind[points.length];
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = kind(points[i], bases[i]);
            }
            return new Letter(points, bases, inWord(bases), spelt, kinds, Sort.LETTER, 0);
        }

        private static Kind kind(int fold, int base) {
            if (Han.is(fold)) {
                return Kind.HAN;
            }
            return switch (UScript.getScript(fold)) {
                case UScript.LATIN, UScript.CYRILLIC, UScript.GREEK, UScript.ARMENIAN -> Kind.WORD;
                default -> base < 128 ? Kind.WORD : Kind.OTHER;
            };
        }
    }
}
