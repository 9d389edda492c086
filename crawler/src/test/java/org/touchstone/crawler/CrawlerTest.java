package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.live.LiveSource;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

@Timeout(60)
class CrawlerTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
    private static final FetchLimits LIMITS = new FetchLimits(
            200_000, 50_000, 100_000, 50, 20_000, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private StubSite site;

    @TempDir
    Path into;

    private final List<Rejection> rejections = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private CrawlPlan plan(CrawlPlan.Limits limits, String... seeds) {
        return CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(List.of(seeds).stream().map(site::at).toList())
                .limits(limits)
                .delay(Duration.ofMillis(1))
                .privateNetworks(true)
                .build();
    }

    private CrawlReport crawl(CrawlPlan plan) throws IOException {
        return new Crawler(plan, LIMITS, Clock.systemUTC()).run(into, new CrawlListener() {
            @Override
            public void pageRead(java.net.URI page, CrawlReport.Counts soFar) {}

            @Override
            public void rejected(Rejection rejection) {
                rejections.add(rejection);
            }
        });
    }

    private List<Listing> listings() throws IOException {
        List<Listing> listings = new ArrayList<>();
        try (var reader = RecordReader.open(into.resolve("listings.jsonl"), Formats.LISTING, r -> {
            throw new AssertionError(r.toString());
        })) {
            reader.forEachRemaining(located -> listings.add(located.value()));
        }
        return listings;
    }

    private static String product(String name, String sku, String image) {
        return "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"" + name + "\",\"sku\":\"" + sku
                + "\",\"image\":\"" + image + "\",\"offers\":{\"price\":\"9\",\"priceCurrency\":\"CNY\"}}</script>";
    }

    @Test
    void runKeepsListingsAndImages() throws IOException {
        site.robots("User-agent: *\nDisallow: /cart\n");
        site.page(
                "/", "<a href=/p/1>1</a><a href=/p/2>2</a><a href=/cart>cart</a><a href=http://other.example/>off</a>");
        site.page("/p/1", product("奥若丽 手提包", "1", "/i/1.png")).bytes("/i/1.png", "text/plain", PNG);
        site.page("/p/2", product("隼松 马克杯", "2", "/i/2.png")).bytes("/i/2.png", "image/png", PNG);
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));

        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(report.counts().pages()).isEqualTo(3);
        assertThat(report.counts().listings()).isEqualTo(2);
        assertThat(report.counts().robotsDenied()).isEqualTo(1);
        assertThat(listings()).extracting(Listing::id).containsExactly("127.0.0.1:1", "127.0.0.1:2");
        assertThat(listings().getFirst().images())
                .hasSize(1)
                .allSatisfy(path -> assertThat(into.resolve(path)).hasBinaryContent(PNG));
        assertThat(Files.list(into.resolve("images"))).hasSize(1); // the same bytes are one file
        assertThat(rejections)
                .extracting(Rejection::reason)
                .singleElement()
                .asString()
                .contains("Disallow: /cart");
        assertThat(Json.mapper()
                        .readTree(Files.readString(into.resolve("report.json")))
                        .path("stop")
                        .asText())
                .isEqualTo("done");
        assertThat(site.paths()).doesNotContain("/cart");
        assertThat(report.denied()).containsExactly(site.at("/cart").toString());
    }

    @Test
    void runTakesTheImageShownWhereThereIsNoLargerOne() throws IOException {
        site.page("/", product("奥若丽 手提包", "1", "/i/1.png_60x60.png"));
        site.bytes("/i/1.png_60x60.png", "image/png", PNG);
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(site.paths()).containsSubsequence("/i/1.png", "/i/1.png_60x60.png");
        assertThat(listings().getFirst().images()).hasSize(1);
        assertThat(report.counts().rejected()).isZero();
        List<Listing> again = new CrawlReplay(CrawlReplay.archives(into), List.of(), into, rejections::add).listings();
        assertThat(again.getFirst().images()).isEqualTo(listings().getFirst().images());
    }

    @Test
    void runNamesWhatFails() throws IOException {
        site.page("/", "<a href=/gone>1</a><a href=/image>2</a><a href=/p/1>3</a>");
        site.bytes("/image", "text/html", PNG);
        site.page(
                "/p/1",
                product("a", "1", "/i/huge.png") + product("b", "2", "/i/lie.png") + product("c", "3", "/i/no.png"));
        site.bytes("/i/huge.png", "image/png", new byte[60_000]).page("/i/lie.png", "<html>not an image");
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(report.counts().rejected()).isEqualTo(5);
        assertThat(report.failures()).containsOnlyKeys("status", "too-large", "type");
        assertThat(rejections)
                .extracting(Rejection::toString)
                .anySatisfy(r -> assertThat(r).contains("/gone").contains("404"));
        assertThat(rejections)
                .extracting(Rejection::toString)
                .anySatisfy(r -> assertThat(r).contains("/i/lie.png"));
        assertThat(Files.readAllLines(into.resolve("rejected.jsonl"))).hasSize(5);
        assertThat(listings())
                .hasSize(3)
                .allSatisfy(listing -> assertThat(listing.images()).isEmpty());
    }

    @Test
    void runReadsGbkPages() throws IOException {
        String html = "<html><head><meta charset=gb2312></head>" + product("山隐茶 朱镕牌", "1", "");
        site.page("/", "text/html", html, Charset.forName("GBK"));
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(listings().getFirst().title()).isEqualTo("山隐茶 朱镕牌");
    }

    @Test
    void runStopsAtPages() throws IOException {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            links.append("<a href=/p/").append(i).append(">x</a>");
        }
        site.page("/", links.toString());
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT.withPages(5), "/"));
        assertThat(report.stop()).isEqualTo(StopReason.PAGES);
        assertThat(report.counts().requested()).isEqualTo(5);
        assertThat(report.counts().left()).isEqualTo(5_001 - 5);
        assertThat(site.paths().stream().filter(p -> !p.equals("/robots.txt"))).hasSize(5);
    }

    @Test
    void runStopsAtDepth() throws IOException {
        for (int i = 0; i < 9; i++) {
            site.page("/" + i, "<a href=/" + (i + 1) + ">x</a>");
        }
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT.withDepth(2), "/0"));
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(site.paths()).containsExactly("/robots.txt", "/0", "/1", "/2");
        assertThat(report.counts().left()).isEqualTo(1);
    }

    @Test
    void runReadsAllPagesOfAListAndTheirOffersInTurn() throws IOException {
        for (int i = 1; i <= 8; i++) {
            String next = i < 8 ? "<a href='/list?page=" + (i + 1) + "'>下一页</a>" : "";
            site.page(
                    i == 1 ? "/list" : "/list?page=" + i,
                    next + "<a href=/about/" + i + ">a</a><a href=/item/" + i + ">x</a>");
            site.page("/item/" + i, product("a" + i, "" + i, ""));
        }
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT.withDepth(1), "/list"));
        assertThat(report.counts().listings()).isEqualTo(8);
        assertThat(site.paths().stream().filter(path -> !path.startsWith("/about") && !path.equals("/robots.txt")))
                .startsWith("/list", "/item/1", "/list?page=2", "/item/2", "/list?page=3", "/item/3");
    }

    @Test
    void runOfAListWithoutEndEnds() throws IOException {
        for (int i = 1; i <= 230; i++) {
            site.page(i == 1 ? "/list" : "/list?page=" + i, "<a rel=next href='/list?page=" + (i + 1) + "'>next</a>");
        }
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT.withDepth(2), "/list"));
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(report.counts().pages()).isEqualTo(202);
    }

    @Test
    void runStopsAtTime() throws IOException {
        site.robots("User-agent: *\nCrawl-delay: 1.2\n").page("/", product("a", "1", "") + "<a href=/b>b</a>");
        CrawlPlan.Limits limits = new CrawlPlan.Limits(10, 5, 1 << 20, Duration.ofSeconds(2));
        CrawlReport report = crawl(plan(limits, "/"));
        assertThat(report.stop()).isEqualTo(StopReason.DURATION);
        assertThat(listings()).hasSize(1);
    }

    @Test
    void runStopsWhenTold() throws IOException {
        site.page("/", product("a", "1", "") + "<a href=/b>b</a>").page("/b", "x");
        Crawler crawler = new Crawler(plan(CrawlPlan.Limits.DEFAULT, "/"), LIMITS, Clock.systemUTC());
        CrawlReport report = crawler.run(into, (page, soFar) -> crawler.stop());
        assertThat(report.stop()).isEqualTo(StopReason.STOPPED);
        assertThat(listings()).hasSize(1);
        assertThat(site.paths()).doesNotContain("/b");
    }

    @Test
    void runVisitsEachPageOnce() throws IOException {
        site.page(
                "/",
                "<a href='/p;jsessionid=1?utm_source=a'>1</a><a href='/p?utm_source=b#x'>2</a><a href=/moved>3</a>");
        site.page("/p;jsessionid=1?utm_source=a", product("a", "", "")).redirect("/moved", "/p");
        site.page("/p", product("a", "", ""));
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(listings()).hasSize(1);
        assertThat(site.paths()).doesNotContain("/p?utm_source=b");
    }

    @Test
    void runReadsAPageOnceThatRedirectsLeadToWhileItWaits() throws IOException {
        site.page("/", "<a href=/p/0>0</a><a href=/p/1>1</a><a href='/p/2?utm_source=a'>2</a><a href=/p/3>3</a>");
        site.redirect("/p/3", "/p/1"); // which was read by then
        site.redirect("/p/0", "/p/1");
        site.page("/p/1", product("奥若丽 手提包", "1", ""));
        site.redirect("/p/2?utm_source=a", "/p/2");
        site.page("/p/2", product("隼松 马克杯", "2", ""));
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(site.paths()).containsOnlyOnce("/p/1", "/p/2");
        assertThat(listings()).extracting(Listing::title).containsExactlyInAnyOrder("奥若丽 手提包", "隼松 马克杯");
    }

    @Test
    void runTriesBusyPagesAgainAndLeavesDeadHosts() throws IOException {
        int[] calls = {0};
        site.page("/", "<a href=/once>1</a><a href=/always>2</a>").status("/always", 503);
        site.on("/once", exchange -> {
            if (calls[0]++ == 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                StubSite.send(exchange, 200, "text/html", product("a", "1", "").getBytes());
            }
        });
        CrawlReport report = crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(listings()).hasSize(1);
        assertThat(site.paths().stream().filter("/always"::equals)).hasSize(3);
        assertThat(report.failures()).containsEntry("busy", 1L);
    }

    @Test
    void runPrefersTheProductsOwnPage() throws IOException {
        site.page(
                "/",
                "<script type='application/ld+json'>[{\"@type\":\"Product\",\"name\":\"short\",\"url\":\"/p/1\",\"sku\":\"1\"},"
                        + "{\"@type\":\"Product\",\"name\":\"only here\",\"url\":\"/p/2\",\"sku\":\"2\"}]</script><a href=/p/1>1</a>");
        site.page("/p/1", product("the whole name", "1", ""));
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(listings()).extracting(Listing::title).containsExactlyInAnyOrder("the whole name", "only here");
    }

    @Test
    void runKeepsBothOffersOfOneKey() throws IOException {
        site.page("/", "<a href=/p/1>1</a><a href=/p/2>2</a><a href=/p/3>3</a>");
        site.page("/p/1", product("a", "1", ""))
                .page("/p/2", product("b", "1", ""))
                .page("/p/3", product("a", "1", ""));
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(listings()).extracting(Listing::title).containsExactly("a", "b");
        assertThat(listings().get(1).id()).matches("127\\.0\\.0\\.1:1~[0-9a-f]{8}");
    }

    @Test
    void runThatFailsLeavesTheEarlierListings() throws IOException {
        Files.writeString(into.resolve("listings.jsonl"), "{\"id\":\"earlier\"}\n");
        Files.writeString(into.resolve("images"), "a file where a folder should be");
        try {
            crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        } catch (IOException expected) {
            assertThat(Files.readString(into.resolve("listings.jsonl"))).contains("earlier");
            return;
        }
        throw new AssertionError("expected a failure");
    }

    @Test
    void inspectTellsWhatWasSeen() throws IOException {
        site.robots("User-agent: *\nAllow: /p\nCrawl-delay: 1\n")
                .page("/p/1", product("奥若丽", "1", "/i.png") + "<a href=/x>");
        PageInspection seen = new Crawler(plan(CrawlPlan.Limits.DEFAULT, "/p/1")).inspect(site.at("/p/1"));
        assertThat(seen.robots().rule()).isEqualTo("Allow: /p");
        assertThat(seen.delay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(seen.charset()).hasValueSatisfying(charset -> {
            assertThat(charset.name()).isEqualTo("UTF-8");
            assertThat(charset.source()).isEqualTo("header");
        });
        assertThat(seen.syntax()).isEqualTo("json-ld");
        assertThat(seen.offers().getFirst().listing().title()).isEqualTo("奥若丽");
        assertThat(seen.links()).containsExactly(site.at("/x"));
        assertThat(site.paths()).doesNotContain("/i.png");
    }

    @Test
    void inspectDeniedPage() throws IOException {
        site.robots("User-agent: *\nDisallow: /\n");
        PageInspection seen = new Crawler(plan(CrawlPlan.Limits.DEFAULT, "/p")).inspect(site.at("/p"));
        assertThat(seen.failure()).contains("Disallow: /");
        assertThat(seen.charset()).isEmpty();
    }

    @Test
    void runGoesOnAfterALimit() throws IOException {
        site.page("/", "<a href=/p/1>1</a><a href=/p/2>2</a>");
        site.page("/p/1", product("a", "1", "/i/1.png")).bytes("/i/1.png", "image/png", PNG);
        site.page("/p/2", product("b", "2", "/i/1.png"));
        CrawlPlan plan = plan(CrawlPlan.Limits.DEFAULT.withPages(2), "/");
        assertThat(crawl(plan).stop()).isEqualTo(StopReason.PAGES);
        CrawlReport second = crawl(plan);
        assertThat(second.stop()).isEqualTo(StopReason.DONE);
        assertThat(second.counts().listings()).isEqualTo(2);
        assertThat(listings()).extracting(Listing::id).containsExactly("127.0.0.1:1", "127.0.0.1:2");
        assertThat(site.paths()).filteredOn(path -> !path.equals("/robots.txt")).doesNotHaveDuplicates();
    }

    @Test
    void runAfterTheEndVisitsAgainAndKeepsWhatHasChanged() throws IOException {
        site.page("/", "<a href=/p/1>1</a><a href=/p/2>2</a>");
        site.page("/p/1", product("a", "1", "/i/1.png")).bytes("/i/1.png", "image/png", PNG);
        site.page("/p/2", product("b", "2", "/i/1.png"));
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        site.page("/p/2", product("b, now with a box", "2", "/i/1.png"));
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        assertThat(listings())
                .extracting(Listing::id, Listing::title)
                .containsExactly(tuple("127.0.0.1:1", "a"), tuple("127.0.0.1:2", "b, now with a box"));
    }

    @Test
    void replayGivesWhatTheCrawlKept() throws IOException {
        site.page("/", "<a href=/p/1>1</a>" + product("c", "3", "/i/1.png"));
        site.page("/p/1", "text/html; charset=gbk", product("奥若丽 手提包", "1", "/i/1.png"), Charset.forName("GBK"));
        site.redirect("/i/1.png", "/i/2.png").bytes("/i/2.png", "image/png", PNG);
        crawl(plan(CrawlPlan.Limits.DEFAULT, "/"));
        List<Listing> again = new CrawlReplay(CrawlReplay.archives(into), List.of(), into, rejection -> {
                    throw new AssertionError(rejection.toString());
                })
                .listings();
        assertThat(again)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("capturedAt")
                .containsExactlyElementsOf(listings());
    }

    @Test
    void runWatchesThePlansRooms() throws IOException {
        site.bytes(
                "/r1.m3u8",
                "application/vnd.apple.mpegurl",
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\ns1.ts\n#EXT-X-ENDLIST\n"
                        .getBytes(StandardCharsets.UTF_8));
        byte[] segment = new byte[188 * 4];
        for (int i = 0; i < segment.length; i += 188) {
            segment[i] = 0x47;
        }
        site.bytes("/s1.ts", "video/mp2t", segment);
        site.bytes(
                "/r1.json",
                "application/json",
                "{\"goods\":[{\"id\":\"7\",\"title\":\"奥若丽 手提包\",\"price\":9.9}]}".getBytes(StandardCharsets.UTF_8));
        LiveSource room = new LiveSource(
                "r1",
                "小奥",
                Optional.of(site.at("/r1.m3u8")),
                Optional.of(site.at("/r1.json")),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3));
        CrawlPlan plan = plan(CrawlPlan.Limits.DEFAULT, "/").toBuilder()
                .live(List.of(room))
                .build();
        CrawlReport report = crawl(plan);
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(listings()).singleElement().satisfies(listing -> {
            assertThat(listing.title()).isEqualTo("奥若丽 手提包");
            assertThat(listing.live()).isNotNull();
            assertThat(listing.live().room()).isEqualTo("r1");
            assertThat(listing.capture()).isNotNull();
            assertThat(WarcAnswers.at(
                            into.resolve(listing.capture().warc()),
                            listing.capture().offset()))
                    .hasValueSatisfying(answer -> assertThat(answer.address()).isEqualTo(site.at("/r1.json")));
        });
        assertThat(into.resolve("live")).doesNotExist();
    }

    @Test
    void runVisitsWhatSitemapsList() throws IOException {
        site.page("/p/1", product("a", "1", "/i/1.png")).page("/p/2", product("b", "2", "/i/1.png"));
        site.bytes(
                "/index.xml",
                "text/xml",
                ("<sitemapindex><sitemap><loc>" + site.at("/pages.xml") + "</loc></sitemap></sitemapindex>")
                        .getBytes(StandardCharsets.UTF_8));
        site.bytes(
                "/pages.xml",
                "text/xml",
                ("<urlset><url><loc>" + site.at("/p/2")
                                + "</loc></url><url><loc>http://off.example/</loc></url></urlset>")
                        .getBytes(StandardCharsets.UTF_8));
        CrawlPlan plan = plan(CrawlPlan.Limits.DEFAULT, "/p/1").toBuilder()
                .sitemaps(List.of(site.at("/index.xml")))
                .build();
        assertThat(crawl(plan).counts().listings()).isEqualTo(2);
    }
}
