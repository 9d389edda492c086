package org.touchstone.matcher.text;

import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.sign.Han;

/**
 * One step from a window to a sign: so many letters of the window for one character of the sign.
 *
 * @param letters none where a symbol between letters hides the character
 * @param bits that it costs: the logarithm of among how many likely changes it is one
 * @param likeness 0 to 1
 * @param way null where nothing is changed
 */
record HanChange(
        int letters, double bits, double likeness, @Nullable How way) {
    static final double SAME_SOUND = 3.5;
    private static final double SAME_SYLLABLE = 5;
    static final double LIKE_SYLLABLE = 8.5;
    private static final double SHAPE = 5;

    /** What a character that looks less alike costs more, for the whole of the likeness. */
    private static final double UNLIKE = 10;

    private static final double ANY = 13;

    /** One Chinese character written for another, both simplified, by what they share: sound, look, or nothing. */
    static HanChange of(int here, int there) {
        HanChange sound = sound(here, there);
        double shape = Han.likeness(here, there);
        double bits = SHAPE + UNLIKE * (1 - shape);
        if (shape > 0 && bits < sound.bits()) {
            return new HanChange(1, bits - (sound.way() == How.SOUND ? 1 : 0), shape, How.SHAPE);
        }
        return sound;
    }

    private static HanChange sound(int here, int there) {
        if (Han.sameReading(here, there)) {
            return new HanChange(1, SAME_SOUND, 0.85, How.SOUND);
        }
        if (Han.sameSyllable(here, there)) {
            return new HanChange(1, SAME_SYLLABLE, 0.75, How.SOUND);
        }
        return Han.likeSyllable(here, there)
                ? new HanChange(1, LIKE_SYLLABLE, 0.65, How.SOUND)
                : new HanChange(1, ANY, 0, How.EDIT);
    }
}
