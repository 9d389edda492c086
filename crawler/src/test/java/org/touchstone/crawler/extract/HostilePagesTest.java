package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.touchstone.listing.Listing;

/** Pages that were made to be slow, deep, large or broken. */
class HostilePagesTest {
    private static final URI ADDRESS = URI.create("https://shop.example/list?page=2");
    private static final int SIZE = 5 << 20;
    /** Generous, for machines that do other things beside. */
    private static final Duration MOST = Duration.ofSeconds(15);

    private static List<Offered> read(byte[] body) {
        Document page = PageText.decode(body, "text/html").document(ADDRESS);
        ListingExtractor extractor = new ListingExtractor();
        assertThat(extractor.links(page, ADDRESS)).hasSizeLessThanOrEqualTo(5_000);
        List<Offered> offers = extractor.extract(page, ADDRESS, Instant.EPOCH).offers();
        for (Offered offered : offers) {
            Listing listing = offered.listing();
            assertThat(listing.title()).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
            assertThat(listing.description()).hasSizeLessThanOrEqualTo(20_000);
            assertThat(listing.attributes()).hasSizeLessThanOrEqualTo(61);
            assertThat(offered.images()).hasSizeLessThanOrEqualTo(16);
            listing.texts().values().forEach(text -> assertThat(text).doesNotContain("\u0000"));
        }
        return offers;
    }

    /** The beginning, then a part over and over. */
    private static byte[] page(String start, String part) {
        return (start + part.repeat(SIZE / part.length())).getBytes(StandardCharsets.UTF_8);
    }

    @TestFactory
    List<DynamicTest> pagesThatAreMadeToBeSlow() {
        String product = "<div itemscope itemtype='http://schema.org/Product'>";
        String head = "<title>Kestrel mug</title><h1>Kestrel mug</h1>";
        Map<String, byte[]> pages = new TreeMap<>();
        pages.put("deep elements", page(head, "<div>"));
        pages.put("deep spans with texts", page(head, "<span class=price>1 "));
        pages.put("deep properties", page(product, "<b itemprop=name>x"));
        pages.put("deep items", page("", "<div itemscope itemprop=offers itemtype='http://schema.org/Product'>"));
        pages.put("many items", page("", product + "<b itemprop=name>x</b></div>"));
        pages.put(
                "items that refer to one",
                page("<div id=a itemprop=name>x</div>", "<div itemscope itemref='a a a a a'></div>"));
        pages.put("rdfa deep", page("", "<div typeof=Product property=offers>"));
        pages.put("rdfa wide", page("", "<div typeof=Product><i property=name>x</i></div>"));
        pages.put("json deep", page("<script type='application/ld+json'>", "["));
        pages.put("json deep objects", page("<script type='application/ld+json'>", "{\"a\":"));
        pages.put(
                "json wide",
                page("<script type='application/ld+json'>[", "{\"@type\":\"Product\",\"name\":\"x\",\"sku\":\"1\"},"));
        pages.put(
                "json title",
                page("<script type='application/ld+json'>{\"@type\":\"Product\",\"sku\":1,\"name\":\"", "茶<"));
        pages.put(
                "json entities",
                page("<script type='application/ld+json'>{\"@type\":\"Product\",\"sku\":1,\"name\":\"", "&amp;"));
        pages.put(
                "json graph of one id",
                page("<script type='application/ld+json'>[", "{\"@id\":\"a\",\"b\":{\"@id\":\"a\"}},"));
        pages.put("json numbers", page("<script type='application/ld+json'>{\"price\":", "9"));
        pages.put(
                "json variants",
                page(
                        "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"x\",\"hasVariant\":[",
                        "{\"sku\":\"1\",\"name\":\"x\"},"));
        pages.put("script strings", page("<script>var a = [", "\"\\\\\",'"));
        pages.put("script braces", page("<script>a=", "{a:{b:[("));
        pages.put("script held json", page("<script>a='", "{\\\"a\\\":\\\"[{"));
        pages.put("script slashes", page("<script>", "=/[/"));
        pages.put("script templates", page("<script>", "`${a}"));
        pages.put("script blanks", page("<script>return", " "));
        pages.put("state objects", page(head + "<script>a=[", "{\"name\":\"Kestrel mug\",\"price\":1},"));
        pages.put("state deep", page(head + "<script>a=", "{\"product\":{\"name\":\"Kestrel mug\",\"price\":"));
        pages.put(
                "state variants",
                page(head + "<script>a=", "[{\"variants\":[{\"id\":1,\"title\":\"x\"},{\"id\":2,\"title\":\"y\"}]},"));
        pages.put(
                "attributes with json",
                page(head, "<i data-a='{\"name\":\"Kestrel mug\",\"price\":\"1\",\"a\":1}'></i>"));
        pages.put("one attribute", page(head + "<i data-a='[", "{\"a\":["));
        pages.put("many attributes", page(head + "<i ", "a=b "));
        pages.put("classes", page(head + "<p class='", "price-"));
        pages.put("styles", page(head + "<p style='", "display "));
        pages.put("labels", page(head, "<p>SKU: 1</p>"));
        pages.put("label texts", page(head + "<p>", "sku "));
        pages.put("prices", page(head, "<b class=price>¥1</b>"));
        pages.put("prices formerly", page(head, "<b class='old price'>¥1</b>"));
        pages.put("digits", page(head + "<b class=price>", "1 "));
        pages.put("nested prices", page(head, "<b class=price>¥"));
        pages.put("deleted", page(product, "<b itemprop=name><del>x</del>"));
        pages.put("buttons", page(head, "<button class=buy>加入购物车</button>"));
        pages.put("nested buttons", page(head, "<div class=buy-btn>购"));
        pages.put("said", page(head, "<p class=stock>无货</p>"));
        pages.put("cards", page(head + "<ul>", "<li class=card><a href=/x>无货</a></li>"));
        pages.put("choices", page(head + "<ul>", "<li data-value='1:2'>x"));
        pages.put("headings", page("", "<h1>x</h1>"));
        pages.put("deep headings", page("", "<h1>Kestrel mug"));
        pages.put("title", page("<title>", "x"));
        pages.put("metas", page("", "<meta property='og:title' content='x'>"));
        pages.put("meta charset", page("<meta charset=", " "));
        pages.put("html tags", page("", "<html lang"));
        pages.put("comments", page("", "<!--"));
        pages.put("unclosed tables", page("", "<table><a>"));
        pages.put("formatting", "<b><i><a href=x><p>".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        pages.put("links", page("", "<a href='/list?page=3'>下一页</a>"));
        pages.put("links of many", page("", "<a rel=next href='?page=" + "1".repeat(1_000) + "'></a>"));
        pages.put(
                "srcset",
                page("<div itemscope itemtype='http://schema.org/Product'><img itemprop=image srcset='", "a 1w, "));
        pages.put("noise", noise());
        pages.put("gbk noise", page("<meta charset=gbk>", "\u00ff\u0080"));
        return pages.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    long start = System.nanoTime();
                    read(entry.getValue());
                    Duration took = Duration.ofNanos(System.nanoTime() - start);
                    if (took.compareTo(Duration.ofMillis(1_500)) > 0) {
                        System.out.println("slow: " + entry.getKey() + " " + took.toMillis() + " ms");
                    }
                    assertThat(took).isLessThan(MOST);
                }))
                .toList();
    }

    private static byte[] noise() {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(
                        "<div itemscope itemtype='http://schema.org/Product'>",
                        "<b itemprop=name>",
                        "<i itemprop=offers itemscope>",
                        "</b>",
                        "</div>",
                        "<del>",
                        "<script type='application/ld+json'>",
                        "<script>var a = ",
                        "</script>",
                        "{\"@type\":\"Product\",\"name\":\"x\",",
                        "\"offers\":[{\"sku\":\"1\",\"price\":",
                        "\"hasVariant\":[{\"sku\":1},",
                        "{\"variants\":[{\"id\":1,\"title\":\"a\",\"price\":5,\"option1\":\"b\"},",
                        "\"skuBase\":{\"skus\":[{\"propPath\":\"1:2;",
                        "]",
                        "}",
                        "[",
                        "{",
                        "\"",
                        "'",
                        ":",
                        ",",
                        "\\",
                        "<h1>x 茶</h1>",
                        "<title>x 茶</title>",
                        "<p class=price>¥1.2万 - </p>",
                        "<button disabled>",
                        "加入购物车",
                        "<p class=stock>Only 0 left",
                        "<a rel=next href='?page=",
                        "3'>",
                        "<img srcset='a 2x,",
                        "<meta property='og:price:amount' content='",
                        "<span typeof=Product property=name>",
                        "&lt;",
                        "\u0000",
                        "\ud83d",
                        "<!--",
                        "<template>",
                        "<dialog>",
                        "<select><option>",
                        "<li data-value='1:2' title=",
                        "<i data-product_variations='[{\"variation_id\":1,")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1_500)
    void soupOfParts(@ForAll("soup") String html) {
        read(html.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void bytesOfAnyKind(@ForAll byte[] bytes) {
        read(bytes);
    }
}
