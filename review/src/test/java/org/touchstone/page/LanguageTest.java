package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        "'zh-CN,zh;q=0.9,en;q=0.8', CHINESE",
        "'en-GB,en;q=0.9,zh;q=0.1', ENGLISH",
        "'fr, zh;q=0.5, en;q=0.4', CHINESE",
        "'', ENGLISH",
        "'de', ENGLISH",
        "'zh;q=x', ENGLISH",
        "'*', ENGLISH",
        "'zh;q=0', ENGLISH",
        "'zh_TW', CHINESE"
    })
    void acceptedTakesTheLikedOne(String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }
}
