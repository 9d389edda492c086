package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinkTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/商品?id=1&x=%20", "HTTP://shop.example/", "http://[::1]:8080/"})
    void addressesOfTheWebAreLinks(String address) {
        assertThat(SafeLink.of(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://a.example/",
                "//shop.example/",
                "shop.example",
                "",
                "https://",
                "https://a.example/ x",
                "https://a.example/\u202Egnp",
                "https://a.example\\@b.example",
                "https://a.example/\"onclick",
                "https://a.example/<b>",
                "https://a\u200B.example/"
            })
    void othersAreNot(String address) {
        assertThat(SafeLink.of(address)).isEmpty();
    }

    @Test
    void endlessAddressesAreNot() {
        assertThat(SafeLink.of("https://a.example/" + "x".repeat(3000))).isEmpty();
    }
}
