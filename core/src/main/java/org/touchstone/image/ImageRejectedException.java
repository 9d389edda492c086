package org.touchstone.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An image file that is not decoded. The message says in one line what was expected and what was found. */
public final class ImageRejectedException extends IOException {
    private static final long serialVersionUID = 1;

    ImageRejectedException(String message) {
        super(message);
    }

    ImageRejectedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
