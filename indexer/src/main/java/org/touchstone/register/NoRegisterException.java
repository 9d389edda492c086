package org.touchstone.register;

import java.io.IOException;

/** A file that is no register of a kind that is known. The message says what was expected and what was found. */
public final class NoRegisterException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean bystander;

    NoRegisterException(String name, String found, boolean bystander) {
        super("expected a register, found " + found + " in " + name);
        this.bystander = bystander;
    }

    /** Whether it is of a kind that lies beside registers, such as a picture or a note, so that nothing is missed without it. */
    boolean isBystander() {
        return bystander;
    }
}
