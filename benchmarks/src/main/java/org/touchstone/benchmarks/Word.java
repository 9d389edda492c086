package org.touchstone.benchmarks;

import org.touchstone.mark.Registration;

/**
 * A word mark: all that the baselines know of a registration.
 *
 * @param id of the registration
 * @param text as registered
 */
record Word(String id, String text) {
    Registration registration() {
        return Registration.word(id, text);
    }

    /** Whether the text has a Chinese character of the basic block. */
    boolean hasHan() {
        return text.chars().anyMatch(Word::isHan);
    }

    static boolean isHan(int character) {
        return character >= 0x4e00 && character <= 0x9fff;
    }
}
