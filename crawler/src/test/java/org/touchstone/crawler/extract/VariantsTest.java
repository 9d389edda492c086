package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;

/** Products that are sold in several forms are one listing. */
class VariantsTest {
    private static final URI ADDRESS = URI.create("https://shop.example/p/7");

    private static Offered only(String html) {
        List<Offered> offers = new ListingExtractor()
                .extract(
                        PageText.decode(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
                                .document(ADDRESS),
                        ADDRESS,
                        Instant.EPOCH)
                .offers();
        assertThat(offers).hasSize(1);
        return offers.getFirst();
    }

    private static JsonNode json(Listing listing) {
        return Formats.LISTING.write(listing);
    }

    @Test
    void productGroup() {
        Offered offered = only("""
                <script type="application/ld+json">
                {"@type": "ProductGroup", "name": "Kestrel mug", "productGroupID": "KM", "brand": "KESTREL & PINE",
                 "image": "/i/0.jpg", "hasVariant": [
                  {"@type": "Product", "sku": "KM-B", "name": "Kestrel mug, blue", "color": "blue", "gtin13": "690 0000 000017",
                   "image": "/i/b.jpg", "offers": {"price": "18.00", "priceCurrency": "GBP", "availability": "https://schema.org/OutOfStock"}},
                  {"@type": "Product", "sku": "KM-R", "name": "Kestrel mug, red (like AURORIS)", "color": "red",
                   "image": {"url": "/i/r.jpg"}, "offers": {"price": "12.50", "priceCurrency": "GBP"}}]}</script>""");
        Listing listing = offered.listing();
        assertThat(listing.price().amount()).isEqualByComparingTo("12.50");
        JsonNode node = json(listing);
        assertThat(node.path("lowPrice").asText()).isEqualTo("12.50");
        assertThat(node.path("highPrice").asText()).isEqualTo("18.00");
        assertThat(node.path("variants")).hasSize(2);
        assertThat(node.path("variants").path(0).toString())
                .isEqualTo("{\"sku\":\"KM-B\",\"gtin\":\"6900000000017\",\"name\":\"Kestrel mug, blue\","
                        + "\"attributes\":{\"color\":\"blue\"},\"price\":{\"amount\":\"18.00\",\"currency\":\"GBP\"},"
                        + "\"availability\":\"OutOfStock\",\"image\":\"https://shop.example/i/b.jpg\"}");
        assertThat(listing.texts().get("attributes.variants")).contains("like AURORIS");
        assertThat(offered.origins().get("attributes.variants").path()).isEqualTo("/hasVariant");
        assertThat(offered.images())
                .containsExactly(
                        URI.create("https://shop.example/i/0.jpg"),
                        URI.create("https://shop.example/i/b.jpg"),
                        URI.create("https://shop.example/i/r.jpg"));
    }

    @Test
    void offersWithKeys() {
        Listing listing = only("""
                <script type="application/ld+json">
                {"@type": "Product", "name": "Kestrel mug", "offers": [
                  {"@type": "Offer", "sku": "A", "name": "large", "price": 20, "priceCurrency": "EUR"},
                  {"@type": "Offer", "sku": "B", "name": "small", "price": 15, "priceCurrency": "EUR"}]}</script>""").listing();
        assertThat(listing.price().amount()).isEqualByComparingTo("15");
        assertThat(listing.attributes()).containsEntry("variants", "large | small");
    }

    @Test
    void offersOfSellersAreNoVariants() {
        Listing listing = only("""
                <script type="application/ld+json">
                {"@type": "Product", "name": "Kestrel mug", "offers": [
                  {"@type": "Offer", "price": 20, "priceCurrency": "EUR", "seller": {"name": "a"}},
                  {"@type": "Offer", "price": 15, "priceCurrency": "EUR", "seller": {"name": "b"}}]}</script>""").listing();
        assertThat(listing.price().amount()).isEqualByComparingTo("20");
        assertThat(listing.other()).isEmpty();
    }

    @Test
    void productsOfOneGroup() {
        Listing listing = only("""
                <script type="application/ld+json">[
                {"@type": "Product", "name": "Kestrel mug S", "sku": "S", "size": "S", "inProductGroupWithID": "KM",
                 "isVariantOf": {"@type": "ProductGroup", "name": "Kestrel mug"}, "offers": {"price": 9, "priceCurrency": "EUR"}},
                {"@type": "Product", "name": "Kestrel mug L", "sku": "L", "size": "L", "inProductGroupWithID": "KM",
                 "offers": {"price": 8, "priceCurrency": "EUR"}}]</script>""").listing();
        assertThat(listing.title()).isEqualTo("Kestrel mug");
        assertThat(listing.price().amount()).isEqualByComparingTo("8");
        assertThat(json(listing).path("variants")).hasSize(2);
    }

    @Test
    void shopify() {
        Offered offered = only("""
                <html lang="en-GB"><title>Kestrel mug</title><h1>Kestrel mug</h1>
                <script type="application/json" data-product-json>
                {"id": 7, "title": "Kestrel mug", "handle": "mug", "price": 1250, "vendor": "KESTREL & PINE", "available": true,
                 "options": ["Colour", "Size"], "variants": [
                  {"id": 1, "title": "Blue / S", "option1": "Blue", "option2": "S", "sku": "KM-1", "price": 1250, "available": true,
                   "featured_image": {"src": "//cdn.example/blue.jpg"}, "barcode": "6900000000017"},
                  {"id": 2, "title": "Red / S", "option1": "Red", "option2": "S", "sku": "KM-2", "price": 1999, "available": false}]}
                </script><script>var other = {"product": {"title": "Anvil", "variants": [{"id":1,"title":"x"},{"id":2,"title":"y"},{"id":3,"title":"z"}]}}</script>""");
        JsonNode node = json(offered.listing());
        assertThat(offered.listing().price().amount()).isEqualByComparingTo("12.50");
        assertThat(node.path("highPrice").asText()).isEqualTo("19.99");
        assertThat(node.path("variants").path(1).path("attributes").toString())
                .isEqualTo("{\"Colour\":\"Red\",\"Size\":\"S\"}");
        assertThat(node.path("variants").path(1).path("availability").asText()).isEqualTo("OutOfStock");
        assertThat(node.path("variants").path(0).path("gtin").asText()).isEqualTo("6900000000017");
        assertThat(offered.listing().attributes()).containsEntry("variants", "Blue / S | Red / S");
        assertThat(offered.images()).containsExactly(URI.create("https://cdn.example/blue.jpg"));
    }

    @Test
    void wooCommerce() {
        Listing listing = only("""
                <html lang="de-DE"><title>Kestrel mug</title><h1>Kestrel mug</h1><p class=price>10,00 €</p>
                <form class="variations_form" data-product_variations="[{&quot;attributes&quot;:{&quot;attribute_pa_farbe&quot;:&quot;rot&quot;},
                &quot;display_price&quot;:10,&quot;image&quot;:{&quot;full_src&quot;:&quot;/i/rot.jpg&quot;},&quot;is_in_stock&quot;:true,&quot;sku&quot;:&quot;R&quot;,&quot;variation_id&quot;:1},
                {&quot;attributes&quot;:{&quot;attribute_pa_farbe&quot;:&quot;blau&quot;},&quot;display_price&quot;:12.5,&quot;is_in_stock&quot;:false,&quot;sku&quot;:&quot;B&quot;,&quot;variation_id&quot;:2}]">
                <button>In den Warenkorb</button></form>""").listing();
        JsonNode node = json(listing);
        assertThat(listing.price().amount()).isEqualByComparingTo("10");
        assertThat(node.path("variants").path(0).path("attributes").toString()).isEqualTo("{\"farbe\":\"rot\"}");
        assertThat(node.path("variants").path(1).path("availability").asText()).isEqualTo("OutOfStock");
        assertThat(node.path("highPrice").asText()).isEqualTo("12.5");
    }

    @Test
    void taobao() {
        Listing listing = only("""
                <html lang="zh-CN"><title>山隐茶 白毫</title><h1>山隐茶 白毫</h1><script>window.__ICE_APP_DATA__ = {"item": {"title": "山隐茶 白毫", "itemId": "88"},
                "skuBase": {"skus": [{"skuId": "1", "propPath": "1627207:1;20509:5"}, {"skuId": "2", "propPath": "1627207:2;20509:5"}],
                  "props": [{"pid": "1627207", "name": "颜色分类", "values": [{"vid": "1", "name": "红罐 同款NUVIMO", "image": "//img.alicdn.com/r.jpg"}, {"vid": "2", "name": "蓝罐"}]},
                            {"pid": "20509", "name": "净含量", "values": [{"vid": "5", "name": "50g"}]}]},
                "skuCore": {"sku2info": {"0": {"quantity": "9"}, "1": {"quantity": "0", "price": {"priceText": "128", "priceMoney": "12800"}},
                  "2": {"quantity": "7", "price": {"priceText": "118.5"}}}}};</script>""").listing();
        JsonNode node = json(listing);
        assertThat(listing.price().amount()).isEqualByComparingTo("118.5");
        assertThat(node.path("variants").path(0).path("name").asText()).isEqualTo("红罐 同款NUVIMO / 50g");
        assertThat(node.path("variants").path(0).path("image").asText()).isEqualTo("https://img.alicdn.com/r.jpg");
        assertThat(node.path("variants").path(0).path("availability").asText()).isEqualTo("OutOfStock");
        assertThat(listing.texts().get("attributes.variants")).contains("同款NUVIMO");
    }

    @Test
    void taobaoWithNamesInTheButtons() {
        JsonNode node = json(only("""
                <html lang="zh-CN"><title>山隐茶 白毫</title><h1>山隐茶 白毫</h1><div class=price>¥118</div>
                <ul data-property="颜色分类"><li data-value="1627207:1"><a><span>红罐</span></a></li><li data-value="1627207:2"><a><span>蓝罐</span></a></li></ul>
                <button>立即购买</button><script>Hub.config.set('sku', {valItemInfo: {skuMap: {";1627207:1;": {"price": "128.00", "stock": "2", "skuId": "11"},
                ";1627207:2;": {"price": "118.00", "stock": "0", "skuId": "12"}}}});</script>""").listing());
        assertThat(node.path("variants").path(1).toString())
                .isEqualTo("{\"sku\":\"12\",\"name\":\"蓝罐\",\"attributes\":{\"颜色分类\":\"蓝罐\"},"
                        + "\"price\":{\"amount\":\"118.00\",\"currency\":\"\"},\"availability\":\"OutOfStock\"}");
    }

    @Test
    void alibabaAndJd() {
        JsonNode alibaba = json(only("""
                <html lang="zh-CN"><title>山隐茶 白毫</title><h1>山隐茶 白毫</h1><div class=price>¥8.5</div><button>立即购买</button>
                <script>var d = {"skuModel": {"skuProps": [{"prop": "颜色", "value": [{"name": "红", "imageUrl": "//cbu.example/r.jpg"}, {"name": "蓝"}]}],
                "skuInfoMap": {"红&gt;大": {"skuId": 1, "discountPrice": "8.50", "canBookCount": 3}, "蓝&gt;大": {"skuId": 2, "price": "9.00", "canBookCount": 0}}}};</script>""").listing());
        assertThat(alibaba.path("variants").path(0).path("name").asText()).isEqualTo("红 / 大");
        assertThat(alibaba.path("variants").path(0).path("image").asText()).isEqualTo("https://cbu.example/r.jpg");
        assertThat(alibaba.path("highPrice").asText()).isEqualTo("9.00");
        Listing jd = only("""
                <html lang="zh-CN"><title>山隐茶 白毫</title><h1>山隐茶 白毫</h1><div class=price>¥8.5</div><button>加入购物车</button>
                <script>var pageConfig = {product: {skuid: 100, name: '山隐茶 白毫', colorSize: [{"skuId": 100, "颜色": "红罐"}, {"skuId": 101, "颜色": "蓝罐"}]}};</script>""").listing();
        assertThat(jd.attributes()).containsEntry("variants", "红罐 | 蓝罐");
    }

    @Test
    void variantsOfHostilePages() {
        String one = "{\"id\":1,\"title\":\"<script>alert(1)<\\/script>" + "茶".repeat(5_000) + "\",\"price\":\"1\"},";
        Listing listing =
                only("<title>Kestrel mug</title><h1>Kestrel mug</h1><p class=price>£5</p><button>add to cart</button>"
                                + "<script>var p = {\"variants\": [" + one.repeat(400) + "]};</script>")
                        .listing();
        assertThat(json(listing).path("variants")).hasSize(100);
        assertThat(listing.attributes().get("variants"))
                .hasSizeLessThanOrEqualTo(4_000)
                .doesNotContain("<");
    }
}
