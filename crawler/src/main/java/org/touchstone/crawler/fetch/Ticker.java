package org.touchstone.crawler.fetch;

import java.time.Duration;
import java.time.Instant;

/** Time as the fetcher lives by it; tests have one of their own. Thread-safe. */
interface Ticker {
    /** Never goes back; only differences mean something. */
    long nanos();

    /** The same time for people and files; never goes back either. */
    Instant instant();

    /** Waits; false when the crawl was stopped meanwhile, at once when it had been. */
    boolean sleep(Duration time);

    /** The machine's clock, read once and then carried on, so that what is logged fits what was waited for. */
    static Ticker system(StopSignal stop) {
        Instant base = Instant.now();
        long start = System.nanoTime();
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant instant() {
                return base.plusNanos(System.nanoTime() - start);
            }

            @Override
            public boolean sleep(Duration time) {
                return time.isPositive() ? stop.sleep(time) : !stop.given();
            }
        };
    }
}
