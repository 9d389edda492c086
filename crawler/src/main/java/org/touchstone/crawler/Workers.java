package org.touchstone.crawler;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The virtual threads of a crawl, which may start others; together they are done when the last has ended. Thread-safe. */
final class Workers {
    private final Consumer<Throwable> broken;
    private final AtomicInteger count = new AtomicInteger(1); // who starts the first, until it waits for all
    private final CountDownLatch done = new CountDownLatch(1);

    /** @param broken is told of what ended a thread before its time */
    Workers(Consumer<Throwable> broken) {
        this.broken = broken;
    }

    /** What a thread does. */
    @FunctionalInterface
    interface Work {
        void go() throws IOException;
    }

    void start(String name, Work work) {
        count.incrementAndGet();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.go();
            } catch (Throwable e) { // a crawl that lost a worker must say so, whatever it was
                broken.accept(e);
            } finally {
                leave();
            }
        });
    }

    private void leave() {
        if (count.decrementAndGet() == 0) {
            done.countDown();
        }
    }

    /** Once all that are to begin have been started: they may end. */
    void allStarted() {
        leave();
    }

    /** Waits for the last to end; false when it has not within the time. */
    boolean await(long millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for the last to end. */
    void await() throws InterruptedException {
        done.await();
    }
}
