package org.touchstone.matcher.search;

import java.util.Locale;

/**
 * One respect in which a mark's sign is like a query.
 *
 * @param similarity 0 to 1
 * @param query what is compared of the query: its letters, or its syllables
 * @param mark what is compared of the mark
 */
public record Likeness(Ground ground, double similarity, String query, String mark) {
    /** What the likeness rests on. */
    public enum Ground {
        /** The same letters or characters. */
        SAME(Way.EXACT),
        /** The same Chinese characters, traditional or simplified. */
        SCRIPT(Way.EXACT),
        /** Letters that look alike. */
        LETTER_SHAPES(Way.LOOKS),
        /** Chinese characters that look alike. */
        CHARACTER_SHAPES(Way.LOOKS),
        /** Chinese characters taken apart, or put together. */
        CHARACTER_PARTS(Way.LOOKS),
        /** Chinese characters of the same syllables. */
        SYLLABLES(Way.SOUNDS),
        /** Chinese characters whose syllables many speakers hardly tell apart. */
        LIKE_SYLLABLES(Way.SOUNDS),
        /** Chinese characters, and letters that spell them. */
        PINYIN(Way.SOUNDS),
        /** Chinese characters, and letters that nearly spell them. */
        LIKE_PINYIN(Way.SOUNDS),
        /** A name in Latin letters, and Chinese characters that render it. */
        RENDERING(Way.SOUNDS),
        /** Names in Latin letters that are heard alike. */
        NAMES(Way.SOUNDS),
        /** One or two letters or characters apart. */
        EDITS(Way.NEAR),
        /** The mark contains the query, as a word. */
        WORD_OF_MARK(Way.CONTAINS),
        /** The mark contains the query, within a word. */
        PART_OF_MARK(Way.CONTAINS),
        /** The query contains the mark, as a word. */
        WORD_OF_QUERY(Way.CONTAINS),
        /** The query begins or ends a word with the mark. */
        PART_OF_QUERY(Way.CONTAINS);

        private final Way way;

        Ground(Way way) {
            this.way = way;
        }

        public Way way() {
            return way;
        }

        /** The name used in files: lower case, words joined by a hyphen. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Way way() {
        return ground.way();
    }

    Likeness times(double factor) {
        return new Likeness(ground, similarity * factor, query, mark);
    }
}
