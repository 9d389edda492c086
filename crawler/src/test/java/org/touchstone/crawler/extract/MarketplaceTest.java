package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.crawler.fetch.WebAddress;

class MarketplaceTest {
    @ParameterizedTest
    @CsvSource({
        "https://item.taobao.com/item.htm?spm=a1.b2&id=6543210987, taobao:6543210987",
        "https://detail.tmall.com/item.htm?abbucket=3&id=77, tmall:77",
        "https://item.jd.com/100012043978.html, jd:100012043978",
        "https://item.m.jd.com/product/100012043978.html?x=1, jd:100012043978",
        "https://detail.1688.com/offer/610000000001.html, 1688:610000000001",
        "https://mobile.yangkeduo.com/goods.html?goods_id=123456, pinduoduo:123456",
        "https://haohuo.jinritemai.com/views/product/item2?id=3456789012345, douyin:3456789012345",
        "https://www.goofish.com/item?id=9988, xianyu:9988",
        "https://product.suning.com/0000000000/12345.html, suning:12345",
        "https://www.amazon.co.uk/Some-Name/dp/B0ABCDEF12/ref=x, amazon:B0ABCDEF12",
        "https://www.ebay.com/itm/some-name/123456789012?hash=1, ebay:123456789012",
        "https://www.aliexpress.com/item/1005001234567890.html, aliexpress:1005001234567890",
        "https://shopee.sg/Some-name-i.123.456, shopee:123.456",
    })
    void offersHaveTheirKey(String address, String expected) {
        Marketplace.Offer offer = Marketplace.offer(URI.create(address)).orElseThrow();
        assertThat(offer.marketplace() + ":" + offer.key()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.taobao.com/",
        "https://taobao.com.evil.example/item.htm?id=1",
        "https://nottaobao.com/item.htm?id=1",
        "https://shop.example/item.htm?id=1",
        "https://search.jd.com/Search?keyword=1234567",
    })
    void otherAddressesHaveNone(String address) {
        assertThat(Marketplace.offer(URI.create(address))).isEmpty();
    }

    @Property(tries = 200)
    void neverThrows(@ForAll String path) {
        WebAddress.parse("https://item.taobao.com/" + path).ifPresent(Marketplace::offer);
    }

    @Test
    void identityDoesNotHangOnParameters() {
        assertThat(Marketplace.offer(URI.create("https://item.taobao.com/item.htm?id=5&skuId=8")))
                .isEqualTo(Marketplace.offer(URI.create("https://h5.m.taobao.com/awp/core/item.htm?id=5")));
    }
}
