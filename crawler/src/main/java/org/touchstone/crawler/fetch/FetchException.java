package org.touchstone.crawler.fetch;

import java.io.IOException;

/** A request that gave nothing. The message says why, for people. */
final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    private final FetchFailure failure;

    FetchException(FetchFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    FetchFailure failure() {
        return failure;
    }
}
