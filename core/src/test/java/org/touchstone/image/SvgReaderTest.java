package org.touchstone.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgReaderTest {
    private final ImageDecoder decoder = new ImageDecoder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<image href='http://evil.example/a.png' width='9' height='9'/>",
                "<image xlink:href='https://evil.example/a.png' width='9' height='9'/>",
                "<image href='file:///etc/passwd'/>",
                "<image href=' ftp://evil.example/a.png'/>",
                "<image href='//evil.example/a.png'/>",
                "<image href='a.png'/>",
                "<use href='other.svg#logo'/>",
                "<rect fill='url(http://evil.example/a.svg#p)' width='9' height='9'/>",
                "<rect style='fill:url(\"//evil.example/a.svg#p\")' width='9' height='9'/>",
                "<rect style='fill:u\\72l(http://evil.example/a.svg#p)' width='9' height='9'/>",
                "<style>@import 'http://evil.example/a.css';</style>",
                "<style>@import url(http://evil.example/a.css);</style>",
                "<style><![CDATA[ .a { fill: url('http://evil.example/a.svg#p') } ]]></style>",
                "<style>@font-face { font-family: a; src: url(http://evil.example/a.woff) }</style>",
                "<feImage href='http://evil.example/a.png'/>",
                "<script href='http://evil.example/a.js'/>",
                "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='http://evil.example/'/></foreignObject>"
            })
    void decodeExternalReferenceRejected(String content) {
        assertThatThrownBy(() -> decoder.decode(TestImages.svg(content)))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessageContaining("expected an SVG without external references, found '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml-stylesheet href='http://evil.example/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg SYSTEM 'http://evil.example/a.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg SYSTEM \"file:///etc/passwd\"><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
                "<!DOCTYPE svg [<!ENTITY x PUBLIC 'a' 'http://evil.example/x'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg [<!ENTITY % x SYSTEM 'http://evil.example/x'> %x;]><svg xmlns='http://www.w3.org/2000/svg'/>"
            })
    void decodeExternalDocumentPartRejected(String svg) {
        assertThatThrownBy(() -> decoder.decode(bytes(svg)))
                .isInstanceOf(ImageRejectedException.class)
                .hasMessageContaining("external reference");
    }

    @Test
    void decodeWhatDrawingProgramsWritePasses() throws Exception {
        byte[] svg = bytes(
                "<?xml version='1.0' encoding='utf-8'?><!-- drawn --><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
                        + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [<!ENTITY ns \"http://www.w3.org/2000/svg\">]>"
                        + "<svg xmlns='&ns;' viewBox='0 0 20 10'><metadata><a xmlns='urn:x' href='#x'/></metadata>"
                        + "<script>alert(1)</script><a href='https://kestrel-pine.example/'><rect width='20' height='10'"
                        + " style='fill:url(#g)'/></a><linearGradient id='g'><stop stop-color='#f00'/></linearGradient></svg>");
        DecodedImage decoded = decoder.decode(svg);
        assertThat(decoded.image().getWidth()).isEqualTo(512);
        assertThat(decoded.image().getHeight()).isEqualTo(256);
        assertThat(new Color(decoded.image().getRGB(99, 99))).isEqualTo(Color.RED);
    }

    @Test
    void decodeEmbeddedImageDrawn() throws Exception {
        String data = Base64.getEncoder().encodeToString(TestImages.png());
        DecodedImage decoded = decoder.decode(
                TestImages.svg("<image width='64' height='48' href='data:image/png;base64," + data + "'/>"));
        assertThat(new Color(decoded.image().getRGB(50, 50))).isEqualTo(TestImages.RED);
    }

    @Test
    void decodeEmbeddedBombRejected() {
        String data = Base64.getEncoder().encodeToString(TestImages.pngOfSize(10_000, 10_000));
        assertThatThrownBy(() -> decoder.decode(TestImages.svg("<image href='data:image/png;base64," + data + "'/>")))
                .hasMessageContaining("found 100000000 (10000 x 10000)");
        String nested = Base64.getEncoder().encodeToString(TestImages.svg());
        assertThatThrownBy(() ->
                        decoder.decode(TestImages.svg("<image href='data:image/svg+xml;base64," + nested + "'/>")))
                .hasMessageContaining("an SVG within the SVG");
        String one = Base64.getEncoder().encodeToString(TestImages.png());
        assertThatThrownBy(() -> decoder.decode(
                        TestImages.svg(("<image href='data:image/png;base64," + one + "'/>").repeat(65))))
                .hasMessageContaining("at most 64 embedded images");
    }

    @Test
    void decodeBillionLaughsRejected() {
        StringBuilder entities = new StringBuilder("<!ENTITY a0 'ha'>");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertRejected(
                "<!DOCTYPE svg [" + entities + "]><svg xmlns='http://www.w3.org/2000/svg'><text>&a11;</text></svg>");
    }

    @Test
    void decodeBillionUsesRejected() {
        StringBuilder svg = new StringBuilder("<rect id='a0' width='1' height='1'/>");
        for (int i = 1; i < 14; i++) {
            svg.append("<g id='a")
                    .append(i)
                    .append("'>")
                    .append(("<use href='#a" + (i - 1) + "'/>").repeat(10))
                    .append("</g>");
        }
        assertThatThrownBy(() -> decoder.decode(TestImages.svg(svg.toString())))
                .hasMessageContaining("references that multiply");
    }

    @Test
    void decodeReferenceToItselfEnds() {
        attempt("<g id='a'><use href='#a'/></g>");
        attempt("<pattern id='p' width='9' height='9'><rect fill='url(#p)' width='9' height='9'/></pattern>"
                + "<rect fill='url(#p)' width='9' height='9'/>");
    }

    @Test
    void decodeDeepNestingRejected() {
        assertThatThrownBy(() -> decoder.decode(TestImages.svg("<g>".repeat(5000) + "</g>".repeat(5000))))
                .hasMessageContaining("at most 100 elements deep");
    }

    @Test
    void decodeManyElementsRejected() {
        assertThatThrownBy(() -> decoder.decode(TestImages.svg("<g/>".repeat(200_001))))
                .hasMessageContaining("at most 200000 elements");
    }

    @Test
    void decodeManyPathsPasses() throws Exception {
        decoder.decode(TestImages.svg("<path d='M0 0L9 9L0 9z'/>".repeat(5000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pattern id='p' width='1e9' height='1e9' patternUnits='userSpaceOnUse'><rect width='9' height='9'/></pattern>",
                "<pattern id='p' width='3000' height='3000' patternUnits='userSpaceOnUse'><rect width='9' height='9'/></pattern>",
                "<pattern id='p' width='1e-7' height='1e-7' patternUnits='userSpaceOnUse'><rect width='9' height='9'/></pattern>"
            })
    void decodeMonstrousPatternEnds(String pattern) {
        attempt(pattern + "<rect fill='url(#p)' width='64' height='48'/>");
    }

    @Test
    void decodeSlowDrawingGivenUp() {
        ImageDecoder hasty = new ImageDecoder(ImageLimits.DEFAULT.withSvgTime(Duration.ofMillis(30)));
        String filter = "<filter id='f'><feTurbulence baseFrequency='0.5' numOctaves='40'/></filter>";
        assertThatThrownBy(() -> hasty.decode(
                        TestImages.svg(filter + "<rect filter='url(#f)' width='64' height='48'/>".repeat(60))))
                .hasMessageContaining("drawn within 30 ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'",
                "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
                "<feed><svg/></feed>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='-5' height='9'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='9'/>"
            })
    void decodeBrokenRejected(String svg) {
        assertRejected(svg);
    }

    @Test
    void decodeWithoutSizeHasOne() throws Exception {
        DecodedImage decoded =
                decoder.decode(bytes("<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>"));
        assertThat(decoded.image().getWidth()).isPositive();
    }

    @Test
    void decodeUtf16() throws Exception {
        byte[] svg =
                "\ufeff<?xml version='1.0' encoding='UTF-16'?><svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>"
                        .getBytes(StandardCharsets.UTF_16BE);
        assertThat(decoder.decode(svg).storedWidth()).isEqualTo(8);
    }

    /** Drawn or rejected; but neither a hang nor a failure of another kind. */
    private void attempt(String content) {
        try {
            decoder.decode(TestImages.svg(content));
        } catch (ImageRejectedException e) {
            assertThat(e).hasMessageContaining("expected");
        }
    }

    @Test
    void decodeDeclaredEncoding() throws Exception {
        String svg =
                "<?xml version='1.0' encoding='GB18030'?><svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'>"
                        + "<title>山隐茶</title></svg>";
        assertThat(decoder.decode(svg.getBytes(Charset.forName("GB18030"))).storedWidth())
                .isEqualTo(8);
        assertThatThrownBy(() -> decoder.decode(svg.replace("GB18030", "UTF-8").getBytes(Charset.forName("GB18030"))))
                .hasMessageContaining("bytes that are not UTF-8");
        assertThatThrownBy(() -> decoder.decode(bytes(svg.replace("GB18030", "KLINGON"))))
                .hasMessageContaining("the unknown encoding 'KLINGON'");
    }

    private void assertRejected(String svg) {
        assertThatThrownBy(() -> decoder.decode(bytes(svg))).isInstanceOf(ImageRejectedException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
