package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.Validators;
import org.touchstone.crawler.keep.Earlier;
import org.touchstone.crawler.keep.WarcPlace;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;

@Timeout(60)
class RevisitTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> conditional = new CopyOnWriteArrayList<>();
    private StubSite site;
    private Instant now = START;

    @TempDir
    Path into;

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** A page with a validator, as most servers give. */
    private void page(String path, String html) {
        pages.put(path, html);
        site.on(path, exchange -> {
            String etag = "\"" + Integer.toHexString(pages.get(path).hashCode()) + "\"";
            String asked = exchange.getRequestHeaders().getFirst("If-None-Match");
            exchange.getResponseHeaders().set("ETag", etag);
            if (asked != null) {
                conditional.add(path);
            }
            if (etag.equals(asked)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                StubSite.send(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        pages.get(path).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String product(String name, String sku) {
        return "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"" + name + "\",\"sku\":\"" + sku
                + "\",\"offers\":{\"price\":\"9\",\"priceCurrency\":\"CNY\"}}</script>";
    }

    private CrawlPlan plan() {
        return CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(List.of(site.at("/")))
                .delay(Duration.ZERO)
                .privateNetworks(true)
                .build();
    }

    private CrawlReport crawl(CrawlPlan plan) throws IOException {
        Clock clock = InstantSource.fixed(now).withZone(ZoneOffset.UTC);
        return new Crawler(plan, FetchLimits.DEFAULT, clock).run(into, CrawlListener.SILENT);
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

    /** Another reader finds nothing wrong with the archive. */
    private void validate() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.netpreserve.jwarc.tools.WarcTool",
                "validate"));
        CrawlReplay.archives(into).forEach(file -> command.add(file.toString()));
        Path log = Files.createTempFile("validate", ".log");
        Process validator = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(validator.waitFor()).isZero();
        assertThat(log).content().doesNotContainIgnoringCase("error");
        Files.delete(log);
    }

    private List<WarcRecord> records() throws IOException {
        List<WarcRecord> records = new ArrayList<>();
        for (int i = 0; i < CrawlReplay.archives(into).size(); i++) {
            records.addAll(records(i));
        }
        return records;
    }

    @Test
    void aPageIsAskedForOnlyIfItHasChanged() throws IOException {
        page("/", "<a href=/p/1>1</a><a href=/p/2>2</a>");
        page("/p/1", product("奥若丽 手提包", "1"));
        page("/p/2", product("隼松 马克杯", "2"));
        crawl(plan());
        page("/p/2", product("隼松 马克杯 两只", "2") + "<a href=/p/3>3</a>");
        page("/p/3", product("隼松 茶壶", "3"));
        now = now.plus(Duration.ofHours(6));
        CrawlReport again = crawl(plan());

        assertThat(conditional).containsExactlyInAnyOrder("/", "/p/1", "/p/2");
        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(again.counts().pages()).isEqualTo(4);
        assertThat(listings()).extracting(Listing::title).containsExactlyInAnyOrder("奥若丽 手提包", "隼松 马克杯 两只", "隼松 茶壶");
        assertThat(records().stream().filter(WarcRevisit.class::isInstance).map(record -> (WarcRevisit) record))
                .hasSize(2)
                .allSatisfy(revisit -> {
                    assertThat(revisit.profile()).isEqualTo(WarcRevisit.SERVER_NOT_MODIFIED_1_1);
                    assertThat(revisit.refersToTargetURI()).contains(revisit.targetURI());
                    assertThat(records())
                            .filteredOn(WarcResponse.class::isInstance)
                            .filteredOn(record ->
                                    record.id().equals(revisit.refersTo().orElseThrow()))
                            .extracting(WarcRecord::date)
                            .containsExactly(revisit.refersToDate().orElseThrow());
                });
    }

    @Test
    void thirdTimeTheAnswerOfTheFirstIsUnderstood() throws Exception {
        page("/", "<a href=/p/1>1</a>");
        page("/p/1", product("奥若丽 手提包", "1") + "<a href=/p/2>2</a>");
        page("/p/2", product("隼松 茶壶", "2"));
        for (int i = 0; i < 3; i++) {
            CrawlReport report = crawl(plan().toBuilder().revisit(Duration.ZERO).build());
            assertThat(report.counts().pages()).isEqualTo(3);
            assertThat(report.counts().unchanged()).isEqualTo(i == 0 ? 0 : 3);
            now = now.plus(Duration.ofHours(6));
        }
        assertThat(listings()).hasSize(2);
        validate();
    }

    @Test
    void aPageThatIsSentAgainAsItWasIsKeptOnce() throws Exception {
        site.page("/", product("奥若丽 手提包", "1")); // no validator
        crawl(plan());
        now = now.plus(Duration.ofHours(6));
        CrawlReport again = crawl(plan());
        assertThat(again.counts().unchanged()).isZero();
        assertThat(records().stream()
                        .filter(WarcRevisit.class::isInstance)
                        .map(record -> ((WarcRevisit) record).profile()))
                .containsExactly(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
        assertThat(records())
                .filteredOn(r ->
                        r instanceof WarcResponse response && response.target().endsWith("/"))
                .hasSize(1);
        assertThat(listings()).hasSize(1);
        assertThat(replayed()).hasSize(1);
        validate();
    }

    @Test
    void whatWasKeptAndIsLostIsFetchedAnew() throws IOException {
        page("/", product("奥若丽 手提包", "1"));
        crawl(plan());
        for (Path file : CrawlReplay.archives(into)) {
            Files.delete(file);
        }
        CrawlReport again = crawl(plan());
        assertThat(conditional).isEmpty();
        assertThat(again.counts().pages()).isEqualTo(1);
    }

    @Test
    void whatWasKeptAndIsCutOffIsFetchedAndKeptAnew() throws IOException {
        page("/", product("奥若丽 手提包", "1"));
        crawl(plan());
        CaptureRef before = listings().getFirst().capture();
        Path torn = into.resolve(before.warc());
        try (FileChannel channel = FileChannel.open(torn, StandardOpenOption.WRITE)) {
            channel.truncate(before.offset() + 40);
        }
        CrawlReport again = crawl(plan());
        assertThat(again.counts().pages()).isEqualTo(1);
        assertThat(conditional).isEmpty();
        assertThat(records(1)).filteredOn(WarcResponse.class::isInstance).hasSize(2); // robots.txt and the page
        assertThat(records(1)).noneMatch(WarcRevisit.class::isInstance);
    }

    @Test
    void aListingIsReadFromWhatIsThere() throws IOException {
        page("/", product("奥若丽 手提包", "1"));
        crawl(plan());
        Files.delete(into.resolve(listings().getFirst().capture().warc()));
        crawl(plan());
        assertThat(listings())
                .hasSize(1)
                .allSatisfy(listing ->
                        assertThat(into.resolve(listing.capture().warc())).exists());
        assertThat(listings().getFirst().capture())
                .isEqualTo(replayed().getFirst().capture());
    }

    @Test
    void theSameBytesOfAnotherCharsetAreNotTheSame() throws IOException {
        byte[] page = product("奥若丽 手提包", "1").getBytes(Charset.forName("GB18030"));
        site.bytes("/", "text/html; charset=windows-1252", page);
        crawl(plan());
        site.bytes("/", "text/html; charset=gb18030", page);
        crawl(plan());
        assertThat(listings()).extracting(Listing::title).containsExactly("奥若丽 手提包");
        assertThat(listings()).isEqualTo(replayed());
    }

    @Test
    void theLastValidatorIsSentEachTime() throws IOException {
        List<String> sent = new CopyOnWriteArrayList<>();
        String[] etag = {"W/\"a\""};
        site.on("/", exchange -> {
            String asked = exchange.getRequestHeaders().getFirst("If-None-Match");
            sent.add(String.valueOf(asked));
            exchange.getResponseHeaders().set("ETag", etag[0]);
            if (etag[0].equals(asked)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                StubSite.send(exchange, 200, "text/html", product("x", "1").getBytes(StandardCharsets.UTF_8));
            }
        });
        for (int i = 0; i < 5; i++) {
            etag[0] = i == 0 ? "W/\"a\"" : "\"b\"";
            crawl(plan());
        }
        assertThat(sent).containsExactly("null", "W/\"a\"", "\"b\"", "\"b\"", "\"b\"");
    }

    @Test
    void anAnswerThatNobodyAskedForIsNone() throws IOException {
        site.page("/", product("奥若丽 手提包", "1")); // no validator
        crawl(plan());
        site.status("/", 304);
        CrawlReport again = crawl(plan());
        assertThat(again.failures()).containsEntry("status", 1L);
        site.page("/", product("奥若丽 手提包 红", "1"));
        crawl(plan());
        assertThat(listings()).extracting(Listing::title).containsExactly("奥若丽 手提包 红");
    }

    @Test
    void pagesThatWentAwayOrBecameOthers() throws Exception {
        page("/", "<a href=/p/1>1</a><a href=/p/2>2</a><a href=/p/3>3</a>");
        page("/p/1", product("奥若丽 手提包", "1"));
        page("/p/2", product("隼松 马克杯", "2"));
        page("/p/3", product("隼松 茶壶", "3"));
        crawl(plan());
        site.status("/p/1", 410);
        page("/p/2", product("隼松 盘子", "22"));
        site.redirect("/p/3", "/p/4");
        page("/p/4", product("隼松 茶壶", "4"));
        for (int i = 0; i < 2; i++) {
            now = now.plus(Duration.ofDays(1));
            crawl(plan());
        }
        // What was offered once stays, with what shows it; what it became stands beside it.
        assertThat(listings())
                .extracting(listing -> listing.id().replaceFirst(".*:", "") + " " + listing.title())
                .containsExactlyInAnyOrder("1 奥若丽 手提包", "2 隼松 马克杯", "22 隼松 盘子", "3 隼松 茶壶", "4 隼松 茶壶");
        assertThat(listings()).containsExactlyInAnyOrderElementsOf(replayed());
        validate();
    }

    @Test
    void aProductThatMovedIsFollowed() throws IOException {
        page("/", "<a href=/p/1>1</a>");
        page("/p/1", product("奥若丽 手提包", "1"));
        crawl(plan());
        page("/", "<a href=/new/1>1</a><a href=/sale/1>1</a>");
        page("/new/1", product("奥若丽 手提包", "1").replace("\"9\"", "\"7\""));
        page("/sale/1", product("奥若丽 手提包", "1").replace("\"9\"", "\"5\""));
        crawl(plan());
        assertThat(listings()).singleElement().satisfies(listing -> {
            assertThat(listing.url()).endsWith("/new/1"); // the first of several addresses, as ever
            assertThat(listing.price().amount()).isEqualByComparingTo("7");
        });
    }

    @Test
    void aPlanThatAllowsLessHoldsForWhatWasFoundBefore() throws IOException {
        try (StubSite other = new StubSite()) {
            String host = "http://localhost:" + other.at("/").getPort();
            other.page("/p/1", product("隼松 马克杯", "1"));
            page("/", "<a href=/p/2>2</a><a href='" + host + "/p/1'>1</a>");
            page("/p/2", product("奥若丽 手提包", "2"));
            CrawlPlan wide = plan().toBuilder()
                    .allow(List.of("127.0.0.1", "localhost"))
                    .limits(CrawlPlan.Limits.DEFAULT.withPages(1))
                    .build();
            assertThat(crawl(wide).stop()).isEqualTo(StopReason.PAGES);
            assertThat(crawl(plan()).stop()).isEqualTo(StopReason.DONE);
            assertThat(other.paths()).isEmpty();
        }
        assertThat(listings()).hasSize(1);
    }

    private List<Listing> replayed() throws IOException {
        return new CrawlReplay(CrawlReplay.archives(into), List.of(), null, r -> {
                    throw new AssertionError(r.toString());
                })
                .listings();
    }

    private List<WarcRecord> records(int file) throws IOException {
        List<WarcRecord> records = new ArrayList<>();
        try (WarcReader reader =
                new WarcReader(FileChannel.open(CrawlReplay.archives(into).get(file)))) {
            for (WarcRecord record; (record = reader.next().orElse(null)) != null; ) {
                records.add(record);
            }
        }
        return records;
    }

    @Test
    void aPageThatStandsStillRestsAndLeadsOnAllTheSame() throws IOException {
        page("/", "<a href=/p/1>1</a>");
        page("/p/1", product("奥若丽 手提包", "1") + "<a href=/p/2>2</a>");
        page("/p/2", product("隼松 茶壶", "2"));
        crawl(plan());
        now = now.plus(Duration.ofDays(30));
        crawl(plan());
        conditional.clear();
        page("/p/2", product("隼松 茶壶 红", "2"));
        now = now.plus(Duration.ofDays(1));
        CrawlReport third = crawl(plan());

        assertThat(conditional).containsExactly("/"); // the seed is always asked
        assertThat(third.counts().resting()).isEqualTo(2);
        assertThat(third.counts().requested()).isEqualTo(1);
        now = now.plus(Duration.ofDays(3)); // a chance of one in ten, for a page that did not change in 30 days
        crawl(plan());
        assertThat(conditional).contains("/p/1", "/p/2");
        assertThat(listings()).extracting(Listing::title).contains("隼松 茶壶 红");
    }

    @Test
    void dueByTheRateOfChange() {
        Earlier earlier = new Earlier(START, new WarcPlace("a.warc.gz", 0, "", ""));
        Duration week = Duration.ofDays(7);
        Instant then = START.plus(Duration.ofDays(10));
        Revisits.Seen still = new Revisits.Seen(Validators.NONE, earlier, "", then, START, 0);
        Revisits.Seen often = new Revisits.Seen(Validators.NONE, earlier, "", then, START, 39);
        Revisits.Seen once = new Revisits.Seen(Validators.NONE, earlier, "", START, START, 0);
        assertThat(still.isDue(then.plus(Duration.ofHours(24)), week)).isFalse();
        assertThat(still.isDue(then.plus(Duration.ofHours(26)), week)).isTrue();
        assertThat(often.isDue(then.plus(Duration.ofMinutes(30)), week)).isFalse();
        assertThat(often.isDue(then.plus(Duration.ofMinutes(40)), week)).isTrue();
        assertThat(once.isDue(START, week)).isTrue();
        assertThat(still.isDue(then, Duration.ZERO)).isTrue();
        assertThat(still.isDue(then.minusSeconds(1), week)).isTrue(); // a clock that was set back
    }

    @Test
    void theArchiveTellsHowAPageWasComeUpon() throws IOException {
        page("/", "<a href=/p/1>1</a>");
        page("/p/1", product("奥若丽 手提包", "1"));
        crawl(plan());
        List<WarcRecord> records = records();
        WarcMetadata about = records.stream()
                .filter(WarcMetadata.class::isInstance)
                .map(WarcMetadata.class::cast)
                .filter(record -> record.target().endsWith("/p/1"))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> fields;
        try (WarcReader reader =
                new WarcReader(FileChannel.open(CrawlReplay.archives(into).getFirst()))) {
            WarcRecord record;
            do {
                record = reader.next().orElseThrow();
            } while (!record.id().equals(about.id()));
            fields = ((WarcMetadata) record).fields().map();
        }
        assertThat(fields.get("via")).containsExactly(site.at("/").toString());
        assertThat(fields.get("hopsFromSeed")).containsExactly("L");
        assertThat(fields.get("charset")).containsExactly("UTF-8, by header");
        assertThat(fields.get("read-by")).containsExactly("json-ld");
        assertThat(fields.get("listing")).containsExactly("127.0.0.1:1");
        assertThat(records)
                .filteredOn(WarcResponse.class::isInstance)
                .extracting(record -> "<" + record.id() + ">")
                .contains(about.headers().first("WARC-Refers-To").orElseThrow());
    }
}
