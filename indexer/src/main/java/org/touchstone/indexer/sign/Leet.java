package org.touchstone.indexer.sign;

/**
 * Digits, symbols and rows of symbols that are written for letters, and symbols that hide one. 6 is read as b and 9 as
 * g, though either may be meant for the other; 1 is i and l, which have one base.
 */
final class Leet {
    /** What is commonly used: a nought or one within a word of letters and these looks like a letter by itself. */
    private static final String COMMON = "0134578926@$!|+€£¥";

    private static final String COMMON_LETTERS = "oleastbgzbaslltely";

    private static final String RARE = "(<¢￠₵₡©￥￡＠＄！｜＋│︱₩￦₭₮₸₫₥₦₳₱₽₲฿₿₤₣∂§×╳❌❎✖〇○◯⭕丅丫卂匚乇卄丨卩丂乂ㄒㄖㄥㄩㄚ";
    private static final String RARE_LETTERS = "cccccccylaslltllwwkttdmnappgbblfdsxxxxxooootyacehlpsxtoluy";

    /** Rows of symbols, the longer before the shorter that they begin with; the last letter is what they stand for. */
    private static final String[] ROWS = {
        "/\\/\\m", "\\/\\/w", "|\\/|m", "|-|h", "|_|u", "(_)u", "|\\|n", "/-\\a", "/\\a", "\\/v", "|<k", "|{k", "|3b",
        "|)d", "|>p", "|2r", "|_l", "()o", "[]o", "><x", "}{x",
    };

    private static final String MASKS = "*＊○〇◯●□■×✕╳_＿?？~～#＃%";
    private static final String INNER_MASKS = ".·…-－/／'’";

    /** How far a bracket may be from the one that closes it, in UTF-16 units. */
    private static final int BRACKET = 40;

    /** How far a letter may stand from a nought that is taken for one, in UTF-16 units. */
    private static final int REACH = 8;

    private static final byte[] LETTERS = new byte[1 << 16];
    private static final boolean[] BEGINS = new boolean[128];

    static {
        for (String row : ROWS) {
            BEGINS[row.charAt(0)] = true;
        }
        for (int i = 0; i < COMMON.length(); i++) {
            LETTERS[COMMON.charAt(i)] = (byte) COMMON_LETTERS.charAt(i);
        }
        for (int i = 0; i < RARE.length(); i++) {
            LETTERS[RARE.charAt(i)] = (byte) RARE_LETTERS.charAt(i);
        }
    }

    private Leet() {}

    /** The base of the letter that a digit or symbol is written for, -1 when it is for none. */
    static int letter(int point) {
        return point < LETTERS.length && LETTERS[point] != 0 ? LETTERS[point] : -1;
    }

    /** Whether a text has a word that reads. */
    static boolean mayRead(String raw, int limit) {
        for (int i = 0; i < limit; ) {
            int word = word(raw, i, limit);
            if (word < 0) {
                return true;
            }
            i = word;
        }
        return false;
    }

    /**
     * Where the word ends that begins at a place, made negative where its digits and symbols read as letters: a letter
     * is among them, or there are four or more, three of them different, such as {@code 7357} and <code>6@(|&lt;</code>.
     */
    static int word(String raw, int start, int limit) {
        boolean letters = false;
        int count = 0;
        boolean money = false;
        long different = 0;
        int i = start;
        while (i < limit) {
            int leet = at(raw, i);
            int point = raw.codePointAt(i);
            int length = Character.charCount(point);
            if (leet != 0) {
                boolean currency = Character.getType(point) == Character.CURRENCY_SYMBOL;
                length = leet >> 8;
                count += currency ? 0 : 1;
                different |= currency ? 0 : 1L << point;
                money |= currency;
            } else if (point >= 0x4e00 && point <= 0x9fff) {
                break;
            } else {
                Letters.Letter letter = Letters.of(point);
                if (letter.sort() == Letters.Sort.LETTER && letter.kinds()[0] != SignText.Kind.HAN) {
                    boolean digit = isDigit(letter);
                    count += digit ? 1 : 0;
                    different |= digit ? 1L << letter.base()[0] : 0;
                    letters |= !digit && letter.kinds()[0] == SignText.Kind.WORD;
                } else if (letter.sort() != Letters.Sort.HIDDEN && letter.sort() != Letters.Sort.HANGING) {
                    break;
                }
            }
            i += length;
        }
        boolean reads = letters ? count > 0 || money : count >= 4 && Long.bitCount(different) >= 3;
        int end = Math.max(i, start + Character.charCount(raw.codePointAt(start)));
        return reads ? -end : end;
    }

    /** The base of what is read for a digit of another script or style, -1 for what is no digit. */
    static int digit(Letters.Letter letter) {
        return letter.base().length == 1 && isDigit(letter) ? letter(letter.base()[0]) : -1;
    }

    /**
     * How many UTF-16 units at a place read as one letter, its base in the lowest 8 bits and the length above; 0 when
     * none does.
     */
    static int at(String raw, int at) {
        char c = raw.charAt(at);
        if (c < BEGINS.length && BEGINS[c]) {
            for (String row : ROWS) {
                int length = row.length() - 1;
                if (row.charAt(0) == c && raw.regionMatches(at, row, 0, length)) {
                    return length << 8 | Letters.merge(row.charAt(length));
                }
            }
        }
        int letter = letter(c);
        if (letter < 0 || c == '(' && closes(raw, at) || Han.is(c) && !touchesLetter(raw, at)) {
            return 0;
        }
        return 1 << 8 | letter;
    }

    private static boolean closes(String raw, int at) {
        int close = raw.indexOf(')', at, Math.min(raw.length(), at + BRACKET));
        return close >= 0;
    }

    private static boolean touchesLetter(String raw, int at) {
        return at > 0 && isWordLetter(raw.charAt(at - 1)) || at + 1 < raw.length() && isWordLetter(raw.charAt(at + 1));
    }

    private static boolean isWordLetter(char c) {
        return Character.isLetter(c) && !Han.is(c);
    }

    /** Whether a digit from a place to an end looks like a letter: it stands in a word of which something is one. */
    static boolean besideLetter(String raw, int start, int end) {
        return before(raw, start) || behind(raw, end);
    }

    private static boolean before(String raw, int start) {
        for (int i = start; i > 0 && i > start - REACH; ) {
            int point = raw.codePointBefore(i);
            int verdict = verdict(point);
            if (verdict != 0) {
                return verdict > 0;
            }
            i -= Character.charCount(point);
        }
        return false;
    }

    private static boolean behind(String raw, int end) {
        for (int i = end; i < raw.length() && i < end + REACH; ) {
            int point = raw.codePointAt(i);
            int verdict = verdict(point);
            if (verdict != 0) {
                return verdict > 0;
            }
            i += Character.charCount(point);
        }
        return false;
    }

    /** 1 for a letter, -1 for what ends a word, 0 for what may stand in one. */
    private static int verdict(int point) {
        if (point < 128) {
            return Character.isLetter(point) ? 1 : COMMON.indexOf(point) >= 0 ? 0 : -1;
        }
        if (Han.is(point)) {
            return -1;
        }
        Letters.Letter letter = Letters.of(point);
        return switch (letter.sort()) {
            case LETTER -> isDigit(letter) ? 0 : 1;
            case LETTER_IN_WORD -> 0;
            default -> COMMON.indexOf(point) >= 0 ? 0 : -1;
        };
    }

    private static boolean isDigit(Letters.Letter letter) {
        return letter.base().length > 0 && letter.base()[0] >= '0' && letter.base()[0] <= '9';
    }

    /** Whether a symbol hides a letter if it stands between letters, but not at a word's end. */
    static boolean isInnerMask(int point) {
        return INNER_MASKS.indexOf(point) >= 0 || isMask(point);
    }

    static boolean isMask(int point) {
        return MASKS.indexOf(point) >= 0;
    }
}
