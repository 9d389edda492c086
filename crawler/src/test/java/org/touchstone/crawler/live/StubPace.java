package org.touchstone.crawler.live;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only while somebody sleeps. */
final class StubPace implements Pace {
    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private Instant now = START;
    private Instant stop = Instant.MAX;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean sleep(Duration time) {
        now = now.plus(time);
        return now.isBefore(stop);
    }

    /** From a time on it says that there is nothing to wait for any more. */
    void stopAt(Instant time) {
        stop = time;
    }

    Duration since() {
        return Duration.between(START, now);
    }
}
