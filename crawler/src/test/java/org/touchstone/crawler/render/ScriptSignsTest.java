package org.touchstone.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptSignsTest {
    private static final String SCRIPT = "<script src=a.js></script>";
    private static final String TEXT = "<p>" + "A page with something to read on it. ".repeat(20);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<div id=root></div> ; app root <div id=root> is empty",
                "<div id=__next><p>Loading…</p></div> ; app root",
                "<app-root></app-root> ; app root <app-root>",
                "<noscript>You need to enable JavaScript to run this app.</noscript> ; asks for JavaScript",
                "<noscript>请启用脚本</noscript> ; asks for JavaScript",
                "<h1>{{ product.title }}</h1> ; a template",
                "<h1>{{ price | currency }}</h1> ; a template",
            })
    void shown(String html, String sign) {
        assertThat(ScriptSigns.on(Jsoup.parse(SCRIPT + TEXT + html)))
                .hasValueSatisfying(s -> assertThat(s).contains(sign));
        assertThat(ScriptSigns.on(Jsoup.parse(TEXT + html))).isEmpty(); // no script would change it
    }

    @Test
    void hardlyAnyText() {
        assertThat(ScriptSigns.on(Jsoup.parse(SCRIPT + "<h1>奥若丽</h1>"))).contains("there is hardly any text");
        assertThat(ScriptSigns.on(Jsoup.parse("<h1>奥若丽</h1>"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div id=app><h1>奥若丽 手提包 头层牛皮 单肩斜挎两用 大容量通勤女包</h1><p>全国包邮 七天无理由退换 正品保证 假一赔十</div>",
                "<noscript><img src=pixel.gif></noscript>",
                "<script type='application/ld+json'>{}</script>",
            })
    void notShown(String html) {
        assertThat(ScriptSigns.on(Jsoup.parse(SCRIPT + TEXT + html))).isEmpty();
    }

    @Test
    void aShopThatAsksForJavaScriptBesideAllItsText() {
        String html = SCRIPT + TEXT.repeat(2) + "<noscript>JavaScript seems to be disabled in your browser.</noscript>";
        assertThat(ScriptSigns.on(Jsoup.parse(html))).isEmpty();
    }

    @Test
    void dataAreNoScript() {
        assertThat(ScriptSigns.on(Jsoup.parse("<div id=app></div><script type='application/ld+json'>{}</script>")))
                .isEmpty();
    }
}
