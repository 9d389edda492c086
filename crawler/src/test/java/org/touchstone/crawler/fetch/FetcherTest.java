package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchResult.Fetched;
import org.touchstone.crawler.fetch.FetchResult.NotFetched;

@Timeout(30)
class FetcherTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            200_000,
            100_000,
            150_000,
            50,
            20_000,
            Duration.ofSeconds(2),
            Duration.ofMillis(1500),
            Duration.ofSeconds(5));

    private StubSite site;

    @BeforeEach
    void open() throws IOException {
        site = new StubSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private FetchResult fetch(URI address, FetchKind kind, boolean privateNetworks) {
        try (Fetcher fetcher = fetcher(privateNetworks, Duration.ZERO)) {
            return fetcher.fetch(address, kind, any -> true);
        }
    }

    private static Fetcher fetcher(boolean privateNetworks, Duration delay) {
        return new Fetcher(
                new FetchPolicy("TestBot", "TestBot/1 (bot@example.org)", delay, privateNetworks, LIMITS),
                new StopSignal());
    }

    private NotFetched refused(String path) {
        return refused(site.at(path));
    }

    private NotFetched refused(URI address) {
        FetchResult result = fetch(address, FetchKind.PAGE, true);
        assertThat(result).isInstanceOf(NotFetched.class);
        return (NotFetched) result;
    }

    @Test
    void fetchAllowed() {
        site.robots("User-agent: *\nDisallow: /private\n").page("/a", "<p>山隐茶");
        FetchResult result = fetch(site.at("/a"), FetchKind.PAGE, true);
        assertThat(result).isInstanceOf(Fetched.class);
        assertThat(new String(((Fetched) result).body(), StandardCharsets.UTF_8))
                .contains("山隐茶");
        assertThat(site.paths()).containsExactly("/robots.txt", "/a");
        assertThat(site.asked().getFirst().userAgent()).isEqualTo("TestBot/1 (bot@example.org)");
    }

    @Test
    void fetchTellsOfEveryExchange() throws IOException {
        byte[] packed = StubSite.packed(2_000);
        site.redirect("/a", "/b?x=1").on("/b?x=1", exchange -> gzip(exchange, packed));
        List<Exchange> exchanges = new ArrayList<>();
        FetchPolicy policy = new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, true, LIMITS);
        try (Fetcher fetcher = new Fetcher(policy, new StopSignal(), exchanges::add, PolitenessLog.NONE)) {
            fetcher.fetch(site.at("/a"), FetchKind.PAGE, any -> true);
        }
        assertThat(exchanges).extracting(Exchange::status).containsExactly(404, 302, 200);
        Exchange last = exchanges.getLast();
        assertThat(last.requestLine()).isEqualTo("GET /b?x=1 HTTP/1.1");
        assertThat(last.requestHeaders())
                .contains(new Exchange.Header("User-Agent", "TestBot/1"))
                .first()
                .isEqualTo(new Exchange.Header("Host", site.at("/").getRawAuthority()));
        assertThat(last.received()).isEqualTo(packed);
        assertThat(last.body()).hasSize(2_000);
        assertThat(last.cut()).isNull();
    }

    @Test
    void fetchDeniedByRobots() {
        site.robots("User-agent: *\nDisallow: /private\n").page("/private/a", "x");
        NotFetched not = refused("/private/a");
        assertThat(not.failure()).isEqualTo(FetchFailure.ROBOTS);
        assertThat(not.reason()).contains("Disallow: /private");
        assertThat(site.paths()).containsExactly("/robots.txt");
    }

    @Test
    void fetchNamedByRobots() {
        site.robots("User-agent: *\nDisallow:\n\nUser-agent: testbot\nDisallow: /\nAllow: /open\n")
                .page("/open", "x");
        assertThat(refused("/shut").failure()).isEqualTo(FetchFailure.ROBOTS);
        assertThat(fetch(site.at("/open"), FetchKind.PAGE, true)).isInstanceOf(Fetched.class);
    }

    @Test
    void fetchWhereRobotsIsAbsent() {
        site.status("/robots.txt", 403).page("/a", "x");
        assertThat(fetch(site.at("/a"), FetchKind.PAGE, true)).isInstanceOf(Fetched.class);
    }

    @Test
    void fetchWhereRobotsFails() {
        site.status("/robots.txt", 500).page("/a", "x");
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.ROBOTS);
        assertThat(site.paths()).containsExactly("/robots.txt");
    }

    @Test
    void fetchWhereRobotsNeverComes() {
        site.on("/robots.txt", FetcherTest::dripForever).page("/a", "x");
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.ROBOTS);
    }

    @Test
    void fetchWhereRobotsIsHuge() {
        site.robots("User-agent: *\nDisallow: /no\n" + "# filling\n".repeat(60_000) + "Disallow: /late\n");
        site.page("/late", "x");
        assertThat(refused("/no").failure()).isEqualTo(FetchFailure.ROBOTS);
        assertThat(fetch(site.at("/late"), FetchKind.PAGE, true)).isInstanceOf(Fetched.class);
    }

    @Test
    void fetchKeepsCrawlDelay() {
        site.robots("User-agent: *\nCrawl-delay: 0.4\n")
                .page("/a", "x")
                .page("/b", "x")
                .page("/c", "x");
        try (Fetcher fetcher = fetcher(true, Duration.ZERO)) {
            for (String path : List.of("/a", "/b", "/c")) {
                fetcher.fetch(site.at(path), FetchKind.PAGE, any -> true);
            }
        }
        List<StubSite.Asked> asked = site.asked();
        for (int i = 2; i < asked.size(); i++) {
            long pause = asked.get(i).startNanos() - asked.get(i - 1).startNanos();
            assertThat(Duration.ofNanos(pause)).isGreaterThan(Duration.ofMillis(390));
        }
    }

    @Test
    void fetchLeavesHostWithEndlessCrawlDelay() {
        site.robots("User-agent: *\nCrawl-delay: 86400\n").page("/a", "x");
        assertThat(refused("/a").reason()).contains("86400 s");
    }

    @Test
    void fetchOneAtATime() throws Exception {
        site.on("/slow", exchange -> {
            pause(200);
            exchange.sendResponseHeaders(404, -1);
        });
        try (Fetcher fetcher = fetcher(true, Duration.ZERO)) {
            List<Thread> threads = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i ->
                            Thread.ofVirtual().start(() -> fetcher.fetch(site.at("/slow"), FetchKind.PAGE, a -> true)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        List<StubSite.Asked> slow =
                site.asked().stream().filter(a -> a.path().equals("/slow")).toList();
        assertThat(slow).hasSize(4);
        for (int i = 1; i < slow.size(); i++) {
            assertThat(slow.get(i).startNanos() - slow.get(i - 1).startNanos()).isGreaterThan(190_000_000L);
        }
        assertThat(site.paths().stream().filter("/robots.txt"::equals)).hasSize(1);
    }

    @Test
    void fetchHonoursRetryAfter() {
        site.status("/busy", 429, "Retry-After", "1").page("/a", "x");
        try (Fetcher fetcher = fetcher(true, Duration.ZERO)) {
            FetchResult busy = fetcher.fetch(site.at("/busy"), FetchKind.PAGE, any -> true);
            assertThat(((NotFetched) busy).retryAfter()).isEqualTo(Duration.ofSeconds(1));
            fetcher.fetch(site.at("/a"), FetchKind.PAGE, any -> true);
        }
        List<StubSite.Asked> asked = site.asked();
        assertThat(asked.get(2).startNanos() - asked.get(1).startNanos()).isGreaterThan(990_000_000L);
    }

    @Test
    void fetchLeavesHostThatAsksForALongRest() {
        site.status("/busy", 503, "Retry-After", "7200").page("/a", "x");
        try (Fetcher fetcher = fetcher(true, Duration.ZERO)) {
            NotFetched busy = (NotFetched) fetcher.fetch(site.at("/busy"), FetchKind.PAGE, any -> true);
            assertThat(busy.failure()).isEqualTo(FetchFailure.BUSY);
            NotFetched next = (NotFetched) fetcher.fetch(site.at("/a"), FetchKind.PAGE, any -> true);
            assertThat(next.failure()).isEqualTo(FetchFailure.RESTING);
            assertThat(next.retryAfter()).isBetween(Duration.ofSeconds(7100), Duration.ofSeconds(7200));
            assertThat(fetcher.host(site.at("/")).breaker()).isEqualTo(HostState.Breaker.OPEN);
        }
        assertThat(site.paths()).containsExactly("/robots.txt", "/busy");
    }

    @Test
    void fetchRedirected() {
        site.redirect("/a", "/b?x=1").redirect("/b?x=1", "c").page("/c", "there");
        FetchResult result = fetch(site.at("/a"), FetchKind.PAGE, true);
        assertThat(result).isInstanceOf(Fetched.class);
        assertThat(result.hops()).containsExactly(site.at("/a"), site.at("/b?x=1"), site.at("/c"));
    }

    @Test
    void fetchRedirectedInACircle() {
        site.redirect("/a", "/b").redirect("/b", "/a");
        assertThat(refused("/a").reason()).contains("circle");
    }

    @Test
    void fetchRedirectedTooOften() {
        for (int i = 0; i < 9; i++) {
            site.redirect("/" + i, "/" + (i + 1));
        }
        assertThat(refused("/0").reason()).contains("more than 5 times");
        assertThat(site.paths()).hasSize(7);
    }

    @Test
    void fetchRedirectedToDeniedPage() {
        site.robots("User-agent: *\nDisallow: /private\n")
                .redirect("/a", "/private/b")
                .page("/private/b", "x");
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.ROBOTS);
        assertThat(site.paths()).doesNotContain("/private/b");
    }

    @Test
    void fetchRedirectedOffThePlan() {
        site.redirect("/a", "/b").page("/b", "x");
        try (Fetcher fetcher = fetcher(true, Duration.ZERO)) {
            NotFetched not = (NotFetched) fetcher.fetch(site.at("/a"), FetchKind.PAGE, next -> false);
            assertThat(not.failure()).isEqualTo(FetchFailure.SCOPE);
        }
        assertThat(site.paths()).doesNotContain("/b");
    }

    @Test
    void fetchPrivateWithoutPermission() {
        site.page("/a", "x");
        FetchResult result = fetch(site.at("/a"), FetchKind.PAGE, false);
        assertThat(((NotFetched) result).failure()).isEqualTo(FetchFailure.ADDRESS);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void fetchMetadataServiceEvenWithPermission() {
        site.redirect("/a", "http://169.254.169.254/latest/meta-data/");
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.ADDRESS);
    }

    @Test
    void fetchEndlessBody() {
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[8192];
            while (true) {
                exchange.getResponseBody().write(block);
            }
        });
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.TOO_LARGE);
    }

    @Test
    void fetchAnnouncedTooLarge() {
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 3_000_000_000L);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        });
        assertThat(refused("/a").reason()).contains("3000000000 bytes are announced");
    }

    @Test
    void fetchSlowDrip() {
        site.on("/a", FetcherTest::dripForever);
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.TOO_SLOW);
    }

    @Test
    void fetchShorterThanAnnounced() {
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
        });
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.NETWORK);
    }

    @Test
    void fetchPacked() throws IOException {
        byte[] packed = StubSite.packed(2_000);
        site.on("/a", exchange -> gzip(exchange, packed));
        FetchResult result = fetch(site.at("/a"), FetchKind.PAGE, true);
        assertThat(((Fetched) result).body()).hasSize(2_000);
    }

    @Test
    void fetchPackingBomb() throws IOException {
        byte[] packed = StubSite.packed(50 << 20);
        site.on("/a", exchange -> gzip(exchange, packed));
        assertThat(refused("/a").failure()).isIn(FetchFailure.PACKED, FetchFailure.TOO_LARGE);
    }

    @Test
    void fetchBrokenPacking() {
        site.on("/a", exchange -> gzip(exchange, "this is not gzip".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.NETWORK);
    }

    @Test
    void fetchOtherType() {
        site.bytes("/a", "video/mp4", new byte[100]);
        assertThat(refused("/a").failure()).isEqualTo(FetchFailure.TYPE);
    }

    @Test
    void fetchStatus() {
        assertThat(refused("/none").reason()).isEqualTo("answered 404");
    }

    @Test
    void fetchWhereNobodyListens() {
        assertThat(refused(URI.create("http://127.0.0.1:1025/")).failure())
                .isIn(FetchFailure.ROBOTS, FetchFailure.NETWORK);
    }

    @Test
    void fetchStopped() {
        StopSignal stop = new StopSignal();
        FetchPolicy policy = new FetchPolicy("TestBot", "TestBot/1", Duration.ofMinutes(5), true, LIMITS);
        site.page("/a", "x");
        try (Fetcher fetcher = new Fetcher(policy, stop)) {
            fetcher.robots(site.at("/a"));
            Thread.ofVirtual().start(() -> {
                pause(200);
                stop.give();
            });
            NotFetched not = (NotFetched) fetcher.fetch(site.at("/a"), FetchKind.PAGE, any -> true);
            assertThat(not.failure()).isEqualTo(FetchFailure.STOPPED);
        }
    }

    private static void gzip(HttpExchange exchange, byte[] packed) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, packed.length);
        exchange.getResponseBody().write(packed);
    }

    private static void dripForever(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 100; i++) {
                body.write('x');
                body.flush();
                pause(100);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
