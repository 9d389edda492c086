package org.touchstone.crawler.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.listing.Listing;
import org.touchstone.listing.ListingKind;

/** Through the real fetcher, on loopback. */
class LiveCrawlTest {
    @TempDir
    Path folder;

    private LiveBench bench;

    private List<LiveReport> crawl(StubSite site, boolean privateNetworks, String... rooms) throws IOException {
        bench = new LiveBench(folder, privateNetworks, FetchLimits.DEFAULT);
        return bench.watch(Stream.of(rooms)
                .map(room -> room(room, Optional.of(site.at("/" + room + ".m3u8")), site))
                .toArray(LiveSource[]::new));
    }

    private static LiveSource room(String room, Optional<URI> playlist, StubSite site) {
        Optional<URI> cards = Optional.of(site.at("/" + room + ".json"));
        return new LiveSource(room, "", playlist, cards, Duration.ofSeconds(1), Duration.ofSeconds(4));
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
            assertThat(reports).extracting(report -> report.room().room()).containsExactly("r1", "r2", "gone");
            assertThat(reports.getFirst().counts().kept()).isEqualTo(2);
            assertThat(reports.getFirst().end()).isEqualTo(WatchEnd.ENDED);
            assertThat(bench.offers)
                    .extracting(offer -> offer.listing().id())
                    .containsExactlyInAnyOrder("127.0.0.1:r1:r1-1", "127.0.0.1:r2:r2-1");
            assertThat(site.asked().stream().filter(asked -> asked.path().equals("/r1.ts")))
                    .as("a resource that is listed in pieces is fetched once")
                    .hasSize(1);
            assertThat(bench.rejections).anySatisfy(r -> assertThat(r.reason()).contains("/gone.m3u8"));
        }
    }

    @Test
    void rangesAreAskedForAsRanges() throws IOException {
        try (StubSite site = new StubSite()) {
            byte[] two = new byte[188 * 8];
            System.arraycopy(StubStream.packets("one"), 0, two, 0, 188 * 4);
            System.arraycopy(StubStream.packets("two"), 0, two, 188 * 4, 188 * 4);
            List<String> ranges = new ArrayList<>();
            room(site, "r1").on("/r1.ts", exchange -> {
                String asked = exchange.getRequestHeaders().getFirst("Range");
                ranges.add(asked);
                int from = asked.equals("bytes=0-751") ? 0 : 752;
                exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (from + 751) + "/1504");
                exchange.sendResponseHeaders(206, 752);
                exchange.getResponseBody().write(two, from, 752);
            });
            List<LiveReport> reports = crawl(site, true, "r1");
            assertThat(ranges).containsExactly("bytes=0-751", "bytes=752-1503");
            assertThat(reports.getFirst().counts().kept()).isEqualTo(2);
            assertThat(reports.getFirst().counts().bytes()).isEqualTo(1504);
        }
    }

    @Test
    void roomIsFollowedByItsExportAlone() throws IOException {
        try (StubSite site = new StubSite()) {
            AtomicInteger polls = new AtomicInteger();
            site.on("/r1.json", exchange -> {
                String more = polls.incrementAndGet() > 1 ? ",{\"id\":\"2\",\"title\":\"帽\"}" : "";
                byte[] body = utf8("{\"goods\":[{\"id\":\"1\",\"title\":\"鞋\"}" + more + "],\"host\":\"小李\"}");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            });
            bench = new LiveBench(folder, true, FetchLimits.DEFAULT);
            LiveReport report = bench.watch(room("r1", Optional.empty(), site)).getFirst();
            assertThat(report.end()).isEqualTo(WatchEnd.TIME);
            assertThat(polls.get()).isBetween(3, 6);
            assertThat(bench.rejections).isEmpty();
            assertThat(bench.offers)
                    .extracting(LiveOffer::listing)
                    .allSatisfy(listing -> {
                        assertThat(listing.kind()).isEqualTo(ListingKind.LIVE);
                        assertThat(listing.url()).isEqualTo(site.at("/r1.json").toString());
                        assertThat(listing.capture()).isNotNull();
                    })
                    .extracting(Listing::id)
                    .containsExactly("127.0.0.1:r1:1", "127.0.0.1:r1:2");
        }
    }

    @Test
    void robotsAndInnerNetworksHoldHereToo() throws IOException {
        try (StubSite site = new StubSite()) {
            room(site, "r1").robots("User-agent: *\nDisallow: /\n");
            crawl(site, true, "r1");
            assertThat(bench.rejections).anySatisfy(r -> assertThat(r.reason()).contains("robots.txt"));
            crawl(site, false, "r1");
            assertThat(bench.offers).isEmpty();
            assertThat(site.asked()).extracting(StubSite.Asked::path).containsOnly("/robots.txt");
        }
    }
}
