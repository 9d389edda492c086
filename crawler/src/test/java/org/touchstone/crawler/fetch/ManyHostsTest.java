package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.touchstone.crawler.StubSite;
import org.touchstone.crawler.fetch.FetchResult.Fetched;

/** Many hosts at once, each with a name and a server of its own on loopback. */
@Timeout(60)
class ManyHostsTest {
    private static final FetchLimits LIMITS = new FetchLimits(
            1 << 20,
            1 << 20,
            1 << 20,
            100,
            1 << 20,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2));
    private static final Network NAMES =
            new Network(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")}, Network.SYSTEM.dialer());

    private static URI at(int host, StubSite site, String path) {
        return URI.create("http://h" + host + ".test:" + site.at("/").getPort() + path);
    }

    private static Fetcher fetcher(Duration delay, ExchangeListener listener, PolitenessLog log) {
        return new Fetcher(
                new FetchPolicy("TestBot", "TestBot/1", delay, true, LIMITS),
                listener,
                log,
                NAMES,
                Ticker.system(new StopSignal()));
    }

    @Test
    void mixedHostsAndNoBreach() throws Exception {
        int hosts = 40;
        Duration delay = Duration.ofMillis(30);
        ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
        Map<String, byte[]> robots = new ConcurrentHashMap<>();
        Map<Integer, AtomicInteger> read = new ConcurrentHashMap<>();
        List<StubSite> sites = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            sites.add(mixed(i));
        }
        try (Fetcher fetcher = fetcher(
                delay, exchange -> keep(exchange, robots), request -> log.add(PolitenessLines.write(request)))) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 3 * hosts; t++) {
                int thread = t;
                threads.add(Thread.ofVirtual().start(() -> {
                    int host = thread % hosts;
                    for (int i = 0; i < 5; i++) {
                        String path = List.of("/a", "/private/b", "/busy", "/moved", "/c")
                                .get((i + thread) % 5);
                        if (path.equals("/busy") && thread >= hosts) {
                            path = "/c";
                        }
                        FetchKind kind = thread < hosts ? FetchKind.IMAGE : FetchKind.PAGE;
                        if (fetcher.fetch(at(host, sites.get(host), path), kind, any -> true) instanceof Fetched) {
                            read.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet();
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        PolitenessAudit.Findings findings = PolitenessAudit.of(
                new BufferedReader(new StringReader(String.join("\n", log))), delay, "TestBot", robots);
        System.out.println("politeness: " + findings.requests() + " requests to " + findings.hosts() + " hosts, "
                + findings.breaches().size() + " breaches");
        assertThat(findings.breaches()).isEmpty();
        assertThat(robots).hasSize(hosts * 8 / 10);
        assertThat(findings.hosts()).isEqualTo(hosts);
        assertThat(read).hasSizeGreaterThanOrEqualTo(hosts / 2);
        // The servers' own notes say the same.
        int served = 0;
        for (int i = 0; i < hosts; i++) {
            List<StubSite.Asked> asked = sites.get(i).asked();
            served += asked.size();
            assertThat(sites.get(i).paths()).doesNotContain("/private/b");
            assertThat(sites.get(i).paths().getFirst()).isEqualTo("/robots.txt");
            for (int j = 1; j < asked.size(); j++) {
                Duration gap = Duration.ofNanos(
                        asked.get(j).startNanos() - asked.get(j - 1).startNanos());
                assertThat(gap).isGreaterThan(delay.minusMillis(1));
            }
            sites.get(i).close();
        }
        assertThat(findings.requests()).isEqualTo(served);
    }

    private static void keep(Exchange exchange, Map<String, byte[]> robots) {
        if (exchange.kind() == FetchKind.ROBOTS && exchange.status() == 200) {
            robots.put(WebAddress.origin(exchange.address()), exchange.body());
        }
    }

    private static StubSite mixed(int host) throws IOException {
        StubSite site = new StubSite().page("/a", "x").page("/c", "x").redirect("/moved", "/a");
        String delay = host % 4 == 0 ? "Crawl-delay: 0.1\n" : "";
        site.robots("User-agent: *\n" + delay + "Disallow: /private\n");
        switch (host % 5) {
            case 0 -> site.status("/busy", 429, "Retry-After", "1");
            case 1 -> site.status("/busy", 503, "Retry-After", "3600");
            case 2 -> site.status("/busy", 503);
            case 3 -> site.status("/busy", 500);
            default -> site.page("/busy", "not busy");
        }
        switch (host % 10) {
            case 7 -> site.status("/robots.txt", 503);
            case 8 -> site.status("/robots.txt", 429, "Retry-After", "1");
            case 9 -> site.robots("User-agent: testbot\nDisallow: /\n");
            default -> {}
        }
        return site;
    }

    @Test
    void rateWithoutDelays() throws Exception {
        int hosts = 50;
        int pages = 40;
        List<StubSite> sites = new ArrayList<>();
        String html = "<!doctype html><title>x</title>" + "<p>山隐茶 a shop's page".repeat(400);
        for (int i = 0; i < hosts; i++) {
            sites.add(new StubSite());
            for (int j = 0; j < pages; j++) {
                sites.getLast().page("/" + j, html);
            }
        }
        AtomicInteger read = new AtomicInteger();
        long start = System.nanoTime();
        try (Fetcher fetcher = fetcher(Duration.ZERO, ExchangeListener.NONE, PolitenessLog.NONE)) {
            List<Thread> threads = new ArrayList<>();
            for (int h = 0; h < hosts; h++) {
                int host = h;
                threads.add(Thread.ofVirtual().start(() -> {
                    for (int j = 0; j < pages; j++) {
                        URI address = at(host, sites.get(host), "/" + j);
                        if (fetcher.fetch(address, FetchKind.PAGE, any -> true) instanceof Fetched) {
                            read.incrementAndGet();
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        sites.forEach(StubSite::close);
        System.out.printf(
                "fetch rate: %d pages of %d hosts in %.2f s, %.0f pages/s%n",
                read.get(), hosts, seconds, read.get() / seconds);
        assertThat(read.get()).isEqualTo(hosts * pages);
        assertThat(read.get() / seconds).isGreaterThan(100);
    }
}
