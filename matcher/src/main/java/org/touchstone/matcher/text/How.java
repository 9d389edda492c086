package org.touchstone.matcher.text;

import java.util.Locale;
import java.util.Set;

/** The views in which a sign and a mark meet. */
enum How {
    /** The same letters, whatever their case. */
    EXACT,
    /** The same letters in another width or with accents. */
    FOLDED,
    /** The same letters in a style of symbols, or with something hidden between them. */
    STYLED,
    /** The same Chinese characters, traditional or simplified. */
    SIMPLIFIED,
    /** Letters that look alike. */
    CONFUSABLE,
    /** Digits or symbols in place of letters. */
    LEET,
    /** Something stands between the letters. */
    SEPARATED,
    /** A blank or a hyphen divides it in two, as spelling habits may. */
    DIVIDED,
    /** A symbol stands in a letter's place. */
    MASKED,
    /** Chinese characters spelt in letters. */
    PINYIN,
    /** Another script, transliterated. */
    ROMANISED,
    /** Other characters or letters that sound alike. */
    SOUND,
    /** Chinese characters that look alike. */
    SHAPE,
    /** Chinese characters taken apart into what they are made of. */
    SPLIT,
    /** A letter wrong, missing or too many. */
    EDIT,
    /** The sign is a part of a longer word. */
    PART;

    /** Ways of which none needs a reader to have made out other letters than the mark's; print is spaced as it likes. */
    static final Set<How> READABLE = Set.of(EXACT, FOLDED, SIMPLIFIED, SEPARATED, DIVIDED);

    /** The name used in evidence. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
