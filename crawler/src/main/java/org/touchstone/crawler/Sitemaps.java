package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.touchstone.crawler.extract.Sitemap;
import org.touchstone.crawler.fetch.FetchFailure;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.FetchResult;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.plan.CrawlPlan;

/** Offers the frontier what a plan's sitemaps list, and those that they lead to. For one thread. */
final class Sitemaps {
    /** Sitemaps read in a crawl; indexes lead to many. */
    private static final int MOST = 1000;

    private final CrawlPlan plan;
    private final PageSource source;
    private final Frontier frontier;
    private final StopSignal stop;
    private final Failures failures;

    Sitemaps(CrawlPlan plan, PageSource source, Frontier frontier, StopSignal stop, Failures failures) {
        this.plan = plan;
        this.source = source;
        this.frontier = frontier;
        this.stop = stop;
        this.failures = failures;
    }

    void read() throws IOException {
        Deque<URI> waiting = new ArrayDeque<>(plan.sitemaps());
        Set<URI> seen = new HashSet<>(plan.sitemaps());
        while (!waiting.isEmpty() && !stop.given()) {
            URI address = waiting.removeFirst();
            FetchResult result = source.fetch(address, FetchKind.SITEMAP, plan::allows);
            switch (result) {
                case Fetched fetched -> {
                    Sitemap map = Sitemap.read(fetched.body(), fetched.address());
                    if (!map.flaw().isEmpty()) {
                        failures.add(address.toString(), "sitemaps", FetchFailure.TYPE, map.flaw());
                    }
                    for (URI page : map.pages()) {
                        frontier.offer(page, 1);
                    }
                    for (URI next : map.sitemaps()) {
                        if (plan.allows(next) && seen.size() < MOST && seen.add(next)) {
                            waiting.add(next);
                        }
                    }
                }
                case NotFetched not -> {
                    if (not.failure() != FetchFailure.STOPPED) {
                        failures.add(address.toString(), "sitemaps", not.failure(), not.reason());
                    }
                }
            }
        }
    }
}
