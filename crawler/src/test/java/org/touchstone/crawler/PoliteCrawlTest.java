package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.fetch.PolitenessAudit;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.plan.CrawlPlan;

/** A whole crawl of fifty hosts on loopback, each with manners of its own. */
@Timeout(120)
class PoliteCrawlTest {
    private static final int HOSTS = 50;
    private static final int PAGES = 12;
    private static final Duration DELAY = Duration.ofMillis(20);

    /** A request as the server saw it. */
    private record Asked(String host, String path, long at) {}

    private final Set<String> answeredBusy = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @TempDir
    Path into;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 500);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static int number(String host) {
        return Integer.parseInt(host.replaceFirst(":.*", "").replaceFirst(".*\\.", ""));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(host, path, System.nanoTime()));
        int number = number(host);
        try (exchange) {
            if (path.equals("/robots.txt")) {
                robots(exchange, number);
            } else if (path.equals("/busy") && answeredBusy.add(host)) {
                exchange.getResponseHeaders().set("Retry-After", number % 4 == 0 ? "1" : "0");
                exchange.sendResponseHeaders(number % 2 == 0 ? 503 : 429, -1);
            } else if (path.equals("/gone")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.equals("/moved")) {
                exchange.getResponseHeaders().set("Location", "/p/1");
                exchange.sendResponseHeaders(302, -1);
            } else {
                String links = path.equals("/")
                        ? IntStream.range(0, PAGES)
                                        .mapToObj(i -> "<a href=/p/" + i + ">x</a>")
                                        .collect(Collectors.joining())
                                + "<a href=/private/x>x</a><a href=/busy>x</a><a href=/gone>x</a><a href=/moved>x</a>"
                        : "";
                send(exchange, "text/html", links + "<p>山隐茶 " + host + path);
            }
        }
    }

    private void robots(HttpExchange exchange, int number) throws IOException {
        switch (number % 10) {
            case 7 -> exchange.sendResponseHeaders(503, -1);
            case 8 -> exchange.sendResponseHeaders(404, -1);
            case 9 -> send(exchange, "text/plain", "User-agent: TouchstoneBot\nDisallow: /\n");
            case 0 -> send(exchange, "text/plain", "User-agent: *\nCrawl-delay: 0.1\nDisallow: /private\n");
            default -> send(exchange, "text/plain", "User-agent: *\nDisallow: /private\nAllow: /p/\n");
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        StubSite.send(exchange, 200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fiftyHostsAndNoBreach() throws IOException {
        List<URI> seeds = new ArrayList<>();
        for (int i = 1; i <= HOSTS; i++) {
            seeds.add(
                    URI.create("http://127.0.3." + i + ":" + server.getAddress().getPort() + "/"));
        }
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(seeds)
                .limits(CrawlPlan.Limits.DEFAULT.withPages(2000))
                .delay(DELAY)
                .privateNetworks(true)
                .build();
        long start = System.nanoTime();
        CrawlReport report = new Crawler(plan, FetchLimits.DEFAULT, Clock.systemUTC()).run(into, CrawlListener.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;

        Map<String, byte[]> robots = new HashMap<>();
        for (Path file : CrawlReplay.archives(into)) {
            WarcAnswers.forEach(file, 0, answer -> {
                if (answer.address().getPath().equals("/robots.txt") && answer.status() == 200) {
                    robots.put("http://" + answer.address().getRawAuthority(), answer.body());
                }
            });
        }
        PolitenessAudit.Findings findings;
        try (BufferedReader log = Files.newBufferedReader(into.resolve("politeness.jsonl"))) {
            findings = PolitenessAudit.of(log, DELAY, "TouchstoneBot", robots);
        }
        System.out.printf(
                "polite crawl: %d pages in %.1f s, %d requests to %d hosts, %d breaches%n",
                report.counts().pages(),
                seconds,
                findings.requests(),
                findings.hosts(),
                findings.breaches().size());
        assertThat(findings.breaches()).isEmpty();
        assertThat(findings.hosts()).isEqualTo(HOSTS);
        assertThat(robots).hasSize(HOSTS * 8 / 10);
        assertThat(findings.requests()).isEqualTo(asked.size()); // the log leaves nothing out
        assertThat(asked)
                .noneMatch(request -> request.path().startsWith("/private") && number(request.host()) % 10 != 8);
        assertThat(asked)
                .filteredOn(request -> Set.of(7, 9).contains(number(request.host()) % 10))
                .extracting(Asked::path)
                .containsOnly("/robots.txt");
        Map<String, Long> last = new HashMap<>();
        for (Asked request : asked) {
            Long before = last.put(request.host(), request.at());
            if (before != null) {
                assertThat(request.at() - before).isGreaterThan(DELAY.toNanos() - 2_000_000);
            }
        }
        // 40 hosts let themselves be read: the front page, twelve pages, and busy where it was tried again.
        assertThat(report.counts().pages()).isBetween(40L * 13, 40L * 16);
        assertThat(report.stop()).isEqualTo(StopReason.DONE);
    }
}
