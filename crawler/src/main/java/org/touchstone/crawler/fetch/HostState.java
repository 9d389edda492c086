package org.touchstone.crawler.fetch;

import java.time.Duration;

/**
 * How it stands with one host.
 *
 * @param breaker whether requests go out
 * @param failures requests in a row that the host could not answer
 * @param latency of the last answers, the latest counting most; zero before the first
 * @param rest how long nothing is asked of it from now on
 * @param wall what the host put in the way, for people; empty when nothing
 */
public record HostState(Breaker breaker, int failures, Duration latency, Duration rest, String wall) {
    /** The circuit breaker of a host. */
    public enum Breaker {
        /** Requests go out. */
        CLOSED,
        /** Requests fail without being made, until the rest is over. */
        OPEN,
        /** The rest is over; the next request tries whether the host is back. */
        HALF_OPEN,
        /** The host wants a log-in or a proof of being human; nothing more is asked of it. */
        WALLED
    }
}
