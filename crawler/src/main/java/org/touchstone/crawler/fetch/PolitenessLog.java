package org.touchstone.crawler.fetch;

/**
 * Is told of every request that was made, whatever came of it, and of none that was not made. Called before the host's next
 * turn, so that the requests of one host come in their order; must be thread-safe.
 */
@FunctionalInterface
public interface PolitenessLog {
    /** Keeps nothing. */
    PolitenessLog NONE = request -> {};

    void made(LoggedRequest request);
}
