package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
    void decodeHeaderThatUtf8Disproves() {
        PageText page = PageText.decode(TEA.getBytes(StandardCharsets.UTF_8), "text/html; charset=gb2312");
        assertThat(page.text()).isEqualTo(TEA);
        assertThat(page.source()).isEqualTo(Source.CONTENT);
    }

    @Test
    void decodeBig5ByLanguage() {
        String html = "<html lang=zh-TW><title>山隱茶 白毫銀針 茶葉罐 限時優惠</title>";
        PageText page = PageText.decode(html.getBytes(Charset.forName("Big5")), "");
        assertThat(page.text()).isEqualTo(html);
        assertThat(page.charset().name()).isEqualTo("Big5");
    }

    @Test
    void decodeUtf16WithoutMark() {
        String html = "<html><title>" + TEA + "</title><p>price</p></html>";
        PageText page = PageText.decode(html.getBytes(StandardCharsets.UTF_16BE), "");
        assertThat(page.text()).isEqualTo(html);
        assertThat(PageText.isUtf16(html.getBytes(StandardCharsets.UTF_16BE))).isTrue();
        assertThat(PageText.isUtf16(new byte[200])).isFalse();
    }

    @Test
    void decodeWithLostBytes() {
        byte[] bytes = ("<meta charset=utf-8>" + TEA.repeat(10)).getBytes(StandardCharsets.UTF_8);
        bytes[60] = (byte) 0xff;
        PageText page = PageText.decode(bytes, "");
        assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(page.source()).isEqualTo(Source.META);
    }

    @Property(tries = 300)
    void decodeOfAnythingThrowsNothing(@ForAll byte[] bytes, @ForAll String contentType) {
        assertThat(PageText.decode(bytes, contentType).text()).isNotNull();
        PageText.isUtf16(bytes);
    }

    @Test
    void decodeGarbage() {
        PageText page = PageText.decode(new byte[] {(byte) 0xff, (byte) 0xff, 'a', (byte) 0x80}, "");
        assertThat(page.source()).isIn(Source.CONTENT, Source.FALLBACK);
        assertThat(page.text()).contains("a");
    }
}
