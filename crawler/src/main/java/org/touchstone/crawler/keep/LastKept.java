package org.touchstone.crawler.keep;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.Exchange;

/** Tells a thread that has just fetched something where that was kept. Thread-safe. */
public final class LastKept {
    private final ThreadLocal<@Nullable Entry> last = new ThreadLocal<>();

    /**
     * A kept answer.
     *
     * @param at when it was asked for, as the archive has it
     */
    public record Entry(WarcPlace place, Instant at) {}

    /** Takes note, in the thread that fetches. */
    public void kept(Exchange exchange, WarcPlace place) {
        last.set(new Entry(place, exchange.started().truncatedTo(ChronoUnit.MICROS)));
    }

    /** What this thread fetched last. */
    public Entry get() {
        Entry entry = last.get();
        if (entry == null) {
            throw new IllegalStateException("nothing was fetched yet by " + Thread.currentThread());
        }
        return entry;
    }
}
