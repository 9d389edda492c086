package org.touchstone.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands titles out, over and over, until time is up. So all methods take the same titles, and a slow one takes the first of
 * them. Thread-safe; for one run.
 */
final class Course {
    /** How many times longer than asked for a measurement may take, so that every title is taken once. */
    private static final int PATIENCE = 6;

    private final List<Title> titles;
    private final Map<String, List<String>> plainMarks;
    private final long least;
    private final long most;
    private final AtomicLong next = new AtomicLong();
    private final LongAdder done = new LongAdder();
    private final LongAdder found = new LongAdder();
    private final LongAdder plain = new LongAdder();
    private final LongAdder plainFound = new LongAdder();
    private volatile long start = System.nanoTime();

    /** What a thread does in a run. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Course(List<Title> titles, double seconds, int patience) {
        this.titles = titles;
        this.plainMarks = titles.stream().collect(Collectors.toMap(Title::id, Title::plainMarks));
        this.least = (long) (seconds * 1e9);
        this.most = patience * least;
    }

    /**
     * A course that is over after so long, whatever was done; one title is always handed out.
     *
     * @param titles each with an id of its own, at least one
     */
    static Course warmUp(List<Title> titles, double seconds) {
        return new Course(titles, seconds, 1);
    }

    /**
     * A course over every title once and for so long at least, but never longer than six times that.
     *
     * @param titles each with an id of its own, at least one
     */
    static Course measurement(List<Title> titles, double seconds) {
        return new Course(titles, seconds, PATIENCE);
    }

    /** The next title, null when the course is over. */
    @Nullable
    Title next() {
        long number = next.getAndIncrement();
        long spent = System.nanoTime() - start;
        boolean over = number > 0 && (number >= titles.size() ? spent >= least : spent >= most);
        if (over) {
            return null;
        }
        Title title = titles.get((int) (number % titles.size()));
        done.increment();
        plain.add(plainMarks.getOrDefault(title.id(), List.of()).size());
        return title;
    }

    /**
     * Takes what was found in a title that was handed out.
     *
     * @param id of its listing
     */
    void found(String id, List<Contestant.Found> marks) {
        found.add(marks.size());
        for (String mark : plainMarks.getOrDefault(id, List.of())) {
            if (marks.stream().anyMatch(one -> one.mark().equals(mark))) {
                plainFound.increment();
            }
        }
    }

    /** Does the work in so many threads and counts. */
    Tally run(int threads, Work work) throws IOException {
        double before = Machine.processorSeconds();
        AtomicInteger number = new AtomicInteger();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(threads, task -> new Thread(task, "course-" + number.incrementAndGet()))) {
            start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> {
                    work.run();
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
        return new Tally(
                done.sum(),
                (System.nanoTime() - start) / 1e9,
                Machine.processorSeconds() - before,
                found.sum(),
                plainFound.sum(),
                plain.sum());
    }
}
