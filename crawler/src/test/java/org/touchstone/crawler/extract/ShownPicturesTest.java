package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ShownPicturesTest {
    private static List<String> of(String html) {
        Document page = Jsoup.parse(html, "https://shop.example/p/1");
        return ShownPictures.of(page.expectFirst("h1"), page.expectFirst(".price")).stream()
                .map(Pictures::source)
                .toList();
    }

    @Test
    void galleryBesideTheHeading() {
        assertThat(of("""
                <header><img src=/shop.jpg></header>
                <div class=product><div class=gallery><a href=/big/1.jpg><img src=/1.jpg></a><img data-src=/2.jpg src=data:x></div>
                <div class=info><h1>山隐茶</h1><img class=icon src=/i.png><img src=/w.png width=24><p class=price>¥9</p></div></div>
                <div><a href=/p/2><img src=/other.jpg></a></div>""")).containsExactly("/1.jpg", "/2.jpg");
    }

    @Test
    void nothingOfOtherProducts() {
        assertThat(of("""
                <div><h1>山隐茶</h1><p class=price>¥9</p></div>
                <div><a href="/p/2"><img src=/other.jpg></a><a href="item.php?id=3"><img src=/third.jpg></a></div>
                <div class=related><img src=/related.jpg></div>""")).isEmpty();
    }

    @Test
    void plainPage() {
        assertThat(
                        of(
                                "<body><h1>山隐茶</h1><img src=/a.jpg><b class=price>¥9</b><a href='javascript:zoom()'><img src=/b.jpg></a>"))
                .containsExactly("/a.jpg", "/b.jpg");
    }
}
