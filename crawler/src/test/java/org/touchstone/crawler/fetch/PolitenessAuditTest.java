package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.fetch.PolitenessAudit.Breach;
import org.touchstone.crawler.fetch.PolitenessAudit.Rule;

class PolitenessAuditTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final List<String> log = new ArrayList<>();

    private PolitenessAuditTest add(double second, String path, int status, double retryAfter) {
        return add(second, path, status, retryAfter, true, "");
    }

    private PolitenessAuditTest add(
            double second, String path, int status, double retryAfter, boolean allowed, String rule) {
        log.add(PolitenessLines.write(new LoggedRequest(
                START.plusNanos((long) (second * 1e9)),
                "shop.example",
                URI.create("https://shop.example" + path),
                path.equals("/robots.txt") ? FetchKind.ROBOTS : FetchKind.PAGE,
                allowed,
                rule,
                rule.isEmpty() ? 0 : 3,
                Duration.ofSeconds(1),
                Duration.ofMillis(-1),
                status,
                "",
                Duration.ofMillis((long) (retryAfter * 1000)),
                10,
                Duration.ofMillis(500))));
        return this;
    }

    private List<Rule> broken(Duration delay) throws IOException {
        return PolitenessAudit.of(new BufferedReader(new StringReader(String.join("\n", log))), delay)
                .breaches()
                .stream()
                .map(Breach::rule)
                .toList();
    }

    @Test
    void ofAPoliteCrawl() throws IOException {
        add(0, "/robots.txt", 200, 0)
                .add(1.5, "/a", 429, 10)
                .add(12, "/b", 200, 0, true, "Allow: /b")
                .add(13.5, "/c", 0, 0);
        assertThat(broken(Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void ofShortPauses() throws IOException {
        add(0, "/robots.txt", 200, 0).add(1.4, "/a", 200, 0).add(3.4, "/b", 200, 0);
        assertThat(broken(Duration.ZERO)).containsExactly(Rule.PAUSE);
        assertThat(broken(Duration.ofSeconds(2))).containsExactly(Rule.PAUSE, Rule.PAUSE);
    }

    @Test
    void ofTwoAtATime() throws IOException {
        add(0, "/robots.txt", 200, 0).add(0.3, "/a", 200, 0);
        assertThat(broken(Duration.ZERO)).containsExactly(Rule.ONE_AT_A_TIME, Rule.PAUSE);
    }

    @Test
    void ofImpatience() throws IOException {
        add(0, "/robots.txt", 200, 0).add(2, "/a", 503, 60).add(60, "/b", 200, 0);
        assertThat(broken(Duration.ZERO)).containsExactly(Rule.RETRY_AFTER);
    }

    @Test
    void ofRobotsNotAskedForbiddenUnreachableAndStale() throws IOException {
        add(0, "/a", 200, 0);
        add(2, "/robots.txt", 200, 0).add(4, "/b", 200, 0, false, "Disallow: /b");
        add(6, "/robots.txt", 503, 0).add(8, "/c", 200, 0);
        add(10, "/robots.txt", 404, 0).add(86_500, "/d", 200, 0);
        assertThat(broken(Duration.ZERO)).containsExactly(Rule.ROBOTS, Rule.ROBOTS, Rule.ROBOTS, Rule.ROBOTS);
    }

    @Test
    void ofARobotsFileThatWasKept() throws IOException {
        add(0, "/robots.txt", 200, 0).add(2, "/a", 200, 0).add(8, "/b", 200, 0);
        byte[] file = "User-agent: *\nCrawl-delay: 5\nDisallow: /b".getBytes(StandardCharsets.UTF_8);
        PolitenessAudit.Findings findings = PolitenessAudit.of(
                new BufferedReader(new StringReader(String.join("\n", log))),
                Duration.ZERO,
                "TestBot",
                Map.of("https://shop.example", file));
        assertThat(findings.polite()).isFalse();
        assertThat(findings.breaches()).extracting(Breach::rule).containsExactly(Rule.PAUSE, Rule.ROBOTS);
        assertThat(findings.breaches()).extracting(Breach::line).containsExactly(2L, 3L);
    }

    @Test
    void ofWhatIsNoLog() {
        log.add("{\"time\":\"2026-11-23T08:00:00Z\"}");
        assertThatThrownBy(() -> broken(Duration.ZERO))
                .hasMessageContaining("line 1")
                .hasMessageContaining("no field 'host'");
    }

    @Test
    void linesComeBackAsWritten() throws IOException {
        add(1.123456789, "/袋?a=%20", 200, 1.5, true, "Allow: /袋");
        LoggedRequest read = PolitenessLines.read(log.getFirst());
        assertThat(PolitenessLines.write(read)).isEqualTo(log.getFirst());
        assertThat(read.time()).isEqualTo(START.plusNanos(1_123_456_789));
        assertThat(log.getFirst()).contains("\"kind\":\"page\"").contains("\"retryAfterMs\":1500");
    }
}
