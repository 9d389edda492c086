package org.touchstone.crawler.live;

/** The stream failed, not the folder: the watch goes on. */
final class StreamException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    StreamException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
