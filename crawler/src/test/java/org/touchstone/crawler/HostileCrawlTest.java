package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.PolitenessAudit;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

/** One shop with all that a hostile server does, in one crawl: each thing is bounded and named, and the rest is read. */
@Timeout(90)
class HostileCrawlTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            400_000, 50_000, 100_000, 50, 20_000, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private final Map<String, String> reasons = new ConcurrentHashMap<>();
    private StubSite site;
    private StubSite inner;

    @TempDir
    Path into;

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
        inner = new StubSite().page("/", "secret");
    }

    @AfterEach
    void close() {
        site.close();
        inner.close();
    }

    private CrawlReport crawl() throws IOException {
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(List.of(site.at("/")))
                .allow(List.of("127.0.0.1:" + site.at("/").getPort(), "169.254.169.254", "localhost"))
                .delay(Duration.ofMillis(1))
                .privateNetworks(true)
                .build();
        return new Crawler(plan, LIMITS, Clock.systemUTC()).run(into, new CrawlListener() {
            @Override
            public void pageRead(URI page, CrawlReport.Counts soFar) {}

            @Override
            public void rejected(Rejection rejection) {
                reasons.merge(
                        rejection.source().replaceFirst("http://127.0.0.1:\\d+", ""),
                        rejection.reason(),
                        (a, b) -> a + "\n" + b);
            }
        });
    }

    private Map<String, Listing> listings() throws IOException {
        Map<String, Listing> listings = new ConcurrentHashMap<>();
        try (var reader = RecordReader.open(into.resolve("listings.jsonl"), Formats.LISTING, r -> {
            throw new AssertionError(r.toString());
        })) {
            reader.forEachRemaining(
                    located -> listings.put(located.value().url().replaceFirst(".*/", ""), located.value()));
        }
        return listings;
    }

    private static String product(String name, String image) {
        return "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"" + name + "\",\"image\":\""
                + image + "\",\"offers\":{\"price\":\"9\",\"priceCurrency\":\"CNY\"}}</script>";
    }

    private void misbehave() throws IOException {
        site.redirect("/loop", "/loop2").redirect("/loop2", "/loop");
        site.redirect("/metadata", "http://169.254.169.254/latest/meta-data/");
        site.redirect("/inner", inner.at("/").toString());
        site.redirect("/localfile", "file:///etc/passwd");
        byte[] bomb = StubSite.packed(30 << 20);
        site.on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            StubSite.send(exchange, 200, "text/html", bomb);
        });
        site.on("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8192]);
            }
        });
        site.on("/drip", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(100_000_000);
            }
        });
        site.on("/short", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("<p>only".getBytes(StandardCharsets.UTF_8));
        });
        site.bytes("/lie-image", "text/html", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2});
        site.bytes("/lie-zip", "text/html", "PK\u0003\u0004 and more".getBytes(StandardCharsets.ISO_8859_1));
        site.bytes("/video", "video/mp4", new byte[100]);
        site.page("/deep", "<div>".repeat(50_000) + product("奥若丽 深", "/i.png"));
        site.page("/title", product("奥若丽 " + "长".repeat(100_000), "/i.png") + "<a href=/ok>ok</a>");
        site.page(
                "/script",
                "<title>" + SCRIPT + "</title>"
                        + product("奥若丽 " + SCRIPT.replace("</", "<\\/"), "javascript:alert(3)"));
        byte[] invalid = ("<meta charset=utf-8>" + product("奥若丽 \u00ff\u00fe茶", "/i.png") + "<p>"
                        + "山隐茶，本店自产。".repeat(20))
                .getBytes(StandardCharsets.UTF_8);
        int at = new String(invalid, StandardCharsets.ISO_8859_1).indexOf("\u00c3\u00bf");
        invalid[at] = (byte) 0xff;
        invalid[at + 1] = (byte) 0xfe;
        site.bytes("/invalid", "text/html", invalid);
        site.page("/image-inwards", product("奥若丽 图", "http://169.254.169.254/latest/meta-data/"));
        site.page("/ok", product("奥若丽 手提包", "/i.png"));
        List<String> paths = List.of(
                "/loop",
                "/metadata",
                "/inner",
                "/localfile",
                "/bomb",
                "/endless",
                "/drip",
                "/short",
                "/lie-image",
                "/lie-zip",
                "/video",
                "/deep",
                "/title",
                "/script",
                "/invalid",
                "/image-inwards",
                "/ok");
        site.page(
                "/",
                paths.stream().map(path -> "<a href='" + path + "'>x</a>").collect(Collectors.joining())
                        + "<a href='http://['>x</a><a href='javascript:alert(1)'>x</a><a href='/%00'>x</a>"
                        + "<a href='http://169.254.169.254/'>x</a><a href='http://user:pass@127.0.0.1/'>x</a>");
    }

    @Test
    void allOfItInOneCrawl() throws IOException {
        misbehave();
        CrawlReport report = crawl();
        assertThat(report.stop()).isEqualTo(StopReason.DONE);

        assertThat(reasons.get("/loop")).contains("circle");
        assertThat(reasons.get("/metadata")).contains("169.254.169.254");
        assertThat(reasons.get("http://169.254.169.254/")).isNotEmpty();
        assertThat(reasons.get("/inner")).contains("plan does not allow");
        assertThat(reasons.get("/localfile")).contains("no address that can be fetched");
        assertThat(reasons.get("/bomb")).containsAnyOf("unpack", "at most");
        assertThat(reasons.get("/endless")).contains("at most");
        assertThat(reasons.get("/drip")).contains("only");
        assertThat(reasons.get("/short")).isNotEmpty();
        assertThat(reasons.get("/lie-image")).contains("PNG image");
        assertThat(reasons.get("/lie-zip")).contains("binary");
        assertThat(reasons.get("/video")).contains("video/mp4");
        assertThat(inner.paths()).isEmpty();

        Map<String, Listing> listings = listings();
        assertThat(listings).containsOnlyKeys("deep", "title", "script", "invalid", "image-inwards", "ok");
        assertThat(listings.get("ok").title()).isEqualTo("奥若丽 手提包");
        assertThat(listings.get("title").title().length()).isBetween(100, 10_000);
        assertThat(listings.get("script").title()).startsWith("奥若丽"); // reports escape what follows
        assertThat(listings.get("script").images()).isEmpty();
        assertThat(listings.get("invalid").title()).contains("奥若丽").contains("茶");
        assertThat(listings.get("image-inwards").images()).isEmpty();
        try (BufferedReader log = Files.newBufferedReader(into.resolve("politeness.jsonl"))) {
            assertThat(PolitenessAudit.of(log, Duration.ofMillis(1)).breaches()).isEmpty();
        }
        List<Listing> again = new ArrayList<>(new CrawlReplay(CrawlReplay.archives(into), List.of(), null, r -> {
                    throw new AssertionError(r.toString());
                })
                .listings());
        assertThat(again).hasSameSizeAs(listings.keySet());
    }
}
