package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.touchstone.listing.Listing;

/** Products from scripts, and where each field was read. */
class StateTest {
    private static final URI ADDRESS = URI.create("https://www.shop.example/p/7");

    private static Extraction extract(String html) {
        return new ListingExtractor()
                .extract(
                        PageText.decode(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
                                .document(ADDRESS),
                        ADDRESS,
                        Instant.EPOCH);
    }

    @Test
    void nextData() {
        Extraction found = extract("""
                <html lang="en-GB"><title>Kestrel mug | Shop</title><h1>Kestrel mug</h1>
                <script id="__NEXT_DATA__" type="application/json">
                {"props": {"pageProps": {"currency": "GBP", "product": {"id": 88, "sku": "KM-1", "productName": "Kestrel mug",
                  "price": {"current": {"value": 12.5}, "regular": {"value": 20}}, "brandName": "KESTREL & PINE",
                  "inStock": false, "images": [{"url": "/i/1.jpg"}]},
                  "related": [{"id": 89, "title": "Kestrel mug, large", "price": 3}]}}}
                </script>""");
        assertThat(found.syntax()).isEqualTo("state");
        Offered offered = found.offers().getFirst();
        Listing listing = offered.listing();
        assertThat(found.offers()).hasSize(1);
        assertThat(listing.title()).isEqualTo("Kestrel mug");
        assertThat(listing.price().amount()).isEqualByComparingTo("12.5");
        assertThat(listing.price().currency()).isEqualTo("GBP");
        assertThat(listing.brand()).isEqualTo("KESTREL & PINE");
        assertThat(listing.attributes()).containsEntry("sku", "KM-1").containsEntry("availability", "OutOfStock");
        assertThat(offered.images()).containsExactly(URI.create("https://www.shop.example/i/1.jpg"));
        assertThat(offered.origins().get("price"))
                .isEqualTo(new Origin("state", 3, "/props/pageProps/product/price/current/value"));
    }

    @Test
    void listOfProducts() {
        Extraction found = extract("""
                <html lang="zh-CN"><title>手提包 搜索</title><script>
                var g_config = {x: 1};
                g_page_config = {"mods": {"itemlist": {"data": {"auctions": [
                  {"nid": "11", "title": "奥若丽<span class=H>手提包</span>", "view_price": "238.00", "nick": "云上箱包", "pic_url": "//img.example/a.jpg"},
                  {"nid": "12", "title": "NUVIMO 手提包", "view_price": "1.2万", "nick": "小店", "detail_url": "/item/12"}]}}}};
                </script>""");
        assertThat(found.offers()).hasSize(2);
        Listing first = found.offers().getFirst().listing();
        assertThat(first.id()).isEqualTo("shop.example:11");
        assertThat(first.title()).isEqualTo("奥若丽手提包");
        assertThat(first.seller().name()).isEqualTo("云上箱包");
        assertThat(found.offers().get(1).listing().price().amount()).isEqualByComparingTo("12000");
        assertThat(found.offers().get(1).listing().url()).isEqualTo("https://www.shop.example/item/12");
    }

    @Test
    void stateFillsWhatMarkupLeavesOpen() {
        Extraction found = extract("""
                <h1 id=t>AURORIS bag</h1>
                <div itemscope itemtype="https://schema.org/Product"><b itemprop=name>AURORIS bag</b>
                <i itemprop=description>leather</i></div>
                <script>dataLayer.push({'ecommerce': {'currencyCode': 'EUR', 'detail': {'products': [
                  {'name': 'AURORIS bag', 'id': 'A-9', 'price': '129,90', 'brand': 'AURORIS', 'when': new Date()}]}}});</script>""");
        assertThat(found.syntax()).isEqualTo("microdata");
        Offered offered = found.offers().getFirst();
        assertThat(offered.listing().price().amount()).isEqualByComparingTo("129.90");
        assertThat(offered.listing().price().currency()).isEqualTo("EUR");
        assertThat(offered.listing().brand()).isEqualTo("AURORIS");
        assertThat(offered.origins().get("title").syntax()).isEqualTo("microdata");
        assertThat(offered.origins().get("title").line()).isEqualTo(2);
        assertThat(offered.origins().get("brand")).hasToString("state line 4 /ecommerce/detail/products/0/brand");
    }

    @Test
    void currencyShownBesideTheSameAmountIsRight() {
        Extraction found = extract("""
                <title>山隐茶 白毫</title><h1>山隐茶 白毫</h1><span class="goods-price">￥128.00</span>
                <script>fbq('track', 'ViewContent', {content_ids: ['7'], value: 128, currency: 'USD'});</script>""");
        assertThat(found.offers().getFirst().listing().price().currency()).isEqualTo("CNY");
    }

    @Test
    void noProductsInOrdinaryState() {
        assertThat(extract("""
                <title>News</title><h1>News of the day</h1><script>
                window.__INITIAL_STATE__ = {"user": {"name": "Kim", "id": 4}, "menu": [{"title": "Bags", "url": "/b"}]};
                </script>""").offers()).isEmpty();
    }

    @Test
    void shownOnly() {
        Extraction found = extract("""
                <title>隼松 马克杯 - 小店</title><nav><span class=price>¥1</span></nav><h1>隼松 马克杯</h1>
                <div class="product-price"><del>¥99.00</del> <em>¥59.00</em></div>
                <dl><dt>品牌</dt><dd>隼松</dd><dt>货号：</dt><dd>SS-05</dd></dl>
                <button class="btn">加入购物车</button>
                <div class="related-items"><span class=price>¥3.00</span></div>""");
        assertThat(found.syntax()).isEqualTo("text");
        Listing listing = found.offers().getFirst().listing();
        assertThat(listing.title()).isEqualTo("隼松 马克杯");
        assertThat(listing.price().amount()).isEqualByComparingTo("59");
        assertThat(listing.brand()).isEqualTo("隼松");
        assertThat(listing.attributes()).containsEntry("sku", "SS-05").containsEntry("availability", "InStock");
    }

    @Test
    void rdfa() {
        Extraction found = extract("""
                <div vocab="https://schema.org/" typeof="Product"><h1 property="name">NUVIMO case</h1>
                <img property="image" src="/t.jpg" srcset="/s.jpg 200w, /l.jpg 1200w">
                <span property="brand" typeof="Brand"><b property="name">NUVIMO</b></span>
                <p property="offers" typeof="Offer"><meta property="priceCurrency" content="USD">
                <span property="schema:price">1,019.00</span><link property="availability" href="https://schema.org/SoldOut"></p></div>""");
        assertThat(found.syntax()).isEqualTo("rdfa");
        Offered offered = found.offers().getFirst();
        assertThat(offered.listing().brand()).isEqualTo("NUVIMO");
        assertThat(offered.listing().price().amount()).isEqualByComparingTo("1019");
        assertThat(offered.listing().attributes()).containsEntry("availability", "SoldOut");
        assertThat(offered.images()).containsExactly(URI.create("https://www.shop.example/l.jpg"));
    }
}
