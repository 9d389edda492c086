package org.touchstone.crawler.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Samples segments behind the back of a watch, so that a slow decoder keeps nobody from fetching. Several are looked at at
 * once; what is kept is chosen in their order. Thread-safe.
 */
final class SamplingQueue implements AutoCloseable {
    /** Changes of picture in one watch, and so stills; more than a day of moderate unrest. */
    private static final int MAX_SHOWINGS = 50_000;

    private static final int LOOKERS = 2;

    private final FrameSampler sampler;
    private final BiConsumer<KeptSegment, String> failed;
    private final List<Showing> showings = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService lookers = Executors.newFixedThreadPool(
            LOOKERS, Thread.ofVirtual().name("live-looker-", 0).factory());
    private final ExecutorService chooser = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("live-chooser").factory());
    private volatile boolean over;

    /**
     * Starts it.
     *
     * @param failed is told of a segment without stills, and why
     */
    SamplingQueue(FrameSampler sampler, BiConsumer<KeptSegment, String> failed) {
        this.sampler = sampler;
        this.failed = failed;
    }

    void add(KeptSegment kept) {
        Future<List<FrameSampler.Look>> looks = lookers.submit(() -> over ? List.of() : sampler.looks(kept.footage()));
        chooser.execute(() -> choose(kept, looks));
    }

    private void choose(KeptSegment kept, Future<List<FrameSampler.Look>> looks) {
        try {
            List<FrameSampler.Look> seen = looks.get();
            if (!over && showings.size() < MAX_SHOWINGS) {
                showings.addAll(sampler.sample(kept, seen));
            }
        } catch (ExecutionException e) {
            failed.accept(
                    kept, String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        } catch (IOException e) {
            failed.accept(kept, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what was added; whether all of it was sampled in time. */
    boolean finish(Duration patience) {
        chooser.shutdown();
        try {
            return chooser.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was seen so far, in the order of its segments. */
    List<Showing> showings() {
        synchronized (showings) {
            return List.copyOf(showings);
        }
    }

    /** Leaves out what is not sampled yet; what is being decoded comes to its end by itself. */
    @Override
    public void close() {
        over = true;
        lookers.shutdown();
        chooser.shutdown();
    }
}
