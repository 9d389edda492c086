package org.touchstone.crawler.live;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only while somebody sleeps. */
final class StubPace implements Pace {
    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private Instant now = START;
    private boolean stopped;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean sleep(Duration time) {
        now = now.plus(time);
        return !stopped;
    }

    void stop() {
        stopped = true;
    }

    Duration since() {
        return Duration.between(START, now);
    }
}
