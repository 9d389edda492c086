package org.touchstone.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast photos were worked on.
 *
 * @param photos worked on, some of them several times
 * @param seconds of wall clock
 * @param processor seconds that the processors worked for the process, its compilers and collectors included
 */
record Pace(long photos, double seconds, double processor) {
    /** What is done with a photo, on any thread. */
    @FunctionalInterface
    interface Work {
        /** @param number of the photo, from 0; goes on counting when the photos begin anew */
        void look(long number) throws IOException;
    }

    double perSecond() {
        return photos / seconds;
    }

    /** Hardly changes when others use the machine. */
    double perSecondOfProcessor() {
        return photos / Math.max(0.01, processor);
    }

    /** As it would be if every photo took so many times longer. */
    Pace slower(double factor) {
        return new Pace(photos, seconds * factor, processor * factor);
    }

    /** Works on one photo after the other until so much time has passed; on one for each thread at least. */
    static Pace during(double seconds, int threads, Work work) throws IOException {
        return run(Long.MAX_VALUE, (long) (seconds * 1e9), threads, work);
    }

    /** Works on so many photos. */
    static Pace over(long photos, int threads, Work work) throws IOException {
        return run(photos, Long.MAX_VALUE, threads, work);
    }

    private static Pace run(long photos, long nanoseconds, int threads, Work work) throws IOException {
        AtomicInteger name = new AtomicInteger();
        AtomicLong next = new AtomicLong();
        AtomicLong done = new AtomicLong();
        double processor = Machine.processorSeconds();
        long start = System.nanoTime();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(threads, task -> new Thread(task, "pace-" + name.incrementAndGet()))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> {
                    long number = next.getAndIncrement();
                    while (number < photos && (number < threads || System.nanoTime() - start < nanoseconds)) {
                        work.look(number);
                        done.incrementAndGet();
                        number = next.getAndIncrement();
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a run stopped: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("a run was interrupted", e);
        }
        return new Pace(done.get(), (System.nanoTime() - start) / 1e9, Machine.processorSeconds() - processor);
    }
}
