package org.touchstone.crawler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.crawler.live.LiveSource;
import org.touchstone.crawler.render.RenderMode;
import org.touchstone.record.YamlException;

class CrawlPlanTest {
    private static final String AGENT = "agent: {contact: bot@example.org}\n";

    @TempDir
    Path folder;

    private CrawlPlan read(String yaml) throws IOException {
        return CrawlPlan.read(Files.writeString(folder.resolve("shop.yaml"), yaml));
    }

    @Test
    void readWhole() throws IOException {
        CrawlPlan plan = read("""
                name: example
                agent: {name: ExampleBot, url: "https://example.org/bot", contact: bot@example.org}
                seeds: [https://shop.example/]
                searches: [{url: "https://shop.example/s?q={keyword}", keywords: [奥若丽, "a b"]}]
                allow: [shop.example, "https://other.example/shop/"]
                limits: {pages: 70, depth: 2, bytes: 2GiB, duration: 1h30m}
                delay: 500ms
                render: auto
                screenshots: true
                privateNetworks: false
                schedule: {cron: "0 */6 * * *", zone: Asia/Shanghai}
                """);
        assertThat(plan.name()).isEqualTo("example");
        assertThat(plan.agent().header()).isEqualTo("ExampleBot/0.1 (+https://example.org/bot; bot@example.org)");
        assertThat(plan.seeds())
                .extracting(URI::toString)
                .containsExactly(
                        "https://shop.example/",
                        "https://shop.example/s?q=%E5%A5%A5%E8%8B%A5%E4%B8%BD",
                        "https://shop.example/s?q=a+b");
        assertThat(plan.limits()).isEqualTo(new CrawlPlan.Limits(70, 2, 2L << 30, Duration.ofMinutes(90)));
        assertThat(plan.delay()).isEqualTo(Duration.ofMillis(500));
        assertThat(plan.render()).isEqualTo(RenderMode.AUTO);
        assertThat(plan.toBuilder().build()).isEqualTo(plan);
        assertThat(plan.allows(URI.create("https://shop.example/x"))).isTrue();
        assertThat(plan.allows(URI.create("https://other.example/shop/x"))).isTrue();
        assertThat(plan.allows(URI.create("https://other.example/x"))).isFalse();
        assertThat(plan.allows(URI.create("https://evil.example/?shop.example")))
                .isFalse();
    }

    @Test
    void readSmallest() throws IOException {
        CrawlPlan plan = read(AGENT + "seeds: https://shop.example\n");
        assertThat(plan.allow()).containsExactly("shop.example");
        assertThat(plan.delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.privateNetworks()).isFalse();
        assertThat(plan.render()).isEqualTo(RenderMode.NEVER);
    }

    @Test
    void readLive() throws IOException {
        CrawlPlan plan = read(AGENT + """
                live:
                  - {room: R1, host: 小李, playlist: "https://live.example/r1.m3u8", cards: "https://live.example/r1.json", every: 2s, for: 30m}
                  - {room: 2, playlist: "https://live.example/r2.m3u8"}
                  - {room: 3, cards: "https://live.example/r3.json"}
                """);
        assertThat(plan.seeds()).isEmpty();
        assertThat(plan.live())
                .containsExactly(
                        new LiveSource(
                                "R1",
                                "小李",
                                Optional.of(URI.create("https://live.example/r1.m3u8")),
                                Optional.of(URI.create("https://live.example/r1.json")),
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(30)),
                        new LiveSource(
                                "2",
                                "",
                                Optional.of(URI.create("https://live.example/r2.m3u8")),
                                Optional.empty(),
                                LiveSource.EVERY,
                                LiveSource.DURATION),
                        new LiveSource(
                                "3",
                                "",
                                Optional.empty(),
                                Optional.of(URI.create("https://live.example/r3.json")),
                                LiveSource.EVERY,
                                LiveSource.DURATION));
    }

    @Test
    void aRoomThatIsWatchedForLongMayTakeItsTime() throws IOException {
        String live = "live: [{room: R1, playlist: 'https://a.example/l.m3u8', for: 3h}]\n";
        assertThat(read(AGENT + live).limits().duration()).isEqualTo(Duration.ofMinutes(210));
        assertThat(read(AGENT + "limits: {duration: 2h}\n" + live).limits().duration())
                .isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed: [https://a.example/] | did you mean 'seeds'",
                "limits: {page: 3} | did you mean 'pages'",
                "sedes: [https://a.example/] | did you mean 'seeds'",
                "profiles: [gone.yaml] | :3: profiles[0]: expected a profile that stands at",
                "'seeds: [https://a.example/' | expected ',' or ']'",
                "wibble: 1 | known are name, agent",
                "delay: 2 | expected a time such as 2s",
                "delay: 2 parsecs | expected a time",
                "limits: {bytes: 2} | expected a size such as 2GiB",
                "limits: {pages: many} | expected a whole number",
                "limits: {pages: -1} | expected a whole number",
                "privateNetworks: perhaps | expected true or false",
                "render: sometimes | never, auto or always",
                "screenshots: perhaps | expected true or false",
                "sitemaps: [s.xml] | sitemaps[0]: expected an address such as https://shop.example/, found 's.xml'",
                "schedule: {cron: '* * *'} | schedule.cron: expected five fields",
                "schedule: {cron: '0 0 * * *', zone: Mars} | schedule.zone: expected a zone",
                "schedule: {crom: x} | did you mean 'cron'",
                "webhook: nowhere | webhook: expected an address",
                "live: [{room: R1}] | expected a playlist or cards of room R1",
                "live: [{room: R1, cards: room.json}] | live[0].cards: expected an address",
                "live: [{playlist: 'https://a.example/l.m3u8'}] | expected a room",
                "live: [{room: R1, playlist: 'https://a.example/l.m3u8', each: 5s}] | unknown key 'each' in 'live[0]'",
                "live: [{room: R1, playlist: 'https://a.example/l.m3u8', every: 1ms}] | every between 1s and 1h",
                "live: {room: R1} | live: expected a list",
                "seeds: [ftp://a.example/] | expected an address",
                "seeds: [] | at least one seed",
                "'seeds: [https://a.example/]\nseeds: [https://b.example/]' | YAML",
                "'seeds: [' | expected YAML",
            })
    void readRefused(String yaml, String message) {
        assertThatThrownBy(() -> read(AGENT + (yaml.contains("seeds") ? "" : "seeds: [https://a.example/]\n") + yaml))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("shop.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void readWithoutContact() {
        assertThatThrownBy(() -> read("seeds: [https://a.example/]")).hasMessageContaining("no contact, no crawl");
    }

    @Test
    void agentRefusesHeaderInjection() {
        assertThatThrownBy(() -> new CrawlPlan.Agent("Bot", "", "a@b.example\r\nX: y"))
                .hasMessageContaining("contact");
    }

    @Test
    void quantities() {
        assertThat(Quantity.time("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(Quantity.time("1.5 s")).contains(Duration.ofMillis(1500));
        assertThat(Quantity.time("5")).isEmpty();
        assertThat(Quantity.time("99999999999999d")).isEmpty();
        assertThat(Quantity.bytes("1.5 KiB")).contains(1536L);
        assertThat(Quantity.bytes("2MB")).contains(2_000_000L);
        assertThat(List.of(Quantity.bytes("2"), Quantity.bytes("2 apples"))).allMatch(java.util.Optional::isEmpty);
    }
}
