package org.touchstone.crawler.plan;

import java.io.IOException;

/** A file that is no plan. The message names the file and the key, and says what was expected and what was found. */
public final class PlanException extends IOException {
    private static final long serialVersionUID = 1;

    public PlanException(String message) {
        super(message);
    }
}
