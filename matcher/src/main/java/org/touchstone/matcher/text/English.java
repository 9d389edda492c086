package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.KeyHash;

/** Ordinary English words. Thread-safe. */
final class English {
    private static final int COMMON = 2;
    private static final int RARE = 1;

    private static final WordList WORDS = new WordList(80_000);

    static {
        WordList.read("english.txt.gz", line -> {
            boolean rare = line.startsWith("-");
            WORDS.put(KeyHash.of(rare ? line.substring(1) : line), rare ? RARE : COMMON);
        });
    }

    private English() {}

    /** Whether a word in lower case is in an ordinary dictionary. */
    static boolean has(String word) {
        return WORDS.get(KeyHash.of(word)) >= RARE;
    }

    /** Whether everybody knows the word. */
    static boolean isCommon(String word) {
        return WORDS.get(KeyHash.of(word)) == COMMON;
    }
}
