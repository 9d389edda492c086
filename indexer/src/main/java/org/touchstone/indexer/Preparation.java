package org.touchstone.indexer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs work on all cores and gives the results in the order of the input, with a bounded number under way. Not
 * thread-safe itself.
 */
final class Preparation<T> implements Closeable {
    private static final int AHEAD = 64;

    /** Bytes that are under way at once, but for a single larger piece; what is made of them takes up several times as much. */
    private static final long MOST_BYTES =
            Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 64);

    /**
     * Something to do.
     *
     * @param size bytes that it takes up meanwhile
     */
    record Task<T>(Callable<T> work, long size) {}

    private record UnderWay<T>(Future<T> result, long size) {}

    private final Deque<UnderWay<T>> underWay = new ArrayDeque<>();
    private long bytes;
    private final ExecutorService workers;

    Preparation() {
        int cores = Runtime.getRuntime().availableProcessors();
        workers = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("index-", 0).factory());
    }

    /** What to do with a result. */
    interface Sink<T> {
        void accept(T result) throws IOException;
    }

    /** Takes all work from the iterator, does it, and hands over the results in order. */
    void run(Iterator<Task<T>> work, Sink<T> sink) throws IOException {
        while (work.hasNext()) {
            Task<T> task = work.next();
            while (!underWay.isEmpty() && (underWay.size() >= AHEAD || bytes + task.size > MOST_BYTES)) {
                sink.accept(take());
            }
            underWay.add(new UnderWay<>(workers.submit(task.work), task.size));
            bytes += task.size;
        }
        while (!underWay.isEmpty()) {
            sink.accept(take());
        }
    }

    private T take() throws IOException {
        try {
            UnderWay<T> first = underWay.remove();
            T result = first.result.get();
            bytes -= first.size;
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while indexing");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof UncheckedIOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a registration could not be analysed", cause);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
