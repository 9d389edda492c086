package org.touchstone.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.touchstone.crawler.CrawlListener;
import org.touchstone.crawler.CrawlReport;
import org.touchstone.crawler.Crawler;
import org.touchstone.crawler.fetch.PolitenessAudit;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.record.Rejection;

/**
 * Crawls shops that it serves itself on loopback, each host an address of its own, every second page an offer: pages a
 * second and memory as the crawl grows. A tenth of the hosts answers 503 or 429 with Retry-After now and then.
 */
final class CrawlPace {
    private static final int TENTHS = 10;
    private static final String TEXT = "山隐茶，本店所售均为自产。 Picked by hand, dried in the sun. ".repeat(40);

    private final int hosts;
    private final int perHost;
    private final PrintStream talk;
    private final Set<String> busyOnce = ConcurrentHashMap.newKeySet();

    CrawlPace(int pages, int hosts, PrintStream talk) {
        this.hosts = hosts;
        this.perHost = Math.max(1, pages / hosts);
        this.talk = talk;
    }

    /** What it was like when so many pages had been read. */
    private record State(long pages, double seconds, long heap, long resident) {}

    /** Crawls twice, so that the second crawl meets what it knows already; gives the tables. */
    String measure() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        Path folder = Folders.create();
        try {
            return "The first crawl:\n\n" + crawl(server.getAddress().getPort(), folder)
                    + "\nThe same crawl again, every page of which is as it was:\n\n"
                    + crawl(server.getAddress().getPort(), folder);
        } finally {
            server.stop(0);
            Folders.delete(folder);
        }
    }

    private String crawl(int port, Path folder) throws IOException {
        List<URI> seeds = new ArrayList<>();
        for (int host = 1; host <= hosts; host++) {
            seeds.add(URI.create("http://127.0.1." + host + ":" + port + "/p/0"));
        }
        CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                .seeds(seeds)
                .limits(new CrawlPlan.Limits(
                        hosts * perHost + hosts * 10, Integer.MAX_VALUE, Long.MAX_VALUE, Duration.ofHours(3)))
                .delay(Duration.ZERO)
                .privateNetworks(true)
                .build();
        Files.deleteIfExists(folder.resolve("politeness.jsonl"));
        List<State> states = new CopyOnWriteArrayList<>();
        long start = System.nanoTime();
        AtomicLong read = new AtomicLong();
        long step = Math.max(1, (long) hosts * perHost / TENTHS);
        CrawlReport report = new Crawler(plan).run(folder, new CrawlListener() {
            @Override
            public void pageRead(URI page, CrawlReport.Counts soFar) {
                long pages = read.incrementAndGet();
                if (pages % step == 0) {
                    State state =
                            new State(pages, (System.nanoTime() - start) / 1e9, Memory.heapInUse(), Memory.resident());
                    states.add(state);
                    talk.printf(Locale.ROOT, "%,d pages in %.1f s%n", state.pages, state.seconds);
                }
            }

            @Override
            public void rejected(Rejection rejection) {
                talk.println(rejection);
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        return table(states) + "\n" + summary(report, states, seconds, folder);
    }

    private static String table(List<State> states) {
        Table table = new Table("pages", "seconds", "pages/s in this tenth", "heap in use", "resident");
        State before = new State(0, 0, 0, 0);
        for (State state : states) {
            table.row(
                    state.pages,
                    state.seconds,
                    rate(before, state),
                    Memory.shown(state.heap),
                    Memory.shown(state.resident));
            before = state;
        }
        return table.toString();
    }

    private static double rate(State from, State to) {
        return (to.pages - from.pages) / (to.seconds - from.seconds);
    }

    private static String summary(CrawlReport report, List<State> states, double seconds, Path folder)
            throws IOException {
        PolitenessAudit.Findings findings;
        try (BufferedReader log = Files.newBufferedReader(folder.resolve("politeness.jsonl"))) {
            findings = PolitenessAudit.of(log, Duration.ZERO, report.agent(), Map.of());
        }
        int last = states.size() - 1;
        double ratio = states.size() < 3
                ? 1
                : rate(states.get(last - 1), states.get(last)) / rate(states.get(0), states.get(1));
        return String.format(
                Locale.ROOT,
                "Ended with '%s': %,d pages (%,d unchanged, %,d not asked for), %,d listings, %,d requests in %.1f s, %,.0f pages/s; the"
                        + " last tenth %.2f times as fast as the second. %,d requests to %d hosts in the politeness log, %,d"
                        + " breaches. On disk %s, of them WARC %s.%n",
                report.stop().key(),
                report.counts().pages(),
                report.counts().unchanged(),
                report.counts().resting(),
                report.counts().listings(),
                report.counts().requested(),
                seconds,
                report.counts().pages() / seconds,
                ratio,
                findings.requests(),
                findings.hosts(),
                findings.breaches().size(),
                Memory.shown(size(folder)),
                Memory.shown(size(folder.resolve("warc"))));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (path.equals("/robots.txt")) {
                send(exchange, "text/plain", "User-agent: *\nDisallow: /private/\n");
                return;
            }
            int page = Integer.parseInt(path.substring("/p/".length()));
            boolean busy = host.hashCode() % 10 == 0 && page % 200 == 199 && busyOnce.add(host + path);
            String etag = "\"" + page + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (busy) {
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(page % 400 == 399 ? 429 : 503, -1);
            } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, "text/html; charset=utf-8", html(page));
            }
        }
    }

    private String html(int page) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=zh><title>山隐</title><body>");
        for (int link = 3 * page + 1; link <= 3 * page + 3 && link < perHost; link++) {
            html.append("<a href=/p/").append(link).append(">下一件</a> ");
        }
        if (page % 2 == 0) {
            html.append("<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"山隐白毫 ")
                    .append(page)
                    .append("\",\"sku\":\"")
                    .append(page)
                    .append("\",\"offers\":{\"price\":\"128\",\"priceCurrency\":\"CNY\"}}</script>");
        }
        return html.append("<p>").append(TEXT).toString();
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
