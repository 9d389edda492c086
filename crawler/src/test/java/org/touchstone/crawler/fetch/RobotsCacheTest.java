package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.StubSite;

class RobotsCacheTest {
    private static final FetchPolicy POLICY =
            new FetchPolicy("TestBot", "TestBot/1", Duration.ZERO, true, FetchLimits.DEFAULT);

    private final FakeTicker ticker = new FakeTicker();

    private Fetcher fetcher() {
        return new Fetcher(POLICY, ExchangeListener.NONE, PolitenessLog.NONE, Network.SYSTEM, ticker);
    }

    @Test
    void rulesAreAskedForAgainWithinADay() {
        AtomicInteger asked = new AtomicInteger();
        RobotsCache cache = new RobotsCache(
                origin -> {
                    asked.incrementAndGet();
                    return RobotsRules.allowAll(origin);
                },
                ticker::instant);
        cache.rules("http://a.test");
        ticker.pass(Duration.ofHours(22));
        cache.rules("http://a.test");
        assertThat(asked).hasValue(1);
        ticker.pass(Duration.ofHours(2));
        cache.rules("http://a.test");
        assertThat(asked).hasValue(2);
        cache.rules("http://b.test");
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatCouldNotBeHadIsAskedForSooner() throws IOException {
        try (StubSite site = new StubSite();
                Fetcher fetcher = fetcher()) {
            site.status("/robots.txt", 503);
            assertThat(fetcher.robots(site.at("/a")).allowed()).isFalse();
            site.robots("User-agent: *\nDisallow: /b\n");
            assertThat(fetcher.robots(site.at("/a")).allowed()).isFalse();
            ticker.pass(RobotsRules.MAX_AGE_UNREACHABLE);
            assertThat(fetcher.robots(site.at("/a")).allowed()).isTrue();
            assertThat(fetcher.robots(site.at("/b")).allowed()).isFalse();
            assertThat(site.paths()).hasSize(2);
        }
    }

    @Test
    void robotsRedirected() throws IOException {
        for (int hops : new int[] {5, 6}) {
            try (StubSite site = new StubSite();
                    Fetcher fetcher = fetcher()) {
                site.redirect("/robots.txt", "/r1");
                for (int i = 1; i < hops; i++) {
                    site.redirect("/r" + i, "/r" + (i + 1));
                }
                site.bytes(
                        "/r" + hops,
                        "text/plain",
                        "User-agent: *\nDisallow: /\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                URI address = site.at("/a");
                assertThat(fetcher.robots(address).allowed()).isEqualTo(hops > 5);
            }
        }
    }
}
