package org.touchstone.cli.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.Console;
import org.touchstone.cli.ScanJob;
import org.touchstone.cli.report.ReportEntry;
import org.touchstone.crawler.CrawlListener;
import org.touchstone.crawler.CrawlReport;
import org.touchstone.crawler.Crawler;
import org.touchstone.crawler.NewListings;
import org.touchstone.crawler.StopReason;
import org.touchstone.crawler.Webhook;
import org.touchstone.record.Json;
import org.touchstone.record.Rejection;

/**
 * Runs plans when they are due: crawls, scans what is new, reports it. A plan never runs twice at a time; plans run beside
 * each other, but scan in turn. What a crash or a stop interrupts is gone on with at the next start.
 */
public final class Watch {
    /** Hits that a webhook's message names. */
    private static final int TOP = 20;

    /** Longest time to sleep at once, so that a change of the machine's clock is noticed. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final Console console;
    private final List<WatchedPlan> plans;
    private final Scan scan;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ReentrantLock scanning = new ReentrantLock();
    private final AtomicLong rejected = new AtomicLong();
    private volatile boolean failed;
    private final List<Crawler> running = new CopyOnWriteArrayList<>();

    /**
     * New listings, and where their hits are to go.
     *
     * @param listings file
     * @param hits file to write
     * @param report file to write
     */
    public record NewOffers(Path listings, Path hits, Path report) {}

    /** Scans. */
    @FunctionalInterface
    public interface Scan {
        ScanJob.Outcome of(NewOffers offers) throws IOException;
    }

    public Watch(Console console, List<WatchedPlan> plans, Scan scan, Clock clock) {
        this.console = console;
        this.plans = List.copyOf(plans);
        this.scan = scan;
        this.clock = clock;
    }

    /** Runs each plan once, one after the other; how many records were set aside. */
    public long once() throws IOException {
        for (WatchedPlan plan : plans) {
            if (stopped.getCount() > 0) {
                run(plan, plan.interrupted().orElse(now()));
            }
        }
        return rejected.get();
    }

    /** Runs plans on their schedules until {@link #stopAndWait}. */
    public long always(boolean atOnce) throws IOException {
        Thread[] threads = new Thread[plans.size()];
        for (int i = 0; i < threads.length; i++) {
            WatchedPlan plan = plans.get(i);
            threads[i] = Thread.ofPlatform().name("watch-" + plan.plan().name()).start(() -> keep(plan, atOnce));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                stopped.countDown();
                Thread.currentThread().interrupt();
            }
        }
        return rejected.get();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void keep(WatchedPlan plan, boolean atOnce) {
        try {
            Instant seen = catchUp(plan, atOnce);
            while (stopped.getCount() > 0) {
                Optional<Instant> next = plan.next(seen);
                if (next.isEmpty()) {
                    console.warn("watch.never", plan.plan().name());
                    return;
                }
                console.say("watch.next", plan.plan().name(), local(plan, next.get()));
                if (sleepUntil(next.get())) {
                    run(plan, next.get());
                    seen = late(plan, next.get(), "the run before was still going");
                }
            }
        } catch (IOException e) {
            console.warn("watch.broken", plan.plan().name(), String.valueOf(e.getMessage()));
            failed = true;
        }
    }

    /** Goes on with a run that was interrupted, and makes up for missed ones with one run; the time dealt with. */
    private Instant catchUp(WatchedPlan plan, boolean atOnce) throws IOException {
        Instant at = now();
        Optional<Instant> interrupted = plan.interrupted();
        Optional<Instant> last = plan.lastDue();
        List<Instant> missed = last.isEmpty() ? List.of() : plan.due(last.get(), at);
        if (!missed.isEmpty() && !(interrupted.isPresent() && missed.equals(List.of(interrupted.get())))) {
            plan.record(RunRecord.missed(missed.getLast(), at, "nobody was watching", missed.size()));
            console.warn("watch.missed", plan.plan().name(), missed.size(), local(plan, missed.getLast()));
        }
        if (interrupted.isPresent()) {
            console.say("watch.goesOn", plan.plan().name(), local(plan, interrupted.get()));
        }
        if (interrupted.isPresent() || !missed.isEmpty() || atOnce) {
            run(plan, interrupted.orElse(at));
            return late(plan, at, "the run before was still going");
        }
        return at;
    }

    /** Records the times that went by during a run. */
    private Instant late(WatchedPlan plan, Instant after, String note) throws IOException {
        Instant at = now();
        List<Instant> missed = stopped.getCount() > 0 ? plan.due(after, at) : List.of();
        if (!missed.isEmpty()) {
            plan.record(RunRecord.missed(missed.getLast(), at, note, missed.size()));
            console.warn("watch.late", plan.plan().name(), missed.size());
        }
        return at.isAfter(after) ? at : after;
    }

    /** Whether the moment came before a stop did. */
    private boolean sleepUntil(Instant moment) {
        try {
            while (true) {
                Duration left = Duration.between(clock.instant(), moment);
                if (left.isNegative() || left.isZero()) {
                    return stopped.getCount() > 0;
                }
                Duration nap = left.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : left;
                if (stopped.await(nap.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String local(WatchedPlan plan, Instant moment) {
        var schedule = plan.plan().schedule();
        return schedule == null
                ? moment.toString()
                : moment.atZone(schedule.zone()).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void run(WatchedPlan plan, Instant due) throws IOException {
        Instant began = now();
        String crawled = plan.crawled();
        RunRecord done;
        try {
            if (crawled.isEmpty()) {
                plan.begin(due, "");
                CrawlReport report = crawl(plan);
                if (report.stop() == StopReason.STOPPED) {
                    return; // gone on with at the next start
                }
                boolean shops = !plan.plan().seeds().isEmpty()
                        || !plan.plan().sitemaps().isEmpty();
                if (shops && report.counts().pages() == 0) {
                    throw new IOException(
                            console.text("crawl.nothing", plan.crawl().resolve("rejected.jsonl")));
                }
                crawled = report.stop().key();
                plan.begin(due, crawled);
            }
            Path folder = plan.folder().resolve("runs").resolve(began.toString().replace(':', '-'));
            done = scanned(plan, due, began, crawled, folder);
        } catch (IOException | RuntimeException e) {
            done = new RunRecord(due, began, now(), "failed", String.valueOf(e.getMessage()), "", 0, 0, 0);
            console.warn("watch.failed", plan.plan().name(), String.valueOf(e.getMessage()));
            failed = true;
        }
        plan.record(done);
        plan.end();
    }

    private CrawlReport crawl(WatchedPlan plan) throws IOException {
        console.say("watch.crawls", plan.plan().name());
        Crawler crawler = new Crawler(plan.plan());
        running.add(crawler);
        try {
            if (stopped.getCount() == 0) {
                crawler.stop();
            }
            return crawler.run(plan.crawl(), new CrawlListener() {
                @Override
                public void pageRead(URI page, CrawlReport.Counts soFar) {
                    console.detail(page.toString());
                }

                @Override
                public void browserMissing() {
                    console.say("crawl.noBrowser");
                }

                @Override
                public void rejected(Rejection rejection) {
                    console.detail(rejection.toString());
                }
            });
        } finally {
            running.remove(crawler);
        }
    }

    private RunRecord scanned(WatchedPlan plan, Instant due, Instant began, String crawled, Path folder)
            throws IOException {
        NewListings listings = new NewListings(plan.crawl());
        long found = listings.find("new.jsonl");
        ScanJob.Outcome outcome = null;
        if (found > 0) {
            scanning.lock();
            try {
                outcome = scan.of(new NewOffers(
                        plan.crawl().resolve("new.jsonl"),
                        folder.resolve("hits.jsonl"),
                        folder.resolve("report.html")));
            } finally {
                scanning.unlock();
            }
            rejected.addAndGet(outcome.rejected());
        }
        listings.take();
        long hits = outcome == null ? 0 : outcome.hits();
        if (outcome == null) {
            console.say("watch.nothingNew", plan.plan().name());
        } else {
            console.say("watch.done", plan.plan().name(), found, hits, folder);
        }
        String note = tell(plan, due, found, outcome, folder);
        return new RunRecord(due, began, now(), "done", note, crawled, found, hits, 0);
    }

    /** Calls the plan's webhook, if it has one and there is something new; what went wrong. */
    private String tell(WatchedPlan plan, Instant due, long found, ScanJob.@Nullable Outcome outcome, Path folder) {
        URI address = plan.plan().webhook();
        if (address == null || outcome == null) {
            return "";
        }
        ObjectNode message = Json.object()
                .put("plan", plan.plan().name())
                .put("due", due.toString())
                .put("listings", found)
                .put("hits", outcome.hits())
                .put("report", folder.resolve("report.html").toAbsolutePath().toString());
        ArrayNode top = message.putArray("top");
        for (ReportEntry entry :
                outcome.top().subList(0, Math.min(TOP, outcome.top().size()))) {
            top.addObject()
                    .put("rank", entry.hit().rank())
                    .put("score", entry.hit().score())
                    .put("listing", entry.listing().id())
                    .put("url", entry.listing().url())
                    .put("title", entry.listing().title())
                    .put("mark", entry.registration().id());
        }
        try {
            Optional<String> wrong = Webhook.send(address, message);
            wrong.ifPresent(why -> console.warn("watch.untold", plan.plan().name(), why));
            return wrong.orElse("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the watch was stopped before the webhook was called";
        }
    }

    /** Whether a run failed, or a plan cannot be watched any more. */
    public boolean failed() {
        return failed;
    }

    /** Ends the watch: crawls stop at once and are gone on with later, a scan comes to its end. Called on Ctrl-C. */
    public void stopAndWait(Thread worker) {
        stopped.countDown();
        running.forEach(Crawler::stop);
        try {
            worker.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
