package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.PolitenessAudit;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.render.Chromium;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

/** Shops whose offers come about by scripts. */
@Timeout(120)
class RenderedCrawlTest {
    private static final String SHELL = "<!doctype html><html><head><meta charset=utf-8><title>Shop</title></head>"
            + "<body><div id=app></div><script src=/app.js></script></body></html>";
    private static final String APP = """
            fetch('/api' + location.pathname + '.json').then(r => r.json()).then(d => {
              document.title = d.name || 'Shop';
              document.getElementById('app').innerHTML = d.name
                ? '<script type="application/ld+json">' + JSON.stringify({'@type': 'Product', name: d.name, sku: d.sku,
                    image: '/i/' + d.sku + '.png', offers: {price: d.price, priceCurrency: 'CNY'}}) + '</' + 'script>'
                    + '<h1>' + d.name + '</h1><img src="/i/' + d.sku + '.png" style="position:absolute;left:0;top:200px">'
                : d.links.map(l => '<a href="' + l + '">' + l + '</a>').join(' ');
            }).catch(e => { document.getElementById('app').textContent = 'no data' });
            """;

    private StubSite site;

    @TempDir
    Path into;

    private final List<Rejection> rejections = new ArrayList<>();
    private final AtomicInteger missing = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Chromium.find().isPresent(), "no Chromium");
        site = new StubSite();
        site.page("/", SHELL).bytes("/app.js", "text/javascript", APP.getBytes(StandardCharsets.UTF_8));
        json("/api/.json", "{\"links\": [\"/p/1\", \"/p/2\"]}");
        for (int i = 1; i <= 2; i++) {
            site.page("/p/" + i, SHELL);
            json(
                    "/api/p/" + i + ".json",
                    "{\"name\": \"奥若丽 手提包 " + i + "\", \"sku\": \"" + i + "\", \"price\": \"9" + i + "\"}");
            site.bytes("/i/" + i + ".png", "image/png", png());
        }
    }

    @AfterEach
    void close() {
        if (site != null) {
            site.close();
        }
    }

    private void json(String path, String json) {
        site.bytes(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] png() throws IOException {
        var red = new java.awt.image.BufferedImage(64, 64, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            red.setRGB(i % 64, i / 64, 0xff0000);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(red, "png", out);
        return out.toByteArray();
    }

    private CrawlPlan plan(RenderMode mode, boolean screenshots) {
        return CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(List.of(site.at("/")))
                .delay(Duration.ofMillis(1))
                .privateNetworks(true)
                .render(mode)
                .screenshots(screenshots)
                .build();
    }

    private CrawlReport crawl(CrawlPlan plan) throws IOException {
        return new Crawler(plan, FetchLimits.DEFAULT, Clock.systemUTC()).run(into, new CrawlListener() {
            @Override
            public void pageRead(URI page, CrawlReport.Counts soFar) {}

            @Override
            public void browserMissing() {
                missing.incrementAndGet();
            }

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

    /** While a crawl writes, the last record may be torn. */
    private Map<String, byte[]> madeSoFar() {
        try {
            return made();
        } catch (IOException | UncheckedIOException e) {
            return Map.of();
        }
    }

    private Map<String, byte[]> made() throws IOException {
        Map<String, byte[]> made = new HashMap<>();
        for (Path file : WarcTail.files(into.resolve("warc"))) {
            try (WarcReader reader = new WarcReader(FileChannel.open(file))) {
                for (WarcRecord record : reader) {
                    if (record instanceof WarcResource resource) {
                        made.put(resource.target(), resource.body().stream().readAllBytes());
                    }
                }
            }
        }
        return made;
    }

    @Test
    void offersMadeByScriptsAreKeptWithWhatTheyWereReadFrom() throws Exception {
        CrawlReport report = crawl(plan(RenderMode.AUTO, true));

        assertThat(rejections).isEmpty();
        assertThat(report.counts().pages()).isEqualTo(3);
        assertThat(listings()).extracting(Listing::title).containsExactlyInAnyOrder("奥若丽 手提包 1", "奥若丽 手提包 2");
        assertThat(listings())
                .allSatisfy(listing -> assertThat(listing.images()).hasSize(1));
        assertThat(site.paths()).doesNotHaveDuplicates(); // page, script and pictures once each
        Map<String, byte[]> made = made();
        assertThat(made)
                .containsOnlyKeys(
                        "rendered:" + site.at("/p/1"),
                        "screenshot:" + site.at("/p/1"),
                        "rendered:" + site.at("/p/2"),
                        "screenshot:" + site.at("/p/2"));
        for (Listing listing : listings()) {
            KeptAnswer page = WarcAnswers.at(
                            into.resolve(listing.capture().warc()),
                            listing.capture().offset())
                    .orElseThrow();
            assertThat(page.address()).hasToString(listing.url());
            assertThat(page.place().sha256()).isEqualTo(listing.capture().sha256());
            assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<h1>" + listing.title() + "</h1>");
            var shot = ImageIO.read(new ByteArrayInputStream(made.get("screenshot:" + listing.url())));
            assertThat(shot.getRGB(10, 210) & 0xffffff).isEqualTo(0xff0000);
        }
        try (BufferedReader log = Files.newBufferedReader(into.resolve("politeness.jsonl"))) {
            assertThat(PolitenessAudit.of(log, Duration.ofMillis(1)).breaches()).isEmpty();
        }
        assertThat(into.resolve("politeness.jsonl")).content().contains("\"kind\":\"resource\"");
        assertThat(validate()).isZero();

        CrawlReplay replay =
                new CrawlReplay(CrawlReplay.archives(into), List.of(), into.resolve("again"), rejections::add);
        assertThat(replay.listings()).containsExactlyInAnyOrderElementsOf(listings());
        assertThat(rejections).isEmpty();
    }

    private int validate() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.netpreserve.jwarc.tools.WarcTool",
                "validate"));
        WarcTail.files(into.resolve("warc")).forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).doesNotContainIgnoringCase("error");
        return process.waitFor();
    }

    @Test
    void whatRobotsForbidsStaysUnread() throws IOException {
        site.robots("User-agent: *\nDisallow: /api/p/\n");
        CrawlReport report = crawl(plan(RenderMode.AUTO, false));
        assertThat(listings()).isEmpty();
        assertThat(site.paths()).contains("/p/1", "/api/.json").noneMatch(path -> path.startsWith("/api/p/"));
        assertThat(report.counts().robotsDenied()).isEqualTo(2);
        assertThat(rejections)
                .extracting(Rejection::reason)
                .anyMatch(r -> r.contains("/api/p/1.json") && r.contains("Disallow: /api/p/"));
    }

    @Test
    void pagesThatOfferSomethingAsTheyComeAreNotRenderedByAuto() throws IOException {
        site.page(
                "/",
                "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"隼松 马克杯\",\"sku\":\"9\","
                        + "\"offers\":{\"price\":\"9\",\"priceCurrency\":\"CNY\"}}</script><script src=/app.js></script>");
        crawl(plan(RenderMode.AUTO, false));
        assertThat(site.paths()).containsExactly("/robots.txt", "/");
        assertThat(listings()).hasSize(1);
    }

    @Test
    void offersThatScriptsTakeAwayStay() throws IOException {
        site.page(
                "/",
                "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"隼松 马克杯\",\"sku\":\"9\","
                        + "\"offers\":{\"price\":\"9\",\"priceCurrency\":\"CNY\"}}</script><script>document.head.innerHTML = ''</script>");
        crawl(plan(RenderMode.ALWAYS, false));
        assertThat(listings()).extracting(Listing::title).containsExactly("隼松 马克杯");
        assertThat(made()).isEmpty();
    }

    @Test
    void anEndlessPageIsNotedAndReadAsItCame() throws IOException {
        site.page(
                "/",
                "<div id=app></div><a href=/p/1>1</a><script>for (let i = 0; i < 5000; i++) fetch('/flood' + i).catch(e => 0)</script>");
        crawl(plan(RenderMode.AUTO, false));
        assertThat(listings()).hasSize(1);
        assertThat(site.paths()).filteredOn(path -> path.startsWith("/flood")).hasSize(60);
        assertThat(rejections).anySatisfy(r -> {
            assertThat(r.source()).isEqualTo(site.at("/").toString());
            assertThat(r.field()).isEqualTo("render");
            assertThat(r.reason()).contains("as far as it came");
        });
    }

    @Test
    void aCrawlThatWasKilledAsksForNothingTwice() throws Exception {
        site.on("/i/1.png", exchange -> {
            try {
                Thread.sleep(700); // rendered already, and not finished
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            StubSite.send(exchange, 200, "image/png", png());
        });
        Process crawl = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrawlProcess.class.getName(),
                        site.at("/").toString(),
                        into.toString(),
                        "100",
                        "auto")
                .redirectErrorStream(true)
                .redirectOutput(into.resolve("log").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!Files.exists(into.resolve("warc")) || !madeSoFar().containsKey("rendered:" + site.at("/p/1"))) {
            assertThat(System.nanoTime())
                    .as(Files.readString(into.resolve("log")))
                    .isLessThan(end);
            Thread.sleep(50);
        }
        List<ProcessHandle> browser = crawl.descendants().toList();
        assertThat(browser).isNotEmpty();
        crawl.destroyForcibly().waitFor();
        for (ProcessHandle one : browser) {
            one.onExit().get(10, TimeUnit.SECONDS);
        }
        List<String> before = new ArrayList<>(site.paths());
        before.remove("/i/1.png"); // its answer never came
        CrawlReport report = crawl(plan(RenderMode.AUTO, false));
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        List<String> since =
                site.paths().subList(before.size() + 1, site.paths().size());
        assertThat(since).doesNotContain("/", "/app.js", "/p/1", "/api/p/1.json", "/api/.json");
        assertThat(listings()).hasSize(2);
    }

    @Test
    void withoutABrowserAlwaysFailsAtOnceAndSaysWhatToDo() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrawlProcess.class.getName(),
                        site.at("/").toString(),
                        into.resolve("crawl").toString(),
                        "100",
                        "always")
                .redirectErrorStream(true);
        builder.environment().put("PATH", into.toString());
        Process crawl = builder.start();
        assertThat(new String(crawl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("expected Chromium on the PATH")
                .contains("apt-get install chromium");
        assertThat(crawl.waitFor()).isEqualTo(1);
        assertThat(into.resolve("crawl")).doesNotExist();
        assertThat(site.paths()).isEmpty();
    }

    @Test
    void withoutABrowserAutoGoesOnAndSaysSoOnce() throws IOException {
        CrawlPlan plan = plan(RenderMode.AUTO, false);
        try (CrawlFolder folder = new CrawlFolder(into, "x", Map.of(), Duration.ZERO, r -> {})) {
            var stop = new org.touchstone.crawler.fetch.StopSignal();
            var extractor = new org.touchstone.crawler.extract.ListingExtractor(List.of());
            var fetched = new org.touchstone.crawler.fetch.FetchResult.Fetched(
                    List.of(site.at("/")), "text/html", SHELL.getBytes(StandardCharsets.UTF_8));
            PageReading plain =
                    PageReading.of(extractor, fetched, Clock.systemUTC().instant());
            try (RenderedPages pages = new RenderedPages(
                    plan,
                    null,
                    new PageSource(
                            folder.archive(),
                            new org.touchstone.crawler.fetch.Fetcher(
                                    new org.touchstone.crawler.fetch.FetchPolicy(
                                            "a", "a", Duration.ZERO, true, FetchLimits.DEFAULT),
                                    stop)),
                    folder,
                    extractor,
                    Clock.systemUTC(),
                    stop,
                    (source, field, failure, reason) -> {
                        throw new AssertionError(reason);
                    },
                    missing::incrementAndGet,
                    e -> {
                        throw new AssertionError(e);
                    })) {
                assertThat(pages.see(fetched, plain, null).orElseThrow().reading())
                        .isSameAs(plain);
                assertThat(pages.see(fetched, plain, null)).isPresent();
            }
        }
        assertThat(missing).hasValue(1);
    }

    @Test
    void inspectionRenders() {
        PageInspection seen = new Crawler(plan(RenderMode.ALWAYS, false)).inspect(site.at("/p/1"));
        assertThat(seen.offers()).hasSize(1);
        assertThat(seen.rendering()).isPresent();
        assertThat(seen.rendering().orElseThrow().requests()).hasSize(3);
    }
}
