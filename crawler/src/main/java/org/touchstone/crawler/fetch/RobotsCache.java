package org.touchstone.crawler.fetch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of every origin asked so far, each asked once and again when its rules are too old. Thread-safe. */
final class RobotsCache {
    private static final class Entry {
        private final FutureTask<RobotsRules> task;
        /** Null until the rules are there. */
        private volatile @Nullable Instant until;

        private Entry(Function<String, RobotsRules> reader, String origin, InstantSource clock) {
            task = new FutureTask<>(() -> {
                RobotsRules rules = reader.apply(origin);
                until = clock.instant().plus(rules.maxAge());
                return rules;
            });
        }

        private boolean old(Instant now) {
            Instant end = until;
            return end != null && !now.isBefore(end);
        }
    }

    private final Function<String, RobotsRules> reader;
    private final InstantSource clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** @param reader asks an origin; blocks, and is called by one of the threads that wait for the answer */
    RobotsCache(Function<String, RobotsRules> reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The rules, at most {@link RobotsRules#MAX_AGE} old. */
    RobotsRules rules(String origin) {
        Instant now = clock.instant();
        // The request is not made under the map's lock.
        Entry entry = entries.compute(
                origin, (o, known) -> known == null || known.old(now) ? new Entry(reader, o, clock) : known);
        entry.task.run();
        try {
            return entry.task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RobotsRules.allowNone("the crawl was stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException("robots.txt of " + origin + " broke its reader", e.getCause());
        }
    }
}
