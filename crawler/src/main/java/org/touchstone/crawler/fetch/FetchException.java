package org.touchstone.crawler.fetch;

import java.io.IOException;
import java.time.Duration;

/** A request that gave nothing. The message says why, for people. */
final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    private final FetchFailure failure;
    private final Duration retryAfter;

    FetchException(FetchFailure failure, String message) {
        this(failure, message, Duration.ZERO);
    }

    /** @param retryAfter how long it makes no sense to ask again */
    FetchException(FetchFailure failure, String message, Duration retryAfter) {
        super(message);
        this.failure = failure;
        this.retryAfter = retryAfter;
    }

    FetchFailure failure() {
        return failure;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
