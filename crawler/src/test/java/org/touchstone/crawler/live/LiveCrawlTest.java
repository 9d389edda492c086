package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.ExchangeListener;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.FetchPolicy;
import org.touchstone.crawler.fetch.Fetcher;
import org.touchstone.crawler.fetch.PolitenessLog;
import org.touchstone.crawler.fetch.StopSignal;
import org.touchstone.crawler.keep.LastKept;
import org.touchstone.crawler.keep.WarcArchive;
import org.touchstone.record.Rejection;

/** Through the real fetcher, on loopback. */
class LiveCrawlTest {
    @TempDir
    Path folder;

    private final StopSignal stop = new StopSignal();
    private final List<LiveOffer> offers = new ArrayList<>();
    private final List<Rejection> rejections = Collections.synchronizedList(new ArrayList<>());

    private List<LiveReport> crawl(StubSite site, boolean privateNetworks, String... rooms) throws IOException {
        FetchPolicy policy =
                new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, privateNetworks, FetchLimits.DEFAULT);
        Map<LiveSource, Instant> sources = new LinkedHashMap<>();
        for (String room : rooms) {
            LiveSource source = new LiveSource(
                    room,
                    "",
                    Optional.of(site.at("/" + room + ".m3u8")),
                    Optional.of(site.at("/" + room + ".json")),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(4));
            sources.put(source, Instant.now());
        }
        LastKept last = new LastKept();
        try (WarcArchive archive = new WarcArchive(folder.resolve("warc"), "test", Map.of());
                Fetcher fetcher = new Fetcher(policy, stop, keep(archive, last), PolitenessLog.NONE)) {
            LiveCrawl crawl = new LiveCrawl(fetcher, last, stop, List.of(), folder, rejections::add);
            return crawl.run(sources, offers::add);
        }
    }

    private static ExchangeListener keep(WarcArchive archive, LastKept last) {
        return exchange -> {
            try {
                last.kept(exchange, archive.add(exchange));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static StubSite room(StubSite site, String room) {
        byte[] two = new byte[188 * 8];
        System.arraycopy(StubStream.packets(room + " one"), 0, two, 0, 188 * 4);
        System.arraycopy(StubStream.packets(room + " two"), 0, two, 188 * 4, 188 * 4);
        String list = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n#EXT-X-BYTERANGE:752@0\n" + room + ".ts\n"
                + "#EXTINF:2,\n#EXT-X-BYTERANGE:752\n" + room + ".ts\n#EXT-X-ENDLIST\n";
        return site.bytes("/" + room + ".m3u8", "application/vnd.apple.mpegurl", utf8(list))
                .bytes("/" + room + ".ts", "video/mp2t", two)
                .bytes(
                        "/" + room + ".json",
                        "application/json",
                        utf8("{\"goods\":[{\"id\":\"" + room + "-1\",\"title\":\"鞋\",\"price\":9.9}]}"));
    }

    @Test
    void roomsOfAPlanAreWatchedTogether() throws IOException {
        try (StubSite site = new StubSite()) {
            room(room(site, "r1"), "r2");
            List<LiveReport> reports = crawl(site, true, "r1", "r2", "gone");
            assertThat(reports)
                    .extracting(report -> report.room().room())
                    .containsExactly("r1", "r2", "gone");
            assertThat(reports.getFirst().counts().kept()).isEqualTo(2);
            assertThat(reports.getFirst().end()).isEqualTo(WatchEnd.ENDED);
            assertThat(offers)
                    .extracting(offer -> offer.listing().id())
                    .containsExactlyInAnyOrder("127.0.0.1:r1:r1-1", "127.0.0.1:r2:r2-1");
            assertThat(site.asked().stream().filter(asked -> asked.path().equals("/r1.ts")))
                    .as("a resource that is listed in pieces is fetched once")
                    .hasSize(1);
            assertThat(rejections).anySatisfy(r -> assertThat(r.reason()).contains("/gone.m3u8"));
        }
    }

    @Test
    void robotsAndInnerNetworksHoldHereToo() throws IOException {
        try (StubSite site = new StubSite()) {
            room(site, "r1").robots("User-agent: *\nDisallow: /\n");
            crawl(site, true, "r1");
            assertThat(rejections).anySatisfy(r -> assertThat(r.reason()).contains("robots.txt"));
            crawl(site, false, "r1");
            assertThat(offers).isEmpty();
            assertThat(site.asked()).extracting(StubSite.Asked::path).containsOnly("/robots.txt");
        }
    }
}
