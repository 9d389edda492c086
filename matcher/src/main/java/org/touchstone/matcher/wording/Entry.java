package org.touchstone.matcher.wording;

import java.util.List;

/**
 * One line of the lexicon.
 *
 * @param number its place in the lexicon
 * @param language BCP 47, such as {@code zh}, {@code en}, {@code zh-Latn} for pinyin; empty for words of the context
 * @param words what is said, each another way of writing the same; traditional characters, case and width need none
 * @param cancels words that show another meaning: around the words when they contain them, else near by
 * @param goods senses of the goods of which an ambiguous word is said; empty for any
 * @param source where it is known from
 * @param noted year and month in which the line was last looked at
 * @param example a title in which each of the words, put for {@code {}}, counts
 * @param counters titles in which they do not
 */
record Entry(
        int number,
        Sense sense,
        Grade grade,
        String language,
        List<String> words,
        List<String> cancels,
        List<Sense> goods,
        String source,
        String noted,
        String example,
        List<String> counters) {}
