package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.record.Rejection;

/** One crawl: a virtual thread for each host that has pages to visit. */
final class CrawlRun implements Closeable {
    private static final int MAX_ATTEMPTS = 3;
    /** After so many failures in a row a host is left alone. */
    private static final int HOST_FAILURES = 5;
    /** Products seen in passing that are kept in case their own page is never read. */
    private static final int MAX_PASSING = 10_000;

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
    private final Map<String, Offered> passing = new LinkedHashMap<>();
    private final Map<String, AtomicInteger> hostFailures = new ConcurrentHashMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private final List<String> denied = new ArrayList<>();
    private final AtomicInteger requested = new AtomicInteger();
    private final AtomicLong pages = new AtomicLong();
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
        folder = new CrawlFolder(into, this::announce);
        fetcher = new Fetcher(policy, stop);
        frontier = new Frontier(plan, this::startWorker);
        images = new ImageKeeper(fetcher, folder, this::reject);
    }

    CrawlReport go() throws IOException {
        workers.incrementAndGet();
        plan.seeds().forEach(seed -> frontier.offer(seed, 0));
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
        Throwable cause = broken.get();
        if (cause != null) {
            throw new IOException("the crawl cannot go on: " + cause.getMessage(), cause);
        }
        writePassing();
        StopReason reason = ended.get();
        StopReason why = reason != null ? reason : stop.given() ? StopReason.STOPPED : StopReason.DONE;
        CrawlReport report = new CrawlReport(
                plan.name(), policy.userAgent(), started, clock.instant(), why, counts(), failures(), denied);
        folder.finish(report);
        return report;
    }

    /** Called by the frontier for a host that has work and nobody at it. */
    private void startWorker(String host) {
        workers.incrementAndGet();
        Thread.ofVirtual().name("crawl-" + host).start(() -> {
            try {
                work(host);
            } catch (Throwable e) { // a crawl that lost a worker must say so, whatever it was
                broken.compareAndSet(null, e);
                stop.give();
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
            if (fetcher.bytesReceived() >= plan.limits().bytes()) {
                frontier.leave();
                ended.compareAndSet(null, StopReason.BYTES);
            } else if (requested.getAndUpdate(n -> Math.min(n + 1, plan.limits().pages()))
                    >= plan.limits().pages()) {
                frontier.leave();
                ended.compareAndSet(null, StopReason.PAGES);
            } else {
                visit(host, visit);
            }
        }
    }

    /** Ends the crawl at once; other limits let what was begun come to its end. */
    private void stopNow(StopReason reason) {
        ended.compareAndSet(null, reason);
        stop.give();
    }

    private void visit(String host, Frontier.Visit visit) throws IOException {
        FetchResult result = fetcher.fetch(visit.address(), FetchKind.PAGE, plan::allows);
        switch (result) {
            case Fetched fetched -> {
                hostFailures.remove(host);
                // Two addresses that lead to one page give its listings once.
                if (fetched.hops().size() == 1 || frontier.markSeen(fetched.address())) {
                    read(visit, fetched);
                }
            }
            case NotFetched not -> failed(host, visit, not);
        }
    }

    private void read(Frontier.Visit visit, Fetched fetched) throws IOException {
        String notAPage = PageReading.notAPage(fetched.body()).orElse("");
        if (!notAPage.isEmpty()) {
            reject(visit.address().toString(), "", FetchFailure.TYPE, notAPage);
            return;
        }
        PageReading reading = PageReading.of(fetched, clock.instant());
        // Links first: other hosts can start while this one's images come in.
        reading.links().forEach(link -> frontier.offer(link, visit.depth() + 1));
        for (Offered offered : reading.extraction().offers()) {
            if (offered.own()) {
                keep(offered);
            } else {
                keepInPassing(offered);
            }
        }
        pages.incrementAndGet();
        synchronized (listener) {
            listener.pageRead(fetched.address(), counts());
        }
    }

    private void keep(Offered offered) throws IOException {
        Optional<Offered> fresh = folder.fresh(offered);
        if (fresh.isPresent()) {
            folder.write(images.withImages(fresh.get()));
        }
    }

    private synchronized void keepInPassing(Offered offered) {
        if (passing.size() < MAX_PASSING) {
            passing.putIfAbsent(offered.listing().id(), offered);
        }
    }

    /** Products whose own page was never read, because of a limit for example; without images once the crawl was stopped. */
    private synchronized void writePassing() throws IOException {
        for (Offered offered : List.copyOf(passing.values())) {
            boolean ownPageRead = folder.hasUrl(offered.listing().url());
            if (!ownPageRead && !folder.has(offered.listing().id())) {
                folder.write(stop.given() ? offered.listing() : images.withImages(offered));
            }
        }
    }

    private void failed(String host, Frontier.Visit visit, NotFetched not) {
        boolean again = not.failure() == FetchFailure.BUSY || not.failure() == FetchFailure.NETWORK;
        if (not.failure() == FetchFailure.STOPPED) {
            return;
        }
        boolean tooLong = not.retryAfter().compareTo(policy.limits().longestDelay()) > 0;
        if (again && visit.attempt() < MAX_ATTEMPTS && !tooLong) {
            Duration rest = plan.delay().multipliedBy(1L << visit.attempt());
            fetcher.rest(visit.address(), rest.compareTo(policy.limits().longestDelay()) > 0 ? plan.delay() : rest);
            frontier.offerAgain(visit);
        } else {
            reject(visit.address().toString(), "", not.failure(), not.reason());
        }
        int inARow = again || not.failure() == FetchFailure.TOO_SLOW
                ? hostFailures.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet()
                : 0;
        if (inARow >= HOST_FAILURES || tooLong) {
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
        synchronized (failures) {
            failures.merge(failure.key(), 1L, Long::sum);
            if (failure == FetchFailure.ROBOTS && denied.size() < CrawlReport.DENIED) {
                denied.add(source);
            }
        }
        folder.reject(new Rejection(source, 0, field, reason, ""));
    }

    private void announce(Rejection rejection) {
        synchronized (listener) {
            listener.rejected(rejection);
        }
    }

    private SortedMap<String, Long> failures() {
        synchronized (failures) {
            return new TreeMap<>(failures);
        }
    }

    private CrawlReport.Counts counts() {
        return new CrawlReport.Counts(
                requested.get(),
                pages.get(),
                folder.listingCount(),
                folder.imageCount(),
                failures().getOrDefault(FetchFailure.ROBOTS.key(), 0L),
                folder.rejectionCount(),
                frontier.left() + frontier.waiting(),
                fetcher.bytesReceived());
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
        folder.close();
    }
}
