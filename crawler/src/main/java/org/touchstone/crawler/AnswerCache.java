package org.touchstone.crawler;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

/**
 * What came of addresses lately, failures too: scripts and style sheets are the same on page after page. Who asks while another
 * asks already waits for that one's answer. Thread-safe.
 */
final class AnswerCache {
    /** Beyond these bytes the answers that were not used for longest go. */
    private static final long MOST = 64L << 20;
    /** Bytes that an answer takes beside its body, and a failure at all. */
    private static final int OVERHEAD = 500;

    /** Failures that pass. Pages that come later must not go without a script because it could not be had once. */
    private static final Set<FetchFailure> PASSING =
            EnumSet.of(FetchFailure.BUSY, FetchFailure.RESTING, FetchFailure.TOO_SLOW, FetchFailure.NETWORK);

    /** Time until they have passed, perhaps: a host that is gone must not hold up every page. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    /** How an answer is come by. */
    @FunctionalInterface
    interface Asking<E extends Exception> {
        FetchResult ask() throws E;
    }

    // Guarded by this.
    private final Map<URI, Asked> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private final LongSupplier nanos;

    AnswerCache() {
        this(System::nanoTime);
    }

    AnswerCache(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Asked(CompletableFuture<FetchResult> answer, long nanos) {
        /** Whether it failed so long ago, for such a reason, that it may be there now. */
        private boolean isStale(long now) {
            return answer.isDone()
                    && answer.join() instanceof NotFetched not
                    && PASSING.contains(not.failure())
                    && now - nanos > AGAIN.toNanos();
        }
    }

    /** The answer of an address, from here or by asking. */
    <E extends Exception> FetchResult get(URI address, Asking<E> asking) throws E {
        CompletableFuture<FetchResult> mine = new CompletableFuture<>();
        Asked known;
        synchronized (this) {
            long now = nanos.getAsLong();
            known = answers.get(address);
            if (known != null && known.isStale(now)) {
                bytes -= OVERHEAD;
                known = null;
            }
            if (known == null) {
                answers.put(address, new Asked(mine, now));
            }
        }
        if (known != null) {
            return known.answer.join();
        }
        FetchResult stopped =
                new NotFetched(List.of(address), FetchFailure.STOPPED, "the crawl was stopped", Duration.ZERO);
        FetchResult result = stopped;
        try {
            result = asking.ask();
            return result;
        } finally {
            mine.complete(result);
            keep(address, result);
        }
    }

    private synchronized void keep(URI address, FetchResult result) {
        if (result instanceof NotFetched not && not.failure() == FetchFailure.STOPPED) {
            answers.remove(address);
            return;
        }
        bytes += size(result);
        Iterator<Asked> eldest = answers.values().iterator();
        while (bytes > MOST && eldest.hasNext()) {
            CompletableFuture<FetchResult> one = eldest.next().answer;
            if (one.isDone()) {
                bytes -= size(one.join());
                eldest.remove();
            }
        }
    }

    private static int size(FetchResult result) {
        return OVERHEAD + (result instanceof Fetched fetched ? fetched.body().length : 0);
    }
}
