package org.touchstone.crawler.fetch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The turn at one host: one request at a time, and a pause after each. Thread-safe.
 */
final class HostGate {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final StopSignal stop;
    private final AtomicLong freeAt = new AtomicLong(System.nanoTime());

    HostGate(StopSignal stop) {
        this.stop = stop;
    }

    /** Waits for the turn, which must be given back when this is true; false when the crawl was stopped meanwhile. */
    boolean enter() {
        turn.lock();
        long wait = freeAt.get() - System.nanoTime();
        if (wait > 0 ? stop.sleep(Duration.ofNanos(wait)) : !stop.given()) {
            return true;
        }
        turn.unlock();
        return false;
    }

    /** Gives the turn back; the next one starts after the pause. */
    void leave(Duration pause) {
        rest(pause);
        turn.unlock();
    }

    /** Lets the host rest from now on, or for longer if it rests longer already. */
    void rest(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        freeAt.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }
}
