package org.touchstone.crawler.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.touchstone.crawler.CrawlListener;
import org.touchstone.crawler.Crawler;
import org.touchstone.crawler.plan.CrawlPlan;

/** A crawl of one live room in a process of its own, to be killed. Takes the folder, the playlist and the cards. */
final class LiveProcess {
    private LiveProcess() {}

    public static void main(String[] args) throws IOException {
        LiveSource room = new LiveSource(
                "R1",
                "",
                Optional.of(URI.create(args[1])),
                Optional.of(URI.create(args[2])),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2));
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .live(List.of(room))
                .delay(Duration.ZERO)
                .privateNetworks(true)
                .build();
        new Crawler(plan).run(Path.of(args[0]), CrawlListener.SILENT);
    }
}
