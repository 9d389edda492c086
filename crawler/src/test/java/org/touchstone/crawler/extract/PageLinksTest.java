package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLinksTest {
    private static List<Link> links(String html, String address) {
        URI at = URI.create(address);
        return PageLinks.of(Jsoup.parse(html, address), at, Optional.empty());
    }

    @Test
    void linksThatMayBeFollowed() {
        String html =
                "<a href='/a#x'>a</a><a href='b?x=1'>b</a><a rel='nofollow' href='/c'>c</a><a href='mailto:a@b.example'>"
                        + "</a><a href='javascript:x()'></a><link rel=next href='/other/7'><a href='/a'>a</a>";
        assertThat(links(html, "https://www.shop.example/p/7"))
                .extracting(link -> link.address().toString())
                .containsExactly(
                        "https://www.shop.example/a",
                        "https://www.shop.example/p/b?x=1",
                        "https://www.shop.example/other/7");
        assertThat(links("<meta name=robots content='noindex, NOFOLLOW'>" + html, "https://www.shop.example/p/7"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/list | <a href='/list?page=2'>2</a>",
                "/list?page=2 | <a href='/list?page=3'>3</a>",
                "/list?q=tea&page=2 | <a href='/list?q=tea&page=7'>7</a>",
                "/list | <a href='?p=2'>下一页</a>",
                "/c/tea | <a href='/c/tea/page/2/'>next</a>",
                "/c/tea/page/2 | <a href='/c/tea/page/3'>3</a>",
                "/c/tea.html | <link rel=next href='/c/tea.html?p=2'>",
                "/search?q=tea | <a href='/search?q=tea&s=44'>后页</a>",
                "/list-7-1.html | <a href='/list-7-2.html'>下一頁</a>",
                "/list-7-1.html | <a class=next href='/list-7-2.html'><i></i></a>",
                "/tea/2.html | <a aria-label='Next page' href='/tea/3.html'>›</a>",
                "/list | <a href='/tea_2.html' rel='next'>x</a>",
                "/list | <div class=infinite data-next-url='/list?page=2'></div>",
                "/list | <button data-next-page='?page=2'>load more</button>",
            })
    void furtherPages(String address, String html) {
        assertThat(links("<a href='/first'>a</a>" + html, "https://shop.example" + address))
                .extracting(Link::further)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/list | <a href='/other?page=2'>2</a>",
                "/list | <a href='/list?page=1'>1</a>",
                "/list | <a href='/list?page=201'>201</a>",
                "/list?page=200 | <a rel=next href='/list?page=201'>下一页</a>",
                "/list | <a href='https://else.example/list?page=2'>2</a>",
                "/list | <a href='/list?sort=price'>price</a>",
                "/list | <a rel=next href='/list?cursor=abc'>next</a>",
                "/calendar/2026/12 | <a rel=next href='/calendar/2027/1'>next</a>",
                "/list | <a href='/p/100200300.html'>next</a>",
                "/list | <a href='/p/2.html'>Kestrel mug</a>",
            })
    void otherPages(String address, String html) {
        assertThat(links(html, "https://shop.example" + address))
                .extracting(Link::further)
                .containsExactly(false);
    }

    @Test
    void pagesOfAProfile() {
        String html = "<a class=more href='/s/tea,2'>…</a><a href='/a'>a</a>";
        List<Link> links = PageLinks.of(
                Jsoup.parse(html, "https://shop.example/s/tea"),
                URI.create("https://shop.example/s/tea"),
                Optional.of(new SiteProfile.Spot("a.more", "", "", "")));
        assertThat(links)
                .containsExactly(
                        new Link(URI.create("https://shop.example/s/tea,2"), true),
                        new Link(URI.create("https://shop.example/a"), false));
    }

    @Property(tries = 200)
    void linksOfAnythingThrowNothing(@ForAll String text) {
        assertThat(links(
                        "<a rel=next href='/list?page=" + text + "'>" + text + "</a><b data-next='/" + text + "'>",
                        "https://shop.example/list"))
                .isNotNull();
    }

    @Test
    void linksWithoutEnd() {
        assertThat(links("<a href='/list?page=3&x=1'>1</a>".repeat(10) + manyLinks(), "https://shop.example/list"))
                .hasSize(5_000);
    }

    private static String manyLinks() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            html.append("<a href='/x").append(i).append("'>x</a>");
        }
        return html.toString();
    }
}
