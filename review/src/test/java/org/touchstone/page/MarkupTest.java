package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @Test
    void textNeverBecomesMarkup() {
        assertThat(new Markup().element("p", "<b onclick=\"x()\">&'</b>").toString())
                .isEqualTo("<p>&lt;b onclick=&quot;x()&quot;&gt;&amp;&#39;&lt;/b&gt;</p>");
    }

    @Test
    void attributeValueStaysInItsQuotes() {
        assertThat(new Markup().empty("img", "alt", "\"><script>").toString())
                .isEqualTo("<img alt=\"&quot;&gt;&lt;script&gt;\">");
    }

    @ParameterizedTest
    @CsvSource({
        "\\u202E, U+202E",
        "\\u200B, U+200B",
        "\\u0000, U+0000",
        "\\u2066, U+2066",
        "\\u00AD, U+00AD",
        "\\uFEFF, U+FEFF",
        "\\u3164, U+3164",
        "\\u2028, U+2028",
        "\\uFFFF, U+FFFF"
    })
    void charactersThatCannotBeSeenAreShownByTheirCodes(String escaped, String code) {
        String text = String.valueOf((char) Integer.parseInt(escaped.substring(2), 16));
        assertThat(new Markup().text("a" + text + "b").toString())
                .isEqualTo("a<span class=\"code\">" + code + "</span>b");
        assertThat(Markup.escape("a" + text + "b")).isEqualTo("a[" + code + "]b");
    }

    @Test
    void unpairedSurrogatesAreShownByTheirCodes() {
        assertThat(new Markup().text("\uD83D \uDE00 \uD83D\uDE00").toString())
                .isEqualTo("<span class=\"code\">U+D83D</span> <span class=\"code\">U+DE00</span> 😀");
    }

    @Test
    void joinersAreLeftInEmojiAndShownBetweenLetters() {
        assertThat(new Markup().text("👩\u200D💻 N\u200DO").toString())
                .isEqualTo("👩\u200D💻 N<span class=\"code\">U+200D</span>O");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "o n", "a=\"", ""})
    void attributesThatRunOrStyleAreRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Markup().open("p", name, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:x",
                " javascript:x",
                "data:text/html,x",
                "//evil.example",
                "/\\evil.example",
                "vbscript:x",
                "x"
            })
    void addressesOfOtherSchemesAreRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Markup().open("a", "href", address));
        assertThatIllegalArgumentException().isThrownBy(() -> new Markup().empty("img", "src", address));
    }

    @Test
    void jsonCannotEndItsElement() {
        assertThat(new Markup().data("{\"a\":\"</script>&\"}").toString())
                .isEqualTo("{\"a\":\"\\u003c/script\\u003e\\u0026\"}");
    }

    @Test
    void stylesThatHoldMarkupAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Markup().trusted("a</STYLE>"));
    }

    @Property
    void anyTextIsPlainUtf8WithoutBrackets(@ForAll String text) {
        String written = new Markup().text(text).toString().replaceAll("<span class=\"code\">U\\+[0-9A-F]+</span>", "");
        assertThat(written).doesNotContain("<", ">", "\"", "'");
        assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(written);
        assertThat(Markup.escape(text)).doesNotContain("<", ">", "\"", "'");
    }
}
