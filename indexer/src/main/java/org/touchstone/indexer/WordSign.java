package org.touchstone.indexer;

import java.nio.charset.StandardCharsets;

/** A sign in writing of a registration in force. Immutable and thread-safe. */
public final class WordSign {
    private final int number;
    private final byte[] owner;
    private final String form;
    private final SignOrigin origin;

    /** Most candidates come to nothing, so the owner's name is only made when somebody asks. */
    WordSign(int number, byte[] owner, String form, SignOrigin origin) {
        this.number = number;
        this.owner = owner;
        this.form = form;
        this.origin = origin;
    }

    /**
     * A sign.
     *
     * @param number of the sign in its index, from 0
     * @param registration id of the registration
     * @param form the sign as the register has it
     * @param origin the field that it comes from
     */
    public static WordSign of(int number, String registration, String form, SignOrigin origin) {
        return new WordSign(number, registration.getBytes(StandardCharsets.UTF_8), form, origin);
    }

    /** Its number in its index, from 0. */
    public int number() {
        return number;
    }

    /** Id of the registration; made anew each time. */
    public String registration() {
        return new String(owner, StandardCharsets.UTF_8);
    }

    /** The sign as the register has it. */
    public String form() {
        return form;
    }

    /** The field that it comes from. */
    public SignOrigin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return form + " of " + registration();
    }
}
