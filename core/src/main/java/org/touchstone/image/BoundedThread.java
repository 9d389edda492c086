package org.touchstone.image;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a drawing for a bounded time. One that does not end in time is left to its daemon thread, since Java cannot stop it;
 * it keeps its slot until it ends, so that there are never more such threads than slots.
 */
final class BoundedThread {
    private static final long STACK = 8L << 20;
    private static final int SLOTS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Semaphore FREE = new Semaphore(SLOTS);
    /** How many times the bound a drawing waits for a slot. */
    private static final int PATIENCE = 6;

    private BoundedThread() {}

    /** A drawing, with the size that the file states. */
    record Drawn(BufferedImage image, int width, int height) {}

    static Drawn run(Callable<Drawn> drawing, Duration time) throws ImageRejectedException {
        try {
            if (!FREE.tryAcquire(PATIENCE * time.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                throw new ImageRejectedException("cannot draw an SVG: " + SLOTS + " earlier ones have not ended");
            }
            FutureTask<Drawn> task = new FutureTask<>(drawing);
            Thread thread = new Thread(null, () -> runAndRelease(task), "touchstone-svg", STACK);
            thread.setDaemon(true);
            thread.start();
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ImageRejectedException(
                    "expected an SVG that is drawn within " + time.toMillis() + " ms, found one that takes longer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageRejectedException("interrupted while an SVG was drawn", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ImageRejectedException rejected) {
                throw rejected;
            }
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new ImageRejectedException("expected an SVG that fits in memory, found one that does not", e);
            }
            throw RasterReader.broken(ImageFormat.SVG, e.getCause());
        }
    }

    private static void runAndRelease(FutureTask<Drawn> task) {
        try {
            task.run();
        } finally {
            FREE.release();
        }
    }
}
