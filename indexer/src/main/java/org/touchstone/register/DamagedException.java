package org.touchstone.register;

import java.io.IOException;

/** A packed file that cannot be unpacked to its end, or must not be. What came before stands. */
final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message);
    }
}
