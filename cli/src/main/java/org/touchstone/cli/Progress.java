package org.touchstone.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How far a work is: a bar with rate and time left on a terminal, a plain line every {@value #PLAIN_SECONDS} seconds
 * elsewhere, nothing with {@code --quiet} or when the work is done at once. Thread-safe.
 */
public final class Progress implements LongConsumer, AutoCloseable {
    static final int PLAIN_SECONDS = 15;
    private static final long PATIENCE = Duration.ofMillis(400).toNanos();
    private static final long FRAME = Duration.ofMillis(100).toNanos();
    private static final int BAR = 20;

    private final Console console;
    private final String label;
    private volatile long total;
    private final LongSupplier clock;
    private final long start;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong due;
    private boolean drawn;

    Progress(Console console, String label, long total, LongSupplier clock) {
        this.console = console;
        this.label = label;
        this.total = total;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.due = new AtomicLong(start + (console.terminal().animated() ? PATIENCE : plainPause()));
    }

    /** So many steps are done by now. */
    @Override
    public void accept(long steps) {
        done.set(steps);
        show();
    }

    /** So many steps there are, as far as is known by now. */
    void expect(long steps) {
        total = steps;
    }

    /** So many more steps are done. */
    public void add(long steps) {
        done.addAndGet(steps);
        show();
    }

    private void show() {
        long now = clock.getAsLong();
        long frame = due.get();
        boolean animated = console.terminal().animated();
        if (console.quiet() || now - frame < 0 || !due.compareAndSet(frame, now + (animated ? FRAME : plainPause()))) {
            return;
        }
        String line = describe(done.get(), (now - start) / 1e9);
        if (animated) {
            synchronized (console) {
                drawn = true;
                console.draw("\r" + DisplayWidth.cut(line, console.terminal().columns() - 1) + "\u001b[K");
            }
        } else {
            console.line(line);
        }
    }

    private String describe(long steps, double seconds) {
        long total = this.total;
        Locale locale = console.language().locale();
        double rate = seconds > 0 ? steps / seconds : 0;
        String pace = String.format(locale, rate >= 10 ? "%,.0f/s" : "%.1f/s", rate);
        if (total <= 0) {
            return String.format(locale, "%s  %,d  %s", label, steps, pace);
        }
        double share = Math.min(1, (double) steps / total);
        int filled = (int) (share * BAR);
        String bar = "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
        String left = rate > 0 && steps < total
                ? console.text("progress.left", clockTime(Math.round((total - steps) / rate)))
                : "";
        return String.format(
                        locale, "%s  %s %3.0f%%  %,d/%,d  %s  %s", label, bar, share * 100, steps, total, pace, left)
                .stripTrailing();
    }

    private static String clockTime(long seconds) {
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private static long plainPause() {
        return Duration.ofSeconds(PLAIN_SECONDS).toNanos();
    }

    /** Takes the bar off the terminal's line, so that something else can be written there. */
    void erase() {
        synchronized (console) {
            if (drawn) {
                drawn = false;
                console.draw("\r\u001b[K");
            }
        }
    }

    /** Ends the show. */
    @Override
    public void close() {
        console.end(this);
    }
}
