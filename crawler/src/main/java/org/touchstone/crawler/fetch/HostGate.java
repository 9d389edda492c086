package org.touchstone.crawler.fetch;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.touchstone.crawler.fetch.HostState.Breaker;

/**
 * The turn at one host: one request at a time, and a pause before each that grows with the host's latency and, exponentially,
 * with its failures. After {@value #BREAK_AFTER} failures in a row the breaker opens: what is asked for meanwhile fails
 * instead of waiting, and the first request afterwards is the trial. Thread-safe.
 */
final class HostGate {
    static final int BREAK_AFTER = 5;
    /** After so many pages in a row that want a log-in, the site is one for customers alone. */
    static final int LOG_INS = 3;
    /** How often the latency of its answers a host is left alone, at most {@link #LONGEST_FOR_LATENCY}. */
    static final int LATENCY_FACTOR = 2;

    static final Duration LONGEST_FOR_LATENCY = Duration.ofSeconds(30);
    /** What back-off starts from when the plan's delay is shorter. */
    static final Duration SHORTEST_BACK_OFF = Duration.ofMillis(100);

    /**
     * A turn that was given.
     *
     * @param asked the pause that was due since the last request
     * @param pause the pause that was made; negative before the first request
     * @param startNanos when the turn began
     */
    record Turn(Duration asked, Duration pause, long startNanos) {}

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Ticker ticker;
    private final Duration backOff;
    private final Duration longest;

    // Guarded by this, not by the turn: the state is asked for while a request is under way.
    private boolean asked;
    private long lastEnd;
    private long restUntil;
    private boolean open;
    private int failures;
    private Duration latency = Duration.ZERO;
    private Duration lastPause = Duration.ZERO;
    private String wall = "";
    private int logIns;

    /**
     * @param delay least pause; back-off starts from it
     * @param longest longest back-off, and longest Retry-After that is waited for
     */
    HostGate(Ticker ticker, Duration delay, Duration longest) {
        this.ticker = ticker;
        this.longest = longest;
        backOff = longer(delay, SHORTEST_BACK_OFF);
        restUntil = ticker.nanos();
    }

    /**
     * Waits for the turn, which must be given back by {@link #leave}.
     *
     * @param pause what plan and robots.txt ask for; zero for the last one asked for
     * @throws FetchException when the host is left alone, or the crawl was stopped
     */
    Turn enter(Duration pause) throws FetchException {
        turn.lock();
        try {
            Duration due;
            long wait;
            synchronized (this) {
                long now = ticker.nanos();
                refuse(now);
                due = longer(longer(pause, lastPause), adaptive());
                lastPause = pause.isPositive() ? pause : lastPause;
                long dueAt = asked ? lastEnd + due.toNanos() : now;
                wait = Math.max(dueAt - now, restUntil - now);
            }
            if (!ticker.sleep(Duration.ofNanos(Math.max(0, wait)))) {
                throw new FetchException(FetchFailure.STOPPED, "the crawl was stopped");
            }
            synchronized (this) {
                long start = ticker.nanos();
                Duration made = asked ? Duration.ofNanos(start - lastEnd) : Duration.ofMillis(-1);
                return new Turn(asked ? due : Duration.ZERO, made, start);
            }
        } catch (FetchException e) {
            turn.unlock();
            throw e;
        }
    }

    /** @throws FetchException when the host is left alone, so that a turn would not be given */
    synchronized void check() throws FetchException {
        refuse(ticker.nanos());
    }

    private void refuse(long now) throws FetchException {
        if (!wall.isEmpty()) {
            throw new FetchException(FetchFailure.WALL, "the host is left alone: " + wall);
        }
        if (open && restUntil - now > 0) {
            Duration rest = Duration.ofNanos(restUntil - now);
            String why = failures >= BREAK_AFTER
                    ? "failed " + failures + " times in a row"
                    : "asked to be left alone for longer than is waited";
            throw new FetchException(
                    FetchFailure.RESTING, "the host " + why + " and rests for " + (rest.toSeconds() + 1) + " s", rest);
        }
    }

    /**
     * Gives the turn back.
     *
     * @param failed whether the host could not answer
     * @param retryAfter how long it asked to be left alone, zero when it did not
     */
    void leave(Turn begun, boolean failed, Duration retryAfter) {
        synchronized (this) {
            long end = ticker.nanos();
            Duration took = Duration.ofNanos(end - begun.startNanos);
            latency = asked ? latency.multipliedBy(2).plus(took).dividedBy(3) : took;
            asked = true;
            lastEnd = end;
            failures = failed ? failures + 1 : 0;
            if (failed) {
                restUntil(end, shorter(backOff.multipliedBy(1L << Math.min(failures, 20)), longest));
            }
            restUntil(end, retryAfter);
            open = failures >= BREAK_AFTER || retryAfter.compareTo(longest) > 0;
        }
        turn.unlock();
    }

    /** Lets the host rest from now on, or for longer if it rests longer already. */
    synchronized void rest(Duration time) {
        restUntil(ticker.nanos(), time);
    }

    /** Leaves the host alone for good. */
    synchronized void wall(String what) {
        wall = wall.isEmpty() ? what : wall;
    }

    /**
     * A page wanted a log-in. Any shop has some that do, for its customers, so the host is left alone for good only after
     * {@value #LOG_INS} in a row.
     */
    synchronized void logIn(String what) {
        if (++logIns >= LOG_INS) {
            wall(what);
        }
    }

    /** A page was given without a log-in. */
    synchronized void welcome() {
        logIns = 0;
    }

    synchronized HostState state() {
        Duration rest = Duration.ofNanos(Math.max(0, restUntil - ticker.nanos()));
        Breaker breaker = !wall.isEmpty()
                ? Breaker.WALLED
                : !open ? Breaker.CLOSED : rest.isPositive() ? Breaker.OPEN : Breaker.HALF_OPEN;
        return new HostState(breaker, failures, latency, rest, wall);
    }

    private Duration adaptive() {
        return shorter(latency.multipliedBy(LATENCY_FACTOR), shorter(LONGEST_FOR_LATENCY, longest));
    }

    private void restUntil(long from, Duration time) {
        long until = from + time.toNanos();
        restUntil = until - restUntil > 0 ? until : restUntil;
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
