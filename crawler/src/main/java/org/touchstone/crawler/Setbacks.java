package org.touchstone.crawler;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.HostState;
import org.touchstone.crawler.fetch.WebAddress;

/** What becomes of pages that could not be had, and of their hosts: tried again later, left for another run, given up. Thread-safe. */
final class Setbacks {
    private static final int MAX_ATTEMPTS = 3;
    /** After so many failures in a row a host is left alone. */
    private static final int HOST_FAILURES = 5;

    private final Fetcher fetcher;
    private final Frontier frontier;
    private final Failures failures;
    private final Duration delay;
    private final Duration longestDelay;
    private final Map<String, AtomicInteger> inARow = new ConcurrentHashMap<>();

    /**
     * @param delay of the plan
     * @param longestDelay that is waited for
     */
    Setbacks(Fetcher fetcher, Frontier frontier, Failures failures, Duration delay, Duration longestDelay) {
        this.fetcher = fetcher;
        this.frontier = frontier;
        this.failures = failures;
        this.delay = delay;
        this.longestDelay = longestDelay;
    }

    /** A page of the host could be had. */
    void over(String host) {
        inARow.remove(host);
    }

    /** A page of the host could not be had. */
    void met(String host, Frontier.Visit visit, NotFetched not) throws IOException {
        switch (not.failure()) {
            case STOPPED -> frontier.putBack(visit);
            case RESTING -> rest(host, visit, not);
            default -> failed(host, visit, not);
        }
    }

    private void rest(String host, Frontier.Visit visit, NotFetched not) throws IOException {
        frontier.putBack(visit);
        int parked = frontier.park(host);
        failures.add(
                WebAddress.origin(visit.address()),
                "",
                not.failure(),
                not.reason() + "; " + parked + " pages wait for the next run");
    }

    private void failed(String host, Frontier.Visit visit, NotFetched not) throws IOException {
        boolean again = not.failure() == FetchFailure.BUSY || not.failure() == FetchFailure.NETWORK;
        boolean tooLong = not.retryAfter().compareTo(longestDelay) > 0;
        if (again && visit.attempt() < MAX_ATTEMPTS && !tooLong) {
            Duration rest = delay.multipliedBy(1L << visit.attempt());
            fetcher.rest(visit.address(), rest.compareTo(longestDelay) > 0 ? delay : rest);
            frontier.offerAgain(visit);
        } else {
            failures.add(visit.address().toString(), "", not.failure(), not.reason());
            frontier.done(visit);
        }
        int failed = again || not.failure() == FetchFailure.TOO_SLOW
                ? inARow.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet()
                : 0;
        boolean walled = fetcher.host(visit.address()).breaker() == HostState.Breaker.WALLED;
        if (failed >= HOST_FAILURES || tooLong || walled) {
            int dropped = frontier.drop(host);
            String why = walled
                    ? "it wants a log-in or a proof of being human"
                    : tooLong ? "it asks for a longer rest than is waited for" : "it failed so often in a row";
            failures.add(
                    WebAddress.origin(visit.address()),
                    "",
                    not.failure(),
                    "left alone, since " + why + ", with " + dropped + " pages still to visit; the last: "
                            + not.reason());
        }
    }
}
