package org.touchstone.benchmarks;

import java.io.IOException;

/** A method needs more heap than there is; that is a result, too. */
final class DoesNotFitException extends IOException {
    private static final long serialVersionUID = 1;

    DoesNotFitException(String message) {
        super(message);
    }
}
