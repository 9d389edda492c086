package org.touchstone.crawler.fetch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells everybody who waits that there is nothing to wait for any more. Given once, never taken back. Thread-safe. */
public final class StopSignal {
    private final CountDownLatch latch = new CountDownLatch(1);

    /** Gives the signal. */
    public void give() {
        latch.countDown();
    }

    public boolean given() {
        return latch.getCount() == 0;
    }

    /** Waits for the time, or less when the signal comes; whether the whole time passed. */
    boolean sleep(Duration time) {
        try {
            return !latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
