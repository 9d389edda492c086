package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "//img.alicdn.com/a/b.jpg_250x250q90.jpg_.webp | //img.alicdn.com/a/b.jpg",
                "//gw.alicdn.com/a/b.png_.webp | //gw.alicdn.com/a/b.png",
                "https://img.alicdn.com/a/b.jpg_60x60.jpg | https://img.alicdn.com/a/b.jpg",
                "https://img.alicdn.com/a/b_!!123.jpg_Q75.jpg_.avif | https://img.alicdn.com/a/b_!!123.jpg",
                "https://cbu01.alicdn.com/img/ibank/1.220x220.jpg | https://cbu01.alicdn.com/img/ibank/1.jpg",
                "https://pic.shop.example/x/9.jpg_400x400q90.jpg_.webp | https://pic.shop.example/x/9.jpg",
                "https://img10.360buyimg.com/n5/s54x54_jfs/t1/a.jpg | https://img10.360buyimg.com/n0/jfs/t1/a.jpg",
                "https://img10.360buyimg.com/n1/jfs/t1/a.jpg!q70.jpg.webp | https://img10.360buyimg.com/n0/jfs/t1/a.jpg",
                "https://img10.360buyimg.com/n12/jfs/t1/a.jpg.dpg | https://img10.360buyimg.com/n0/jfs/t1/a.jpg",
                "https://cdn.shopify.com/s/files/1/p_300x300.png?v=1 | https://cdn.shopify.com/s/files/1/p.png?v=1",
                "//shop.example/cdn/shop/products/p_small.jpg?v=1 | //shop.example/cdn/shop/products/p.jpg?v=1",
                "//shop.example/cdn/shop/files/p_300x_crop_center@2x.jpg | //shop.example/cdn/shop/files/p.jpg",
                "https://shop.example/cdn/shop/files/p.jpg?v=1&width=360 | https://shop.example/cdn/shop/files/p.jpg?v=1",
                "https://m.media-amazon.com/images/I/71a.b-c._SL75_.jpg | https://m.media-amazon.com/images/I/71a.b-c.jpg",
                "https://m.media-amazon.com/images/I/71a._AC_SX300_SY300_QL70_FMwebp_.jpg | https://m.media-amazon.com/images/I/71a.jpg",
                "https://i.ebayimg.com/images/g/x/s-l225.jpg | https://i.ebayimg.com/images/g/x/s-l1600.jpg",
                "https://i.etsystatic.com/1/r/il/a/2/il_340x270.2_b.jpg | https://i.etsystatic.com/1/r/il/a/2/il_fullxfull.2_b.jpg",
                "https://shop.example/wp-content/uploads/2026/01/mug-300x300.jpg | https://shop.example/wp-content/uploads/2026/01/mug.jpg",
                "https://shop.example/image/cache/catalog/mug-228x228.jpg | https://shop.example/image/catalog/mug.jpg",
                "https://shop.example/media/catalog/product/cache/1/image/700x/0123456789abcdef0123456789abcdef/m/u/mug.jpg | https://shop.example/media/catalog/product/m/u/mug.jpg",
                "https://res.cloudinary.example/shop/image/upload/w_200,h_200,c_fill/v17/mug.jpg | https://res.cloudinary.example/shop/image/upload/v17/mug.jpg",
                "https://oss.example/a.jpg?x-oss-process=image/resize,w_200/format,webp | https://oss.example/a.jpg",
                "https://oss.example/a.jpg?v=2&x-oss-process=image/resize,w_200 | https://oss.example/a.jpg?v=2",
                "https://img.pddpic.example/a.jpeg?imageView2/2/w/1300/q/80 | https://img.pddpic.example/a.jpeg",
                "https://q.example/a.jpg?imageMogr2/thumbnail/400x%7CimageView2/2/w/200 | https://q.example/a.jpg",
                "https://up.example/a.jpg!thumb | https://up.example/a.jpg",
                "https://up.example/a.png!200x200 | https://up.example/a.png",
                "https://d.example/on/demandware/mug.jpg?sw=200&sh=200&sm=fit | https://d.example/on/demandware/mug.jpg?sm=fit",
                "https://i.example/mug.jpg?w=200&h=300 | https://i.example/mug.jpg",
            })
    void fullSize(String given, String whole) {
        assertThat(Pictures.fullSize(given)).isEqualTo(whole);
        assertThat(Pictures.fullSize(whole)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/a_1.jpg",
                "https://shop.example/a-300x300.jpg",
                "https://shop.example/show?id=7&w=200",
                "https://shop.example/a.jpg?token=abc",
                "https://shop.example/a_small.jpg",
                "data:image/png;base64,AAAA",
                "",
            })
    void fullSizeOfOthers(String address) {
        assertThat(Pictures.fullSize(address)).isEqualTo(address);
    }

    @Test
    void source() {
        assertThat(Pictures.source(
                        Jsoup.parse("<img src=s.jpg data-zoom-image=z.jpg>").selectFirst("img")))
                .isEqualTo("z.jpg");
        assertThat(Pictures.source(
                        Jsoup.parse("<img src=s.gif data-lazyload=l.jpg>").selectFirst("img")))
                .isEqualTo("l.jpg");
        assertThat(Pictures.source(Jsoup.parse("<img src=s.jpg srcset='a.jpg 1x, b.jpg 2x'>")
                        .selectFirst("img")))
                .isEqualTo("b.jpg");
        assertThat(Pictures.source(
                        Jsoup.parse("<img srcset='https://i.example/a,1.jpg 320w,https://i.example/b.jpg 1200w'>")
                                .selectFirst("img")))
                .isEqualTo("https://i.example/b.jpg");
    }

    @Property(tries = 300)
    void fullSizeOfAnythingThrowsNothing(@ForAll String text) {
        assertThat(Pictures.fullSize("https://img.alicdn.com/" + text + ".jpg_" + text))
                .isNotNull();
        assertThat(Pictures.widest(text)).isNotNull();
    }

    @Test
    void fullSizeOfLongAddressesTakesNoTime() {
        for (String part : new String[] {
            "_60x60.jpg", ".jpg_", "/cdn/shop/", "-300x300", "?w=1&", "a_b,/image/upload/", "._A_", "!q70"
        }) {
            String address = "https://img.alicdn.com/" + part.repeat(4_000 / part.length());
            Assertions.assertTimeout(
                    Duration.ofSeconds(1), () -> Pictures.fullSize(address.substring(0, 4_000) + ".jpg"));
        }
    }
}
