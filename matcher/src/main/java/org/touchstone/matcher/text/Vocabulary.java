package org.touchstone.matcher.text;

/** What ordinary words are. Thread-safe. */
public final class Vocabulary {
    private static final int LONGEST = 4;

    private Vocabulary() {}

    /** Whether everybody who reads English knows a word in lower case. */
    public static boolean isCommonEnglish(String word) {
        return English.isCommon(word);
    }

    /** Whether simplified Chinese characters are one or more words of the dictionary, names among them, in a row. */
    public static boolean isChinese(String words) {
        boolean[] ends = new boolean[words.length() + 1];
        ends[0] = true;
        for (int i = 2; i <= words.length(); i++) {
            for (int length = 2; length <= Math.min(LONGEST, i); length++) {
                ends[i] |= ends[i - length] && Chinese.isWord(words.substring(i - length, i));
            }
        }
        return ends[words.length()];
    }
}
