package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.plan.CrawlPlan;

/** Sites that lead a crawler on without end. */
@Timeout(120)
class TrapTest {
    private final AtomicInteger served = new AtomicInteger();
    private @Nullable HttpServer server;

    @TempDir
    Path into;

    @AfterEach
    void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private CrawlReport crawl(Function<String, String> site, int pages, String... sitemaps) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            String html = path.equals("/robots.txt") ? "" : site.apply(path);
            served.incrementAndGet();
            StubSite.send(exchange, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(List.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")))
                .sitemaps(Arrays.stream(sitemaps)
                        .map(map -> URI.create(
                                "http://127.0.0.1:" + server.getAddress().getPort() + map))
                        .toList())
                .limits(new CrawlPlan.Limits(pages, 100_000, 1L << 30, Duration.ofMinutes(2)))
                .delay(Duration.ZERO)
                .privateNetworks(true)
                .build();
        return new Crawler(plan, FetchLimits.DEFAULT, Clock.systemUTC()).run(into, CrawlListener.SILENT);
    }

    private static String shop(String path, String menu) {
        if (path.matches("/p/\\d+")) {
            String sku = path.substring(3);
            return "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"奥若丽 " + sku + "\",\"sku\":\""
                    + sku + "\",\"offers\":{\"price\":\"9\",\"priceCurrency\":\"CNY\"}}</script>" + menu;
        }
        return IntStream.range(0, 120)
                        .mapToObj(i -> "<a href=/p/" + i + ">x</a>")
                        .collect(Collectors.joining())
                + menu;
    }

    @Test
    void calendarIsLeft() throws IOException {
        CrawlReport report = crawl(
                path -> {
                    if (path.startsWith("/calendar/")) {
                        int month = Integer.parseInt(path.replaceAll("\\D", ""));
                        return IntStream.rangeClosed(1, 12)
                                .mapToObj(i -> "<a href=/calendar/" + (month + i) + ">next</a>")
                                .collect(Collectors.joining());
                    }
                    return shop(path, "<a href=/calendar/202601>events</a>");
                },
                10_000);
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(report.counts().listings()).isEqualTo(120);
        assertThat(report.counts().requested()).isBetween(121L, 450L);
        assertThat(report.traps()).hasSize(1).allSatisfy((shape, left) -> {
            assertThat(shape).endsWith("/calendar/#");
            assertThat(left).isPositive();
        });
    }

    @Test
    void sessionIdsInPathsAreOnePageEach() throws IOException {
        CrawlReport report = crawl(
                path -> {
                    String session = Integer.toHexString(path.hashCode()) + "a1b2c3d4e5";
                    String rest = path.replaceFirst("^/s/[^/]+", "");
                    return shop(
                            rest, "<a href='/s/" + session + rest + "'>here</a><a href='/s/" + session + "/p/1'>1</a>");
                },
                10_000);
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(report.counts().listings()).isEqualTo(120);
        assertThat(report.counts().requested()).isLessThan(1000);
        assertThat(report.traps()).isNotEmpty();
    }

    @Test
    void pathsThatGoInCirclesAreNotFollowed() throws IOException {
        CrawlReport report = crawl(path -> shop(path, "<a href='tea/green/'>x</a>"), 10_000);
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
        assertThat(report.counts().listings()).isEqualTo(120);
        assertThat(report.counts().requested()).isLessThan(140);
        assertThat(report.counts().left()).isPositive();
    }

    @Test
    void tenThousandLinksAreBounded() throws IOException {
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> "<a href=/x" + "abcdefghij".charAt(i % 10) + "/" + Integer.toString(i, 36) + ">x</a>")
                .collect(Collectors.joining());
        CrawlReport report = crawl(path -> path.equals("/") ? many : "", 300);
        assertThat(report.counts().requested()).isLessThanOrEqualTo(300);
        assertThat(report.counts().left()).isGreaterThan(2500);
    }

    @Test
    void listsThatComeFirstAreVisitedAllTheSame() throws IOException {
        // 400 lists before the first offer, whose addresses do not look like offers either
        CrawlReport report = crawl(
                path -> {
                    if (path.equals("/")) {
                        return IntStream.range(0, 200)
                                .mapToObj(i -> "<a href=/list/" + i + ">x</a>")
                                .collect(Collectors.joining());
                    }
                    return path.startsWith("/list/")
                            ? "<a href=/tee-" + path.substring(6) + ">x</a>"
                            : shop("/p/" + path.substring(5), "");
                },
                10_000);
        assertThat(report.counts().listings()).isEqualTo(200);
    }

    @Test
    void productsThatListsShowAlreadyAreVisitedAllTheSame() throws IOException {
        CrawlReport report = crawl(
                path -> {
                    if (path.startsWith("/p/")) {
                        return shop(path, "");
                    }
                    int list = path.equals("/") ? 1 : Integer.parseInt(path.replaceAll("\\D", ""));
                    return IntStream.range(40 * list - 40, 40 * list)
                                    .mapToObj(i -> shop("/p/" + i, "<a href=/p/" + i + ">x</a>")
                                            .replace("\"sku\"", "\"url\":\"/p/" + i + "\",\"sku\""))
                                    .collect(Collectors.joining())
                            + (list < 10 ? "<a rel=next href='/list?page=" + (list + 1) + "'>next</a>" : "");
                },
                10_000);
        assertThat(report.counts().listings()).isEqualTo(400);
        assertThat(report.counts().pages()).isEqualTo(410);
        assertThat(report.traps()).isEmpty();
    }

    @Test
    void whatASitemapListsIsVisitedToItsEnd() throws IOException {
        CrawlReport report = crawl(
                path -> {
                    if (path.equals("/map.txt")) {
                        return IntStream.range(0, 320)
                                .mapToObj(i -> "http://127.0.0.1:"
                                        + server.getAddress().getPort() + "/p/" + i)
                                .collect(Collectors.joining("\n"));
                    }
                    boolean soldOut = path.startsWith("/p/") && Integer.parseInt(path.substring(3)) < 300;
                    return path.equals("/") || soldOut ? "<p>sold out" : shop(path, "");
                },
                10_000,
                "/map.txt");
        assertThat(report.counts().listings()).isEqualTo(20);
    }

    @Test
    void aTrapLeavesRoomForOffers() throws IOException {
        CrawlReport report = crawl(
                path -> {
                    if (path.startsWith("/calendar/")) {
                        int day = Integer.parseInt(path.replaceAll("\\D", ""));
                        return IntStream.rangeClosed(1, 60)
                                .mapToObj(i -> "<a href=/calendar/" + (60 * day + i) + ">next</a>")
                                .collect(Collectors.joining());
                    }
                    if (path.startsWith("/p/")) {
                        return shop(path, "");
                    }
                    if (path.equals("/")) {
                        return "<a href=/calendar/1>events</a><a href='/list?page=1'>all</a>";
                    }
                    int list = Integer.parseInt(path.replaceAll("\\D", ""));
                    return IntStream.range(10 * list - 10, 10 * list)
                                    .mapToObj(i -> "<a href=/p/" + i + ">x</a>")
                                    .collect(Collectors.joining())
                            + (list < 30 ? "<a rel=next href='/list?page=" + (list + 1) + "'>next</a>" : "");
                },
                400);
        assertThat(report.counts().listings()).isEqualTo(300);
    }

    @Test
    @Timeout(10)
    void shapesOfHostileAddressesAreFoundFast() {
        URI address = URI.create("https://shop.example/" + "1".repeat(4000) + "a");
        for (int i = 0; i < 2000; i++) {
            assertThat(Shape.of(address)).hasSizeLessThan(300);
        }
    }

    @Test
    void numbersThatStandForChoicesAreNoCircle() {
        assertThat(Shape.goesInCircles(URI.create("https://shop.example/list/0/0/0/0/0/1.html")))
                .isFalse();
        assertThat(Shape.goesInCircles(URI.create("https://shop.example/a/b/a/b/a/b/a/b")))
                .isTrue();
    }

    @Property(tries = 200)
    void shapesAreShortAndSteady(@ForAll String text) {
        WebAddress.resolve(URI.create("http://shop.example/a/b"), text).ifPresent(address -> {
            assertThat(Shape.of(address).length()).isLessThanOrEqualTo(300);
            assertThat(Shape.of(address)).isEqualTo(Shape.of(address));
        });
    }

    @Test
    void shapes() {
        assertThat(Shape.of(URI.create("https://shop.example/calendar/2031/05")))
                .isEqualTo("shop.example/calendar/#/#");
        assertThat(Shape.of(URI.create("https://shop.example/s/9f8a7c6b5d4e/p/7?b=1&a=2")))
                .isEqualTo("shop.example/s/*/p/#?a&b");
        assertThat(Shape.of(URI.create("https://shop.example/tea/(S(abc1def2))/")))
                .isEqualTo("shop.example/tea/*/");
    }
}
