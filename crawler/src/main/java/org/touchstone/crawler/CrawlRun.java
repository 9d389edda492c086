package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.LoggedRequest;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.render.Chromium;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.record.Rejection;

/** One crawl: a virtual thread for each host that has pages to visit. */
final class CrawlRun implements Closeable {
    /** Time between two moments at which all that was kept is made durable. */
    private static final Duration CHECKPOINT = Duration.ofMillis(500);

    private final CrawlPlan plan;
    private final FetchPolicy policy;
    private final Clock clock;
    private final StopSignal stop;
    private final CrawlListener listener;
    private final Instant started;
    private final CrawlFolder folder;
    private final Fetcher fetcher;
    private final Frontier frontier;
    private final ImageKeeper images;
    private final PageSource source;
    private final RenderedPages rendered;
    private final ProfileDrift drift;
    private final Harvest harvest;
    private final Setbacks setbacks;
    private final ScheduledExecutorService checkpoints;
    private final Tally tally;
    private final AtomicReference<@Nullable StopReason> ended = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final Workers workers = new Workers(this::fail);

    CrawlRun(CrawlPlan plan, FetchPolicy policy, Clock clock, StopSignal stop, Path into, CrawlListener listener)
            throws IOException {
        this.plan = plan;
        this.policy = policy;
        this.clock = clock;
        this.stop = stop;
        this.listener = listener;
        started = clock.instant();
        Chromium browser = RenderedPages.browser(plan);
        folder = new CrawlFolder(into, plan.name(), about(), plan.revisit(), this::announce);
        fetcher = new Fetcher(policy, stop, this::keep, this::logged);
        source = new PageSource(folder.archive(), fetcher);
        ListingExtractor extractor = new ListingExtractor(plan.profiles());
        drift = new ProfileDrift(plan.profiles(), folder.store().text("profiles"));
        frontier = new Frontier(plan, folder.store(), this::startWorker);
        rendered = new RenderedPages(
                plan, browser, source, folder, extractor, clock, stop, this::reject, this::browserMissing, this::fail);
        images = new ImageKeeper(source, folder, this::reject);
        harvest = new Harvest(folder, frontier, extractor, rendered, images, drift, clock, stop, this::reject);
        setbacks = new Setbacks(
                fetcher, frontier, this::reject, plan.delay(), policy.limits().longestDelay());
        tally = new Tally(folder.store());
        checkpoints = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("crawl-checkpoint").factory());
    }

    private Map<String, List<String>> about() {
        return Map.of(
                "software", List.of("Touchstone/" + CrawlPlan.Agent.VERSION),
                "format", List.of("WARC File Format 1.1"),
                "operator", List.of(plan.agent().contact()),
                "http-header-user-agent", List.of(policy.userAgent()),
                "robots", List.of("obey"),
                "isPartOf", List.of(plan.name()));
    }

    private void keep(Exchange exchange) {
        try {
            folder.archive().keep(exchange);
        } catch (IOException e) {
            fail(e);
        }
    }

    private void logged(LoggedRequest request) {
        try {
            folder.logged(request);
        } catch (IOException e) {
            fail(e);
        }
    }

    /** A crawl that cannot keep what it reads must end and say so. */
    private void fail(Throwable e) {
        broken.compareAndSet(null, e);
        stop.give();
    }

    private void checkpoint() {
        try {
            saveTally();
            folder.checkpoint();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private void saveTally() throws IOException {
        tally.save(folder.store(), frontier.left(), fetcher.bytesReceived());
        folder.store().setText("profiles", drift.saved());
    }

    CrawlReport go() throws IOException {
        checkpoints.scheduleWithFixedDelay(
                this::checkpoint, CHECKPOINT.toMillis(), CHECKPOINT.toMillis(), TimeUnit.MILLISECONDS);
        for (URI seed : plan.seeds()) {
            frontier.offer(seed, 0);
        }
        frontier.wakeAll();
        if (!plan.sitemaps().isEmpty()) {
            workers.start("crawl-sitemaps", new Sitemaps(plan, source, frontier, stop, this::reject)::read);
        }
        if (!plan.live().isEmpty()) {
            workers.start("crawl-live", new LiveRooms(plan.live(), fetcher, stop, folder, images)::watch);
        }
        workers.allStarted();
        try {
            if (!workers.await(plan.limits().duration().toMillis())) {
                stopNow(StopReason.DURATION);
                workers.await();
            }
        } catch (InterruptedException e) {
            stopNow(StopReason.STOPPED);
            Thread.currentThread().interrupt();
        }
        checkpoints.close();
        Throwable cause = broken.get();
        if (cause != null) {
            throw new IOException("the crawl cannot go on: " + cause.getMessage(), cause);
        }
        StopReason reason = ended.get();
        StopReason why = reason != null ? reason : stop.given() ? StopReason.STOPPED : StopReason.DONE;
        harvest.keepPassing();
        CrawlReport report = new CrawlReport(
                plan.name(),
                policy.userAgent(),
                started,
                clock.instant(),
                why,
                counts(),
                tally.failures(),
                traps(),
                tally.denied(),
                drift.uses());
        tally.allowAgain(); // whoever goes on after a limit means so many pages more
        saveTally();
        folder.finish(report);
        return report;
    }

    private Map<String, Long> traps() throws IOException {
        Map<String, Long> traps = new LinkedHashMap<>();
        for (Traps.Trap trap : frontier.traps()) {
            traps.put(trap.shape(), trap.left());
        }
        return traps;
    }

    /** Called by the frontier for a host that has work and nobody at it. */
    private void startWorker(String host) {
        workers.start("crawl-" + host, () -> work(host));
    }

    private void work(String host) throws IOException {
        Frontier.Visit visit;
        while (!stop.given() && ended.get() == null && (visit = frontier.next(host)) != null) {
            // Where a crawl starts there may always be something new, and scripts may ask for new data.
            Optional<Answer> resting = visit.depth() == 0 || plan.render() != RenderMode.NEVER
                    ? Optional.empty()
                    : source.resting(visit.address(), clock.instant());
            if (resting.isPresent()) {
                visited(host, visit, resting.get());
            } else if (fetcher.bytesReceived() >= plan.limits().bytes()) {
                frontier.putBack(visit);
                ended.compareAndSet(null, StopReason.BYTES);
            } else if (!tally.request(plan.limits().pages())) {
                frontier.putBack(visit);
                ended.compareAndSet(null, StopReason.PAGES);
            } else {
                ask(host, visit);
            }
        }
    }

    private void ask(String host, Frontier.Visit visit) throws IOException {
        AtomicBoolean met = new AtomicBoolean();
        Answer answer = source.page(visit.address(), to -> plan.allows(to) && !isMet(visit, to, met));
        if (met.get()) { // it leads to a page that is not asked for again
            frontier.done(visit);
            folder.archive().forget(answer.result().hops());
        } else {
            visited(host, visit, answer);
        }
    }

    private boolean isMet(Frontier.Visit visit, URI to, AtomicBoolean met) {
        try {
            met.set(frontier.isMet(visit, to));
            return met.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the crawl at once; other limits let what was begun come to its end. */
    private void stopNow(StopReason reason) {
        ended.compareAndSet(null, reason);
        stop.give();
    }

    private void visited(String host, Frontier.Visit visit, Answer answer) throws IOException {
        switch (answer.result()) {
            case Fetched fetched -> {
                setbacks.over(host);
                // Two addresses that lead to one page give its listings once.
                Frontier.Visit here = frontier.led(visit, fetched.address());
                if (here != null && !read(here, fetched, answer)) {
                    frontier.putBack(visit);
                    frontier.putBack(here);
                    return;
                }
                if (here != null) {
                    frontier.done(here);
                }
                frontier.done(visit);
                folder.archive().forget(fetched.hops());
            }
            case NotFetched not -> setbacks.met(host, visit, not);
        }
    }

    /** Reads a page; false when the crawl was stopped before its listings were whole. */
    private boolean read(Frontier.Visit visit, Fetched fetched, Answer answer) throws IOException {
        Harvest.Yield yield = harvest.read(visit, fetched, answer);
        if (yield == Harvest.Yield.READ) {
            tally.pageRead(answer.how());
            synchronized (listener) {
                listener.pageRead(fetched.address(), counts());
            }
        }
        return yield != Harvest.Yield.STOPPED;
    }

    private void reject(String source, String field, FetchFailure failure, String reason) {
        tally.failed(failure, source);
        folder.reject(new Rejection(source, 0, field, reason, ""));
    }

    private void announce(Rejection rejection) {
        synchronized (listener) {
            listener.rejected(rejection);
        }
    }

    private void browserMissing() {
        synchronized (listener) {
            listener.browserMissing();
        }
    }

    private CrawlReport.Counts counts() {
        return new CrawlReport.Counts(
                tally.requested(),
                tally.pages(),
                tally.unchanged(),
                tally.resting(),
                folder.listings().count(),
                folder.imageCount(),
                tally.failures().getOrDefault(FetchFailure.ROBOTS.key(), 0L),
                folder.rejectionCount(),
                frontier.left() + frontier.waiting(),
                tally.bytesBefore() + fetcher.bytesReceived());
    }

    @Override
    public void close() throws IOException {
        checkpoints.shutdownNow();
        rendered.close();
        fetcher.close();
        folder.close();
    }
}
