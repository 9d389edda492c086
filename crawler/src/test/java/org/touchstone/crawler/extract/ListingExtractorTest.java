package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.touchstone.listing.Listing;

class ListingExtractorTest {
    private static final URI ADDRESS = URI.create("https://www.shop.example/p/7");
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final ListingExtractor EXTRACTOR = new ListingExtractor();

    private static Extraction extract(String html) {
        return EXTRACTOR.extract(Jsoup.parse(html, ADDRESS.toString()), ADDRESS, AT);
    }

    private static Extraction jsonLd(String json) {
        return extract("<script type='application/ld+json'>" + json + "</script>");
    }

    private static Listing only(Extraction extraction) {
        assertThat(extraction.offers()).hasSize(1);
        return extraction.offers().getFirst().listing();
    }

    @Test
    void extractJsonLd() {
        Extraction found = jsonLd("""
                {"@context": "https://schema.org", "@type": "Product", "name": "奥若丽 手提包 米色", "sku": "A-17",
                 "gtin13": "690 0000 000017", "description": "<p>头层牛皮&nbsp;<b>手工</b></p><script>alert(1)<\\/script>",
                 "brand": {"@type": "Brand", "name": "AURORIS 奥若丽"}, "category": "箱包 > 手提包",
                 "image": ["/i/1.jpg", {"@type": "ImageObject", "contentUrl": "https://cdn.example/2.jpg"}],
                 "additionalProperty": [{"@type": "PropertyValue", "name": "材质", "value": "牛皮"}],
                 "offers": {"@type": "Offer", "price": "1,299.00", "priceCurrency": "CNY",
                   "availability": "https://schema.org/InStock", "itemCondition": "https://schema.org/NewCondition",
                   "seller": {"@type": "Organization", "identifier": "s9", "name": "云上箱包",
                     "address": {"addressLocality": "广州"}}}}""");
        assertThat(found.syntax()).isEqualTo("json-ld");
        Listing listing = only(found);
        assertThat(listing.id()).isEqualTo("shop.example:A-17");
        assertThat(listing.url()).isEqualTo(ADDRESS.toString());
        assertThat(listing.title()).isEqualTo("奥若丽 手提包 米色");
        assertThat(listing.description()).isEqualTo("头层牛皮 手工");
        assertThat(listing.brand()).isEqualTo("AURORIS 奥若丽");
        assertThat(listing.category()).isEqualTo("箱包 > 手提包");
        assertThat(listing.price().amount()).isEqualByComparingTo("1299");
        assertThat(listing.price().currency()).isEqualTo("CNY");
        assertThat(listing.condition()).isEqualTo("new");
        assertThat(listing.seller()).isEqualTo(new org.touchstone.listing.Seller("s9", "云上箱包", "广州"));
        assertThat(listing.attributes())
                .containsEntry("sku", "A-17")
                .containsEntry("gtin", "6900000000017")
                .containsEntry("availability", "InStock")
                .containsEntry("材质", "牛皮");
        assertThat(found.offers().getFirst().images())
                .containsExactly(
                        URI.create("https://www.shop.example/i/1.jpg"), URI.create("https://cdn.example/2.jpg"));
    }

    @Test
    void extractGraphWithReferences() {
        Listing listing = only(jsonLd("""
                {"@context": "https://schema.org", "@graph": [
                  {"@type": "WebPage", "name": "page"},
                  {"@type": ["Product", "Thing"], "name": "Kestrel mug", "brand": {"@id": "#brand"}, "offers": {"@id": "#o"}},
                  {"@type": "Brand", "@id": "#brand", "name": "KESTREL & PINE"},
                  {"@type": "http://schema.org/Offer", "@id": "#o", "price": 12.5, "priceCurrency": "GBP"},
                  {"@type": "BreadcrumbList", "itemListElement": [
                    {"@type": "ListItem", "name": "Home"}, {"@type": "ListItem", "item": {"name": "Mugs"}},
                    {"@type": "ListItem", "name": "Kestrel mug"}]}]}"""));
        assertThat(listing.brand()).isEqualTo("KESTREL & PINE");
        assertThat(listing.category()).isEqualTo("Home > Mugs");
        assertThat(listing.price().amount()).isEqualByComparingTo("12.5");
        assertThat(listing.id()).startsWith("shop.example:").hasSize("shop.example:".length() + 16);
    }

    @Test
    void extractBrokenJson() {
        Listing listing = only(jsonLd("""
                <!-- {"@type": "Product", /* shop */ 'name': "NUVIMO
                case", "offers": {"price": "19,90 €",}, } -->"""));
        assertThat(listing.title()).isEqualTo("NUVIMO case");
        assertThat(listing.price().amount()).isEqualByComparingTo("19.90");
    }

    @Test
    void extractEntitiesInJson() {
        assertThat(only(jsonLd(
                                "{&quot;@type&quot;: &quot;Product&quot;, &quot;name&quot;: &quot;a&quot;, &quot;sku&quot;: 7}"))
                        .id())
                .isEqualTo("shop.example:7");
    }

    @Test
    void extractFromTheOtherSyntaxWhenJsonIsBeyondRepair() {
        Extraction found = extract(
                "<script type='application/ld+json'>{\"@type\": \"Product\" \"name\" oops</script>"
                        + "<div itemscope itemtype='https://schema.org/Product'><b itemprop=name>隼松 马克杯</b>"
                        + "<span itemprop=offers itemscope itemtype='https://schema.org/Offer'><i itemprop=price>¥59</i></span></div>");
        assertThat(found.syntax()).isEqualTo("microdata");
        assertThat(only(found).title()).isEqualTo("隼松 马克杯");
    }

    @Test
    void extractMicrodata() {
        Extraction found = extract("""
                <div itemscope itemtype="http://schema.org/Product" itemref="more">
                  <h1 itemprop="name">山隐茶 <em>白毫</em> 50 g</h1><img itemprop="image" src="/t.png">
                  <meta itemprop="sku" content="T 50">
                  <div itemprop="brand" itemscope itemtype="http://schema.org/Brand"><b itemprop="name">山隐茶 SHANYIN</b></div>
                  <div itemprop="offers" itemscope itemtype="http://schema.org/Offer">
                    <span itemprop="priceCurrency" content="CNY">¥</span><span itemprop="price" content="128.00">128</span>
                    <link itemprop="availability" href="http://schema.org/OutOfStock"></div>
                  <div itemprop="isRelatedTo" itemscope itemtype="http://schema.org/Product"><b itemprop="name">other</b></div>
                </div><p id="more"><span itemprop="description">高山白茶</span></p>""");
        assertThat(found.syntax()).isEqualTo("microdata");
        Listing listing = only(found);
        assertThat(listing.id()).isEqualTo("shop.example:T_50");
        assertThat(listing.title()).isEqualTo("山隐茶 白毫 50 g");
        assertThat(listing.brand()).isEqualTo("山隐茶 SHANYIN");
        assertThat(listing.description()).isEqualTo("高山白茶");
        assertThat(listing.price().amount()).isEqualByComparingTo("128");
        assertThat(listing.attributes()).containsEntry("availability", "OutOfStock");
        assertThat(found.offers().getFirst().images()).containsExactly(URI.create("https://www.shop.example/t.png"));
    }

    @Test
    void extractOpenGraph() {
        Extraction found = extract("""
                <meta property="og:type" content="product"><meta property="og:title" content="Nuvimo earbuds">
                <meta property="og:image" content="//cdn.example/e.webp"><meta property="product:price:amount" content="39.00">
                <meta property="product:price:currency" content="USD"><meta property="product:brand" content="NUVIMO">
                <meta property="product:availability" content="in stock"><meta property="product:retailer_item_id" content="e1">""");
        assertThat(found.syntax()).isEqualTo("opengraph");
        Listing listing = only(found);
        assertThat(listing.id()).isEqualTo("shop.example:e1");
        assertThat(listing.brand()).isEqualTo("NUVIMO");
        assertThat(listing.price().currency()).isEqualTo("USD");
        assertThat(found.offers().getFirst().images()).containsExactly(URI.create("https://cdn.example/e.webp"));
    }

    @Test
    void extractFillsGapsFromOtherSyntaxes() {
        Listing listing = only(
                extract(
                        "<meta property='og:type' content='product'><meta property='og:title' content='x'>"
                                + "<meta property='product:brand' content='AURORIS'>"
                                + "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"Bag\",\"offers\":{\"price\":5}}</script>"));
        assertThat(listing.title()).isEqualTo("Bag");
        assertThat(listing.brand()).isEqualTo("AURORIS");
    }

    @Test
    void extractSeveralProducts() {
        Extraction found = jsonLd("""
                [{"@type": "Product", "name": "a", "sku": "1", "offers": {"price": "1"}},
                 {"@type": "Product", "name": "b", "sku": "2", "offers": {"price": "2"}},
                 {"@type": "Product", "name": "c", "url": "/p/9", "offers": {"price": "3"}}]""");
        assertThat(found.offers().stream().map(o -> o.listing().id()).toList())
                .startsWith("shop.example:1", "shop.example:2")
                .hasSize(3);
        assertThat(found.offers().stream().map(Offered::own)).containsExactly(true, true, false);
    }

    @Test
    void extractOfferWithItem() {
        Listing listing = only(jsonLd("{\"@type\":\"Offer\",\"price\":\"9\",\"priceCurrency\":\"EUR\","
                + "\"itemOffered\":{\"@type\":\"Product\",\"name\":\"Anvil\",\"brand\":\"K\"}}"));
        assertThat(listing.title()).isEqualTo("Anvil");
        assertThat(listing.price().currency()).isEqualTo("EUR");
    }

    @Test
    void extractListOfLinksGivesNone() {
        assertThat(jsonLd("""
                {"@type": "ItemList", "itemListElement": [
                  {"@type": "ListItem", "position": 1, "url": "/p/1", "name": "AURORIS bag"},
                  {"@type": "ListItem", "position": 2, "item": {"@type": "Product", "name": "AURORIS shoe", "url": "/p/2"}}]}""")).isEqualTo(new Extraction("none", List.of()));
    }

    @Test
    void extractPageWithNothing() {
        assertThat(extract("<h1>About us</h1>").offers()).isEmpty();
    }

    @Test
    void extractScriptInEveryField() {
        String evil =
                "<script>alert(1)</script>\\u0000<img src=x onerror=alert(2)>&lt;script&gt;alert(3)&lt;/script&gt;K";
        Listing listing = only(jsonLd("{\"@type\":\"Product\",\"name\":\"" + evil.replace("</script>", "<\\/script>")
                + "\",\"sku\":\"" + evil.replace("</script>", "<\\/script>")
                + "\",\"brand\":\"<b onclick=x>AURORIS</b>\","
                + "\"offers\":{\"price\":\"<b>7</b>\"}}"));
        for (String text : List.of(
                listing.title(), listing.id(), listing.brand(), listing.texts().toString())) {
            assertThat(text).doesNotContain("<").doesNotContain("alert").doesNotContain("\u0000");
        }
        assertThat(listing.title()).endsWith("K");
        assertThat(listing.brand()).isEqualTo("AURORIS");
    }

    @Test
    void extractHugeTitleAndDepth() {
        Listing listing = only(jsonLd("{\"@type\":\"Product\",\"sku\":1,\"name\":\"" + "茶".repeat(300_000) + "\"}"));
        assertThat(listing.title()).hasSize(1000);
        assertThat(jsonLd("[".repeat(100_000)).offers()).isEmpty();
        assertThat(extract("<div itemscope itemprop=a>".repeat(20_000)).offers())
                .isEmpty();
    }

    @Test
    void extractMicrodataInACircleEnds() {
        assertThat(extract("<div id=a itemscope itemtype='http://schema.org/Product' itemref='b'></div>"
                                + "<div id=b itemprop=x itemscope itemref='b b b b b b'><i itemprop=y>"
                                + "<b>z</b>".repeat(100))
                        .offers())
                .isEmpty();
    }

    @Test
    void extractUnderBaseElement() {
        Extraction found = extract("<base href='https://cdn.example/shop/'><script type='application/ld+json'>"
                + "{\"@type\":\"Product\",\"name\":\"a\",\"sku\":1,\"image\":\"i.png\"}</script>");
        assertThat(found.offers().getFirst().images()).containsExactly(URI.create("https://cdn.example/shop/i.png"));
    }

    @Property(tries = 200)
    void extractOfAnythingThrowsNothing(@ForAll String text) {
        jsonLd("{\"@type\":\"Product\",\"name\":\"" + text + "\",\"sku\":\"1\",\"url\":\"" + text + "\"}");
        extract("<div itemscope itemtype='http://schema.org/Product' itemref='" + text + "'><b itemprop='name'>"
                + text);
    }
}
