package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.plan.CrawlPlan;

/**
 * Crawls after a plan: visits pages as a good guest, reads the products they offer, keeps listings and images. One crawler
 * runs once.
 */
public final class Crawler {
    private final CrawlPlan plan;
    private final FetchPolicy policy;
    private final Clock clock;
    private final StopSignal stop = new StopSignal();

    public Crawler(CrawlPlan plan) {
        this(plan, FetchLimits.DEFAULT, Clock.systemUTC());
    }

    Crawler(CrawlPlan plan, FetchLimits limits, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        policy = new FetchPolicy(
                plan.agent().name(), plan.agent().header(), plan.delay(), plan.privateNetworks(), limits);
    }

    /**
     * Crawls until the plan is done or a limit is reached. What fails on the way is named in {@code rejected.jsonl}.
     *
     * @param into folder for {@code listings.jsonl}, {@code images/}, {@code rejected.jsonl} and {@code report.json}
     * @throws IOException when the folder cannot be written, another crawl is at work in it, or it holds listings that no crawl
     *     has left; never because of a page
     */
    public CrawlReport run(Path into, CrawlListener listener) throws IOException {
        RenderedPages.browser(plan); // where one is needed and missing, no folder is made
        try (FolderClaim claim = FolderClaim.of(into);
                CrawlRun run = new CrawlRun(plan, policy, clock, stop, into, listener)) {
            return run.go();
        }
    }

    /** Ends the crawl early; what was read so far is kept. May be called from any thread, more than once. */
    public void stop() {
        stop.give();
    }

    /** Fetches one page, follows no link, keeps nothing, and tells what was seen on the way. */
    public PageInspection inspect(URI page) {
        return PageInspection.of(plan, policy, clock, stop, page);
    }
}
