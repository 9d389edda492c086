package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.touchstone.crawler.extract.PageText.Source;

class PageTextTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TEA = "山隐茶 朱镕基牌 茶叶罐";

    @Test
    void decodeByMark() {
        byte[] bytes = ("\ufeff<meta charset=gbk>" + TEA).getBytes(StandardCharsets.UTF_8);
        PageText page = PageText.decode(bytes, "text/html; charset=big5");
        assertThat(page.text()).isEqualTo("<meta charset=gbk>" + TEA);
        assertThat(page.source()).isEqualTo(Source.BOM);
    }

    @Test
    void decodeUtf16ByMark() {
        PageText page = PageText.decode(("\ufeff" + TEA).getBytes(StandardCharsets.UTF_16LE), "");
        assertThat(page.text()).isEqualTo(TEA);
    }

    @Test
    void decodeGb2312AsGb18030() {
        PageText page = PageText.decode(TEA.getBytes(GBK), "text/html; charset=GB2312");
        assertThat(page.text()).isEqualTo(TEA);
        assertThat(page.charset().name()).isEqualTo("GB18030");
        assertThat(page.source()).isEqualTo(Source.HEADER);
    }

    @Test
    void decodeByMeta() {
        String html = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'>" + TEA;
        PageText page = PageText.decode(html.getBytes(GBK), "text/html");
        assertThat(page.text()).isEqualTo(html);
        assertThat(page.source()).isEqualTo(Source.META);
    }

    @Test
    void decodeHeaderBeforeMeta() {
        String html = "<meta charset=utf-8>" + TEA;
        assertThat(PageText.decode(html.getBytes(GBK), "text/html;charset=gbk").text())
                .isEqualTo(html);
    }

    @Test
    void decodeHeaderThatIsWrong() {
        String html = "<meta charset=gbk>" + TEA;
        PageText page = PageText.decode(html.getBytes(GBK), "text/html; charset=utf-8");
        assertThat(page.text()).isEqualTo(html);
        assertThat(page.source()).isEqualTo(Source.META);
    }

    @Test
    void decodeXmlDeclaration() {
        String xml = "<?xml version=\"1.0\" encoding=\"gbk\"?><a>" + TEA;
        assertThat(PageText.decode(xml.getBytes(GBK), "application/xhtml+xml").text())
                .isEqualTo(xml);
    }

    @Test
    void decodeUnnamed() {
        assertThat(PageText.decode(TEA.getBytes(StandardCharsets.UTF_8), "").source())
                .isEqualTo(Source.CONTENT);
        assertThat(PageText.decode(TEA.getBytes(GBK), "text/html").text()).isEqualTo(TEA);
        assertThat(PageText.decode(TEA.getBytes(GBK), "text/html; charset=made-up")
                        .text())
                .isEqualTo(TEA);
    }

    @Test
    void decodeGarbage() {
        PageText page = PageText.decode(new byte[] {(byte) 0xff, (byte) 0xff, 'a', (byte) 0x80}, "");
        assertThat(page.source()).isEqualTo(Source.FALLBACK);
        assertThat(page.text()).contains("a");
    }
}
