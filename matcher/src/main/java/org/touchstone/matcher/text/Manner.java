package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.indexer.sign.SignText;

/** The ways of reading a whole text, one after the other. */
enum Manner {
    /** As it stands. */
    PLAIN,
    /** Digits and symbols within words as the letters that they imitate. */
    LEET,
    /** Rows of letters that look like one as that one. */
    JOINED,
    /** Words of other scripts in Latin letters. */
    ROMANISED;

    /** A text in one manner of reading. */
    record Read(SignText text, Manner manner) {}

    /** All readings of a text that differ, the plain one first. */
    static List<Read> readings(String raw) {
        List<Read> readings = new ArrayList<>();
        readings.add(new Read(SignText.of(raw), PLAIN));
        if (SignText.mayBeLeet(raw)) {
            readings.add(new Read(SignText.ofLeet(raw), LEET));
        }
        SignText.ofJoined(raw).forEach(text -> readings.add(new Read(text, JOINED)));
        SignText.ofRomanised(raw).ifPresent(text -> readings.add(new Read(text, ROMANISED)));
        return readings;
    }
}
