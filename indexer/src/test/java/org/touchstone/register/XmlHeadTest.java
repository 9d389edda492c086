package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlHeadTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a,b\n",
                "{\"id\":1}",
                "<",
                "<?xml version='1.0'?>",
                "<!-- <a> ",
                "<!DOCTYPE a [ ",
                "<!DOCTYPE a",
                "< a>",
                "<1>",
                "<a"
            })
    void whatIsNoXmlHasNoHead(String start) {
        assertThat(XmlHead.of(start)).isNull();
    }

    @Test
    void outermostElementStandsBehindEverythingElse() {
        XmlHead head = XmlHead.of(
                "\n<?xml version=\"1.0\" encoding='GB18030'?><!-- <b> --><!DOCTYPE a [<!ENTITY c ']><d>'>]>\n"
                        + "<x:a y=\"1\">");
        assertThat(head).isNotNull();
        assertThat(head.root()).isEqualTo("x:a");
        assertThat(head.localRoot()).isEqualTo("a");
        assertThat(head.tag()).isEqualTo("<x:a y=\"1\">");
        assertThat(head.charset()).isEqualTo(Charset.forName("GB18030"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "UTF-16", "utf-32", "..", "UTF-8"})
    void encodingThatCannotBeIsUtf8(String encoding) {
        XmlHead head = XmlHead.of("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>");
        assertThat(head).isNotNull();
        assertThat(head.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Property(tries = 500)
    void anyStartIsLookedAtWithoutAnError(@ForAll String start) {
        XmlHead.of(start);
        XmlHead.of("<?xml " + start);
        XmlHead.of("<!DOCTYPE " + start);
        XmlHead.of("<" + start);
    }
}
