package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.render.RenderMode;

/** A crawl in a process of its own, to be killed. Takes the seed, the folder, the most pages, and which to render. */
final class CrawlProcess {
    private CrawlProcess() {}

    public static void main(String[] args) throws IOException {
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(List.of(URI.create(args[0])))
                .limits(CrawlPlan.Limits.DEFAULT
                        .withPages(Integer.parseInt(args[2]))
                        .withDepth(1_000_000))
                .delay(Duration.ZERO)
                .privateNetworks(true)
                .render(args.length > 3 ? RenderMode.of(args[3]).orElseThrow() : RenderMode.NEVER)
                .build();
        new Crawler(plan, FetchLimits.DEFAULT, Clock.systemUTC()).run(Path.of(args[1]), CrawlListener.SILENT);
    }
}
