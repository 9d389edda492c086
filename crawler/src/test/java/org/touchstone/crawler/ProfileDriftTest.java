package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.extract.PageText;
import org.touchstone.crawler.extract.SiteProfile;
import org.touchstone.crawler.fetch.FetchLimits;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.record.Json;
import org.touchstone.record.Rejection;

class ProfileDriftTest {
    private static final String GOOD = "<title>x</title><b class=t>山隐茶 %d</b><i class=p>¥%d</i><u class=m>SHANYIN</u>";
    private static final String MOVED =
            "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"山隐茶 %d\",\"offers\":{\"price\":%d}}</script>"
                    + "<u class=m>SHANYIN</u>";

    @TempDir
    Path folder;

    private SiteProfile profile(String tests) throws IOException {
        Path file = folder.resolve("shop.profile.yaml");
        Files.writeString(file, """
                name: shop
                hosts: [shop.example, 127.0.0.1]
                pages:
                  - {kind: product, url: "/p/*", fields: {title: .t, price: .p, brand: .m, currency: {value: CNY}}}
                  - {kind: list, url: "/s*", items: li, fields: {title: a, url: {css: a, attribute: href}}}
                """ + tests);
        return ProfileCheck.profile(file);
    }

    private static void read(ProfileDrift drift, SiteProfile profile, int pages, IntFunction<String> page) {
        ListingExtractor extractor = new ListingExtractor(List.of(profile));
        for (int i = 1; i <= pages; i++) {
            URI address = URI.create("https://shop.example/p/" + i);
            byte[] body = page.apply(i).getBytes(StandardCharsets.UTF_8);
            drift.read(
                    address,
                    extractor.extract(
                            PageText.decode(body, "text/html; charset=utf-8").document(address),
                            address,
                            Instant.EPOCH));
        }
    }

    private static String shown(String form, int i) {
        return form.formatted(i, i);
    }

    @Test
    void fieldsThatMoved() throws IOException {
        SiteProfile profile = profile("");
        ProfileDrift drift = new ProfileDrift(List.of(profile));
        read(drift, profile, 10, i -> shown(i <= 6 ? GOOD : MOVED, i));
        ProfileUse use = drift.uses().getFirst();
        assertThat(use.pages()).isEqualTo(10);
        assertThat(use.fields().get("title")).isEqualTo(new ProfileUse.Field(6, 4, 0));
        assertThat(use.fields().get("price")).isEqualTo(new ProfileUse.Field(6, 4, 0));
        assertThat(use.fields().get("brand")).isEqualTo(new ProfileUse.Field(10, 0, 0));
        assertThat(use.drifted()).containsExactly("title", "price");
    }

    @Test
    void fieldsThatFewPagesLack() throws IOException {
        SiteProfile profile = profile("");
        ProfileDrift drift = new ProfileDrift(List.of(profile));
        read(drift, profile, 9, i -> "<title>gone</title>");
        assertThat(drift.uses().getFirst().drifted()).isEmpty(); // nine pages are too few to tell
        ProfileDrift more = new ProfileDrift(List.of(profile));
        read(more, profile, 20, i -> i <= 15 ? shown(GOOD, i) : "<title>gone</title>");
        assertThat(more.uses().getFirst().fields().get("title")).isEqualTo(new ProfileUse.Field(15, 0, 5));
        assertThat(more.uses().getFirst().drifted()).isEmpty();
    }

    @Test
    void fieldsThatTheTestsExpect() throws IOException {
        SiteProfile profile =
                profile("tests:\n  - {file: p.html, url: \"https://shop.example/p/1\", expect: {brand: SHANYIN}}\n");
        ProfileDrift drift = new ProfileDrift(List.of(profile));
        read(drift, profile, 10, i -> "<b class=t>山隐茶 " + i + "</b><i>¥1</i>");
        assertThat(drift.uses().getFirst().drifted()).containsExactly("brand");
    }

    @Test
    void countsOfAnEarlierRun() throws IOException {
        SiteProfile profile = profile("");
        ProfileDrift first = new ProfileDrift(List.of(profile));
        read(first, profile, 5, i -> shown(MOVED, i));
        ProfileDrift second = new ProfileDrift(List.of(profile), first.saved());
        read(second, profile, 5, i -> shown(MOVED, i));
        assertThat(second.uses().getFirst().pages()).isEqualTo(10);
        assertThat(second.uses().getFirst().drifted()).containsExactly("title", "price");
    }

    @Test
    void reportOfACrawlAndItsReplay() throws IOException {
        SiteProfile profile = profile("");
        try (StubSite site = new StubSite()) {
            StringBuilder links = new StringBuilder();
            for (int i = 1; i <= 10; i++) {
                site.page("/p/" + i, shown(MOVED, i));
                links.append("<li><a href=/p/").append(i).append(">x</a>");
            }
            site.page("/s", links.toString());
            CrawlPlan plan = CrawlPlan.builder(CrawlPlan.Agent.of("bot@example.org"))
                    .seeds(List.of(site.at("/s")))
                    .delay(Duration.ofMillis(1))
                    .privateNetworks(true)
                    .profiles(List.of(profile))
                    .build();
            Path into = folder.resolve("crawl");
            CrawlReport report = new Crawler(plan, FetchLimits.DEFAULT, Clock.systemUTC())
                    .run(into, new CrawlListener() {
                        @Override
                        public void pageRead(URI page, CrawlReport.Counts soFar) {}

                        @Override
                        public void rejected(Rejection rejection) {}
                    });
            assertThat(report.profiles()).hasSize(1);
            assertThat(report.profiles().getFirst().drifted()).containsExactly("title", "price");
            assertThat(report.profiles().getFirst().pages()).isEqualTo(11);
            assertThat(Json.mapper()
                            .readTree(into.resolve("report.json").toFile())
                            .path("profiles")
                            .path(0)
                            .toString())
                    .startsWith("{\"name\":\"shop\",\"pages\":11,\"fields\":{\"")
                    .contains("\"title\":{\"found\":0,\"elsewhere\":10,\"missing\":0}")
                    .contains("\"items\":{\"found\":1,\"elsewhere\":0,\"missing\":0}")
                    .endsWith("\"drifted\":[\"title\",\"price\"]}");
            CrawlReplay replay = new CrawlReplay(CrawlReplay.archives(into), List.of(profile), null, r -> {});
            assertThat(replay.listings()).hasSize(10);
            assertThat(replay.profiles()).isEqualTo(report.profiles());
        }
    }
}
