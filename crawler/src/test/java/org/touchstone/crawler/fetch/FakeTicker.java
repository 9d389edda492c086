package org.touchstone.crawler.fetch;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only when somebody waits for it, or a test says so. */
final class FakeTicker implements Ticker {
    private static final Instant BASE = Instant.parse("2026-11-23T08:00:00Z");
    private Duration passed = Duration.ZERO;
    private boolean stopped;

    synchronized void pass(Duration time) {
        passed = passed.plus(time);
    }

    synchronized void stop() {
        stopped = true;
    }

    /** Since the beginning. */
    synchronized Duration passed() {
        return passed;
    }

    @Override
    public synchronized long nanos() {
        // As if the counter had been running for long, and were about to overflow.
        return Long.MAX_VALUE - 5_000_000_000L + passed.toNanos();
    }

    @Override
    public synchronized Instant instant() {
        return BASE.plus(passed);
    }

    @Override
    public synchronized boolean sleep(Duration time) {
        if (!stopped && time.isPositive()) {
            passed = passed.plus(time);
        }
        return !stopped;
    }
}
