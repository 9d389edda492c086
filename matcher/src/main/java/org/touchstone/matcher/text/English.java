package org.touchstone.matcher.text;

import org.touchstone.indexer.sign.KeyHash;

/** Ordinary English words. Thread-safe. */
final class English {
    private static final int COMMON = 3;
    private static final int RARE = 2;
    private static final int NAME = 1;

    private static final WordList WORDS = new WordList(90_000);

    static {
        WordList.read("english.txt.gz", line -> {
            int kind = line.startsWith("-") ? RARE : line.startsWith("+") ? NAME : COMMON;
            WORDS.put(KeyHash.of(kind == COMMON ? line : line.substring(1)), kind);
        });
    }

    private English() {}

    /** Whether a word in lower case is in an ordinary dictionary, or is the name of a person or place. */
    static boolean hasOrNames(String word) {
        return WORDS.get(KeyHash.of(word)) >= NAME;
    }

    /** Whether a word in lower case is in an ordinary dictionary. */
    static boolean has(String word) {
        return WORDS.get(KeyHash.of(word)) >= RARE;
    }

    /** Whether everybody knows the word. */
    static boolean isCommon(String word) {
        return WORDS.get(KeyHash.of(word)) == COMMON;
    }
}
