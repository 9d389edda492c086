package org.touchstone.crawler.live;

import java.time.Duration;
import java.time.Instant;
import org.touchstone.crawler.fetch.StopSignal;

/** The time that a watch lives in. */
public interface Pace {
    Instant now();

    /** Waits; false when there is nothing to wait for any more. */
    boolean sleep(Duration time);

    /** The system's time, until the signal is given. */
    static Pace until(StopSignal stop) {
        return new Pace() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public boolean sleep(Duration time) {
                long end = System.nanoTime() + time.toNanos();
                try {
                    long left;
                    while (!stop.given() && (left = end - System.nanoTime()) > 0) {
                        Thread.sleep(Duration.ofNanos(Math.min(left, STEP.toNanos())));
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
                return !stop.given();
            }
        };
    }

    /** How often the signal is looked at. */
    Duration STEP = Duration.ofMillis(100);
}
