package org.touchstone.matcher.text;

import java.util.Arrays;
import java.util.stream.Stream;
import org.touchstone.indexer.sign.Han;
import org.touchstone.indexer.sign.SignText;

/**
 * How well ordinary Chinese explains a piece of a text: the least number of bits in which words of the language spell
 * it, from how often each word is used. A piece that cuts through ordinary words costs little, a name costs much.
 */
final class Chinese {
    private static final int LONGEST = 4;

    /** Bits that {@link #standing} gives at most. */
    static final double MOST_STANDING = 3.5;

    /** Bits of a word are this less the logarithm of how often it is used in a corpus of some 60 million words. */
    private static final int TOTAL = 26;

    /** Bits of a character that is no word by itself. */
    private static final int UNKNOWN = 24;

    /** Marks a word that is a name. */
    private static final int NAME = 32;

    /** Words of selling that lead up to a name. */
    private static final int[] LEADS = Stream.of(
                    "正品", "进口", "全新", "国产", "专柜", "官方", "代购", "现货", "包邮", "特价", "原装", "新款", "授权", "旗舰", "直邮", "品牌")
            .mapToInt(word -> word.charAt(0) << 16 | word.charAt(1))
            .sorted()
            .toArray();

    /** Single characters that stand beside a name as they are. */
    private static final String COMPANIONS = "的和与及或仿新老原真款仅配送买卖用在等是有为给";

    /** The commonest surnames that are hardly used for anything else: what follows is a given name. */
    private static final String SURNAMES = "李刘陈赵吴徐孙胡郭梁宋郑韩冯董曹袁邓许傅沈曾彭吕卢蒋蔡贾魏薛阎潘杜姜姚谭廖邹郝邱秦侯邵孟尹黎贺赖龚";

    /** Surnames that are words as well: only at the beginning of a row do they make a person's name likely. */
    private static final String SURNAMES_TOO = "王张杨黄周朱林何高罗马谢唐于萧程苏丁叶余戴夏钟汪田任范方石金陆孔白崔康毛史顾龙万段雷钱汤易常武乔文";

    /** What makes an attribute or a device of a word. */
    private static final String SUFFIXES = "式型器形状性化率";

    /** What is said behind a name to make it a maker's. */
    private static final String BRAND = "牌";

    private static final WordList WORDS = new WordList(306_000);

    static {
        WordList.read("chinese.txt.gz", line -> {
            int end = line.length() - 1;
            char kind = line.charAt(end);
            WORDS.put(key(line, end), kind >= 'a' ? kind - 'a' : kind - 'A' | NAME);
        });
    }

    /** Cost of spelling the letters from the beginning of the run to before each letter. */
    private final float[] before;

    /** Cost of spelling the letters from each letter to the end of the run. */
    private final float[] after;

    /** The word before each letter, and the word that starts with it, in that spelling: their lengths. */
    private final byte[] lengthsBefore;

    private final byte[] lengthsAfter;

    /** Where the run of each letter starts and ends. */
    private final int[] runStarts;

    private final int[] runEnds;

    /** How many characters are traditional, and how many are only written where Chinese is simplified. */
    private int traditional;

    private int simplified;

    private final boolean names;

    private Chinese(int length, boolean names) {
        this.names = names;
        before = new float[length + 1];
        after = new float[length + 1];
        lengthsBefore = new byte[length + 1];
        lengthsAfter = new byte[length + 1];
        runStarts = new int[length];
        runEnds = new int[length];
    }

    private static long key(String word, int length) {
        long key = 0;
        for (int i = 0; i < length; i++) {
            key = key << 16 | word.charAt(i);
        }
        return key;
    }

    /** Whether a word of two to four characters, simplified, is in the dictionary, perhaps as a name. */
    static boolean isWord(String word) {
        return word.length() >= 2 && word.length() <= LONGEST && WORDS.get(key(word, word.length())) > 0;
    }

    /** Bits of a word or name of one to four characters, simplified, in general Chinese; 0 when it is not in the dictionary. */
    static double wordBits(String word) {
        int known = WORDS.get(key(word, word.length()));
        return known == 0 ? 0 : TOTAL - (known & NAME - 1);
    }

    /**
     * Reads a text; letters that are not Chinese stand by themselves.
     *
     * @param names whether known names explain a text as words do
     */
    static Chinese of(SignText text, boolean names) {
        Chinese costs = new Chinese(text.length(), names);
        for (int i = 0; i < text.length(); i++) {
            costs.traditional += isTraditional(text, i) ? 1 : 0;
            costs.simplified += Han.isSimplifiedOnly(text.folded(i)) ? 1 : 0;
        }
        for (int start = 0; start < text.length(); ) {
            int end = start + 1;
            while (end < text.length()
                    && text.kind(end) == SignText.Kind.HAN
                    && text.kind(start) == SignText.Kind.HAN
                    && text.gap(end).compareTo(SignText.Gap.HIDDEN) <= 0) {
                end++;
            }
            if (text.kind(start) == SignText.Kind.HAN) {
                costs.spell(text, start, end);
            } else {
                costs.runStarts[start] = start;
                costs.runEnds[start] = end;
            }
            start = end;
        }
        return costs;
    }

    /**
     * Whether a window in traditional characters is in the script of the whole text, and so says nothing of disguise:
     * an ordinary word where nothing is simplified, or anything where the rest is traditional as well.
     */
    boolean ownScript(SignText text, int start, int end) {
        if (simplified > 0) {
            return false;
        }
        int within = 0;
        for (int i = start; i < end; i++) {
            within += isTraditional(text, i) ? 1 : 0;
        }
        return traditional > within || isWord(text.base(start, end));
    }

    private static boolean isTraditional(SignText text, int i) {
        return text.kind(i) == SignText.Kind.HAN && text.base(i) != text.folded(i);
    }

    /** The costs at a run's ends belong to the runs on both sides; each run counts from nought within itself. */
    private void spell(SignText text, int start, int end) {
        int n = end - start;
        float[] forth = new float[n + 1];
        float[] back = new float[n + 1];
        for (int i = 1; i <= n; i++) {
            forth[i] = Float.MAX_VALUE;
            for (int length = 1; length <= Math.min(LONGEST, i); length++) {
                float cost = forth[i - length] + cost(text, start + i - length, length);
                if (cost < forth[i]) {
                    forth[i] = cost;
                    lengthsBefore[start + i] = (byte) length;
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            back[i] = Float.MAX_VALUE;
            for (int length = 1; length <= Math.min(LONGEST, n - i); length++) {
                float cost = back[i + length] + cost(text, start + i, length);
                if (cost < back[i]) {
                    back[i] = cost;
                    lengthsAfter[start + i] = (byte) length;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            before[start + i] = forth[i];
            after[start + i] = back[i];
            runStarts[start + i] = start;
            runEnds[start + i] = end;
        }
    }

    private float cost(SignText text, int start, int length) {
        long key = 0;
        for (int i = 0; i < length; i++) {
            key = key << 16 | text.base(start + i) & 0xffff;
        }
        int known = WORDS.get(key);
        if (known == 0 || known >= NAME && !names) {
            return length == 1 ? UNKNOWN : Float.MAX_VALUE / 4;
        }
        return TOTAL - (known & NAME - 1);
    }

    /** Whether the letters from start to before end are Chinese characters in one row. */
    boolean isRow(SignText text, int start, int end) {
        return text.kind(start) == SignText.Kind.HAN && runEnds[start] >= end;
    }

    /**
     * Bits that ordinary language needs more for the text with the letters from start to before end than without them.
     * Small, or even negative, where they are ordinary words or parts of such.
     */
    double surprise(int start, int end) {
        double bits = 0;
        for (int from = start; from < end; ) {
            int runEnd = runEnds[from];
            int to = Math.min(end, runEnd);
            double whole = after[runStarts[from]];
            bits += whole - before[from] - (to < runEnd ? after[to] : 0);
            from = to;
        }
        return bits;
    }

    /**
     * Bits for and against a window's being a name by itself, from what stands on its sides. Names stand at the beginning
     * of a run of characters, or alone; halves of words leave single characters over.
     */
    double standing(SignText text, int start, int end) {
        double bits;
        if (start == runStarts[start]) {
            bits = start > 0 && Character.isDigit(text.folded(start - 1)) && text.gap(start) == SignText.Gap.NONE
                    ? 0
                    : 2;
        } else if (lengthsBefore[start] == 2
                && Arrays.binarySearch(LEADS, text.base(start - 2) << 16 | text.base(start - 1)) >= 0) {
            bits = 1;
        } else if (lengthsBefore[start] > 1 || COMPANIONS.indexOf(text.base(start - 1)) >= 0) {
            bits = -1;
        } else if (SURNAMES.indexOf(text.base(start - 1)) >= 0) {
            bits = start - 1 == runStarts[start] ? -10 : -5;
        } else {
            bits = SURNAMES_TOO.indexOf(text.base(start - 1)) >= 0 && start - 1 == runStarts[start] ? -7 : -2.5;
        }
        int last = end - 1;
        if (end == runEnds[last] || text.base(end) == BRAND.charAt(0)) {
            return bits + 1.5;
        }
        if (SUFFIXES.indexOf(text.base(end)) >= 0) {
            return bits - 3;
        }
        return lengthsAfter[end] > 1 || COMPANIONS.indexOf(text.base(end)) >= 0 ? bits : bits - 1;
    }
}
