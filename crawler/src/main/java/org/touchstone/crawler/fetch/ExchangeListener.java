package org.touchstone.crawler.fetch;

/**
 * Is told of every exchange that got as far as a status: pages, images, robots.txt, redirects, refusals, and bodies that
 * were cut off. Called from the thread that fetches, before the fetch goes on; must be thread-safe.
 */
@FunctionalInterface
public interface ExchangeListener {
    /** Wants to know nothing. */
    ExchangeListener NONE = exchange -> {};

    void exchanged(Exchange exchange);
}
