package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SitemapTest {
    private static final URI AT = URI.create("https://shop.example/sitemap.xml");

    private static Sitemap read(String text) {
        return Sitemap.read(text.getBytes(StandardCharsets.UTF_8), AT);
    }

    @Test
    void pagesOfAUrlset() {
        Sitemap map = read("<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
                + "xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'><url><loc> https://shop.example/p/1?a=1&amp;b=2 "
                + "</loc><image:image><image:loc>https://shop.example/i.png</image:loc></image:image></url>"
                + "<url><loc>/p/奥若丽</loc></url></urlset>");
        assertThat(map.pages())
                .extracting(URI::toString)
                .containsExactly(
                        "https://shop.example/p/1?a=1&b=2", "https://shop.example/p/%E5%A5%A5%E8%8B%A5%E4%B8%BD");
        assertThat(map.sitemaps()).isEmpty();
        assertThat(map.flaw()).isEmpty();
    }

    @Test
    void sitemapsOfAnIndex() {
        Sitemap map = read("<sitemapindex><sitemap><loc>https://shop.example/a.xml.gz</loc></sitemap></sitemapindex>");
        assertThat(map.sitemaps()).containsExactly(URI.create("https://shop.example/a.xml.gz"));
    }

    @Test
    void plainTextWithAByteOrderMarkAndPackedXml() throws IOException {
        assertThat(read("\uFEFFhttps://shop.example/1\r\n\r\nhttps://shop.example/2")
                        .pages())
                .hasSize(2);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("<urlset><url><loc>https://shop.example/1</loc></url></urlset>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Sitemap.read(packed.toByteArray(), AT).pages()).hasSize(1);
    }

    @Test
    void entriesOfAFeed() {
        assertThat(read("<feed><link href='/feed'/><entry><link href='/1'/></entry></feed>")
                        .pages())
                .containsExactly(URI.create("https://shop.example/1"));
        assertThat(
                        read("<rss><channel><link>https://shop.example/</link><item><link>https://shop.example/2</link></item>"
                                        + "</channel></rss>")
                                .pages())
                .containsExactly(URI.create("https://shop.example/2"));
    }

    @Test
    void whatStandsBeforeAFlawCountsAndEntitiesOfOthersAreNotRead() {
        Sitemap torn = read("<urlset><url><loc>https://shop.example/1</loc></url><url><loc>https://sh");
        assertThat(torn.pages()).hasSize(1);
        assertThat(torn.flaw()).startsWith("expected a sitemap, found a flaw");
        Sitemap hostile =
                read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>https://a.example/&e;"
                        + "</loc></url></urlset>");
        assertThat(hostile.pages()).noneMatch(page -> page.toString().contains("root"));
    }

    @Property(tries = 300)
    void neverThrows(@ForAll byte[] body) {
        assertThat(Sitemap.read(body, AT)).isNotNull();
    }
}
