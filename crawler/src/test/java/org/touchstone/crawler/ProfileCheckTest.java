package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.crawler.extract.Link;
import org.touchstone.crawler.extract.ListingExtractor;
import org.touchstone.crawler.plan.ProfileReader;
import org.touchstone.record.YamlException;

class ProfileCheckTest {
    private static final String PROFILE = """
            name: shop
            hosts: ["*.shop.example"]
            pages:
              - kind: product
                url: "/p/*"
                fields:
                  title: "h1.name"
                  price: {css: "#buy b", attribute: data-amount}
                  currency: {value: CNY}
                  brand: [{css: ".none"}, {json: /goods/maker/label}]
                  attributes.sku: {json: /goods/no}
                  images: {css: ".pics img", attribute: data-big}
              - kind: list
                url: "/s?*"
                items: {css: li.card}
                fields: {title: a, url: {css: a, attribute: href}, price: i}
                next: {css: a.more, attribute: href}
              - {kind: other, url: "/about*"}
            tests:
              - file: p.html
                url: https://www.shop.example/p/7
                listings: 1
                expect: {title: 山隐茶 白毫, price: "128", currency: CNY, brand: 山隐茶, attributes.sku: T-50,
                         images: "https://www.shop.example/b.jpg"}
              - {file: s.html, url: "https://www.shop.example/s?q=tea", listings: 2, expect: {title: tea one, url: "https://www.shop.example/p/1"}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void pages() throws IOException {
        Files.writeString(folder.resolve("p.html"), """
                <h1>shop</h1><h1 class=name>山隐茶 白毫</h1><p id=buy><b data-amount="128.00">one two eight</b></p>
                <div class=pics><img src=s.jpg data-big=/b.jpg></div>
                <script>window.__X = {"goods": {"no": "T-50", "maker": {"label": "山隐茶"}}}</script>""");
        Files.writeString(folder.resolve("s.html"), """
                <ul><li class=card><a href=/p/1>tea one</a><i>¥1</i><li class=card><a href=/p/2>tea two</a><i>¥2</i></ul>
                <a class=more href="/s?q=tea&page=2" rel=nofollow>more</a>""");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("shop.profile.yaml"), yaml);
    }

    @Test
    void readsAsExpected() throws IOException {
        assertThat(ProfileCheck.of(write(PROFILE))).isEqualTo(new ProfileCheck(2, List.of()));
    }

    @Test
    void driftIsReported() throws IOException {
        Files.writeString(folder.resolve("p.html"), "<h1 class=title>山隐茶 白毫</h1>");
        assertThat(ProfileCheck.of(write(PROFILE)).drifts())
                .extracting(ProfileCheck.Drift::field)
                .contains("listings", "title", "price");
        assertThat(ProfileCheck.of(write(PROFILE)).drifts().getFirst())
                .hasToString("p.html: listings: expected '1', found '0'");
    }

    @Test
    void nextPagesAreLinks() throws IOException {
        URI address = URI.create("https://www.shop.example/s?q=tea");
        ListingExtractor extractor = new ListingExtractor(List.of(ProfileReader.read(write(PROFILE))));
        assertThat(extractor.links(
                        Jsoup.parse(Files.readString(folder.resolve("s.html")), address.toString()), address))
                .first()
                .isEqualTo(new Link(URI.create("https://www.shop.example/s?q=tea&page=2"), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: [a.example] | did you mean 'hosts'",
                "hosts: [] | a list of hosts",
                "'hosts: [a.example]\npages: [{url: /p, field: {}}]' | unknown key 'field' in 'pages[0]'; did you mean 'fields'",
                "'hosts: [a.example]\npages: [{url: /p, fields: {titles: h1}}]' | did you mean 'title'",
                "'hosts: [a.example]\npages: [{url: /p, fields: {title: \"h1[\"}}]' | expected a CSS selector",
                "'hosts: [a.example]\npages: [{url: /p, fields: {title: {json: name}}}]' | expected a JSON Pointer",
                "'hosts: [a.example]\npages: [{url: /p, fields: {title: {css: a, json: /b}}}]' | either css",
                "'hosts: [a.example]\npages: [{url: p}]' | a path such as",
                "'hosts: [a.example]\npages: [{url: /p, kind: shop}]' | product, list or other",
                "'hosts: [a.example]\npages: [{url: /p, kind: list}]' | where each product",
                "'hosts: [a.example]\ntests: [{file: p.html, url: p}]' | tests[0].url: expected an address",
                "'hosts: [a.example]\ntests: [{file: ../p.html, url: \"https://a.example/\"}]' | beside the profile",
                "'hosts: [' | expected YAML",
            })
    void refused(String yaml, String message) {
        assertThatThrownBy(() -> ProfileCheck.of(write(yaml)))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("shop.profile.yaml")
                .hasMessageContaining(message);
    }
}
