package org.touchstone.crawler.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.PolitenessLog;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.keep.LastKept;
import org.touchstone.crawler.keep.WarcArchive;
import org.touchstone.record.Rejection;

/** Watches rooms through the real fetcher and archive, on loopback. */
final class LiveBench {
    final List<LiveOffer> offers = new ArrayList<>();
    final List<Rejection> rejections = Collections.synchronizedList(new ArrayList<>());
    private final Path folder;
    private final FetchPolicy policy;
    private final StopSignal stop = new StopSignal();
    private final LastKept last = new LastKept();

    LiveBench(Path folder, boolean privateNetworks, FetchLimits limits) {
        this.folder = folder;
        policy = new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, privateNetworks, limits);
    }

    List<LiveReport> watch(LiveSource... rooms) throws IOException {
        Map<LiveSource, Instant> sources = new LinkedHashMap<>();
        for (LiveSource room : rooms) {
            sources.put(room, Instant.now());
        }
        try (WarcArchive archive = new WarcArchive(folder.resolve("warc"), "test", 0, Map.of());
                Fetcher fetcher = new Fetcher(policy, stop, exchange -> keep(exchange, archive), PolitenessLog.NONE)) {
            return new LiveCrawl(fetcher, last, stop, List.of(), folder, rejections::add).run(sources, offers::add);
        }
    }

    private void keep(Exchange exchange, WarcArchive archive) {
        try {
            last.kept(exchange, archive.add(exchange));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
