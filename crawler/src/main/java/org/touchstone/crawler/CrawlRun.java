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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.HostState;
import org.touchstone.crawler.fetch.LoggedRequest;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.Earlier;
import org.touchstone.crawler.render.Chromium;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.record.Rejection;

/** One crawl: a virtual thread for each host that has pages to visit. */
final class CrawlRun implements Closeable {
    private static final int MAX_ATTEMPTS = 3;
    /** After so many failures in a row a host is left alone. */
    private static final int HOST_FAILURES = 5;
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
    private final ListingExtractor extractor;
    private final RenderedPages rendered;
    private final ProfileDrift drift;
    private final Passing passing;
    private final ScheduledExecutorService checkpoints;
    private final Map<String, AtomicInteger> hostFailures = new ConcurrentHashMap<>();
    private final Tally tally;
    private final AtomicReference<@Nullable StopReason> ended = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final AtomicInteger workers = new AtomicInteger();
    private final CountDownLatch idle = new CountDownLatch(1);

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
        source = new PageSource(folder, fetcher);
        extractor = new ListingExtractor(plan.profiles());
        drift = new ProfileDrift(plan.profiles(), folder.store().text("profiles"));
        frontier = new Frontier(plan, folder.store(), this::startWorker);
        rendered = new RenderedPages(
                plan, browser, source, folder, extractor, clock, stop, this::reject, this::browserMissing, this::fail);
        passing = new Passing(folder.store());
        images = new ImageKeeper(source, folder, this::reject);
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
            folder.keep(exchange);
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
        workers.incrementAndGet();
        checkpoints.scheduleWithFixedDelay(
                this::checkpoint, CHECKPOINT.toMillis(), CHECKPOINT.toMillis(), TimeUnit.MILLISECONDS);
        for (URI seed : plan.seeds()) {
            frontier.offer(seed, 0);
        }
        frontier.wakeAll();
        if (!plan.sitemaps().isEmpty()) {
            start("crawl-sitemaps", new Sitemaps(plan, source, frontier, stop, this::reject)::read);
        }
        if (!plan.live().isEmpty()) {
            start("crawl-live", new LiveRooms(plan.live(), fetcher, stop, folder, images)::watch);
        }
        workerDone();
        try {
            if (!idle.await(plan.limits().duration().toMillis(), TimeUnit.MILLISECONDS)) {
                stopNow(StopReason.DURATION);
                idle.await();
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
        writePassing();
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
        start("crawl-" + host, () -> work(host));
    }

    /** What a thread of the crawl does. */
    @FunctionalInterface
    private interface Work {
        void go() throws IOException;
    }

    private void start(String name, Work work) {
        workers.incrementAndGet();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.go();
            } catch (Throwable e) { // a crawl that lost a worker must say so, whatever it was
                fail(e);
            } finally {
                workerDone();
            }
        });
    }

    private void workerDone() {
        if (workers.decrementAndGet() == 0) {
            idle.countDown();
        }
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
            folder.forget(answer.result().hops());
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
                hostFailures.remove(host);
                // Two addresses that lead to one page give its listings once.
                Frontier.Visit here = frontier.led(visit, fetched.address());
                if (here != null) {
                    if (!read(here, fetched, answer)) {
                        frontier.putBack(visit);
                        frontier.putBack(here);
                        return;
                    }
                    frontier.done(here);
                }
                frontier.done(visit);
                folder.forget(fetched.hops());
            }
            case NotFetched not -> failed(host, visit, not);
        }
    }

    /** Reads a page; false when the crawl was stopped before its listings were whole. */
    private boolean read(Frontier.Visit visit, Fetched fetched, Answer answer) throws IOException {
        String notAPage = PageReading.notAPage(fetched.body()).orElse("");
        if (!notAPage.isEmpty()) {
            reject(visit.address().toString(), "", FetchFailure.TYPE, notAPage);
            return true;
        }
        Earlier from = answer.from();
        Instant at = from == null ? clock.instant() : from.at();
        Optional<RenderedPages.Seen> seen = rendered.see(
                fetched,
                PageReading.of(extractor, fetched, at),
                from == null ? null : CrawlFolder.capture(from.place()));
        if (seen.isEmpty()) {
            return false;
        }
        PageReading reading = seen.get().reading();
        // Links first: other hosts can start while this one's images come in.
        int fresh = frontier.offer(reading.links(), visit);
        for (Offered offered : reading.extraction().offers()) {
            Offered captured = captured(offered, seen.get().capture());
            int met = folder.meet(captured);
            fresh += met;
            if (captured.own()) {
                keep(captured, met > 0);
            } else {
                passing.add(captured);
            }
        }
        if (stop.given() && !reading.extraction().offers().isEmpty()) {
            return false;
        }
        frontier.gave(fetched.address(), fresh);
        if (from != null && answer.how() == Answer.How.SENT) {
            folder.describe(fetched.address(), from, reading.about(visit));
        }
        if (from != null && answer.how() != Answer.How.RESTING) {
            folder.revisits().visited(fetched.address(), answer.validators(), from, reading.content(), clock.instant());
        }
        tally.pageRead(answer.how());
        drift.read(fetched.address(), reading.extraction());
        synchronized (listener) {
            listener.pageRead(fetched.address(), counts());
        }
        return true;
    }

    private static Offered captured(Offered offered, @Nullable CaptureRef capture) {
        Listing listing = offered.listing();
        return offered.with(
                ListingCopy.of(listing, listing.id()).capture(capture).build());
    }

    private void keep(Offered offered, boolean first) throws IOException {
        String id = folder.listings().id(offered, first);
        if (!id.isEmpty()) {
            folder.write(ListingCopy.of(images.withImages(offered), id).build());
        }
    }

    /** Products whose own page was never read, because of a limit for example; without images once the crawl was stopped. */
    private void writePassing() throws IOException {
        for (Offered offered : passing.all()) {
            boolean ownPageRead = folder.listings().hasUrl(offered.listing().url());
            if (!ownPageRead && !folder.listings().has(offered.listing().id())) {
                folder.write(stop.given() ? offered.listing() : images.withImages(offered));
            }
        }
    }

    private void failed(String host, Frontier.Visit visit, NotFetched not) throws IOException {
        boolean again = not.failure() == FetchFailure.BUSY || not.failure() == FetchFailure.NETWORK;
        if (not.failure() == FetchFailure.STOPPED) {
            frontier.putBack(visit);
            return;
        }
        if (not.failure() == FetchFailure.RESTING) {
            frontier.putBack(visit);
            int parked = frontier.park(host);
            reject(
                    WebAddress.origin(visit.address()),
                    "",
                    not.failure(),
                    not.reason() + "; " + parked + " pages wait for the next run");
            return;
        }
        boolean tooLong = not.retryAfter().compareTo(policy.limits().longestDelay()) > 0;
        if (again && visit.attempt() < MAX_ATTEMPTS && !tooLong) {
            Duration rest = plan.delay().multipliedBy(1L << visit.attempt());
            fetcher.rest(visit.address(), rest.compareTo(policy.limits().longestDelay()) > 0 ? plan.delay() : rest);
            frontier.offerAgain(visit);
        } else {
            reject(visit.address().toString(), "", not.failure(), not.reason());
            frontier.done(visit);
        }
        int inARow = again || not.failure() == FetchFailure.TOO_SLOW
                ? hostFailures.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet()
                : 0;
        boolean walled = fetcher.host(visit.address()).breaker() == HostState.Breaker.WALLED;
        if (inARow >= HOST_FAILURES || tooLong || walled) {
            int dropped = frontier.drop(host);
            reject(
                    WebAddress.origin(visit.address()),
                    "",
                    not.failure(),
                    "left alone after failures in a row, with " + dropped + " pages still to visit; the last: "
                            + not.reason());
        }
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
