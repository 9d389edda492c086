package org.touchstone.models;

import java.io.IOException;

/** A model that is not what its manifest says, or cannot run. The message says what was expected and what was found. */
public final class ModelException extends IOException {
    private static final long serialVersionUID = 1;

    ModelException(String message) {
        super(message);
    }

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
