package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8,ZH", "zh,ZH", "zh-Hans-CN,ZH", "ZH_TW,ZH", "en_GB.UTF-8,EN", "C.UTF-8,EN", "de_DE,EN"})
    void named(String tag, Language expected) {
        assertThat(Language.named(tag)).isEqualTo(expected);
    }

    @Test
    void firstVariableThatIsSetDecides() {
        assertThat(Language.of(Map.of("LC_ALL", "", "LC_MESSAGES", "zh_CN", "LANG", "en_US")))
                .isEqualTo(Language.ZH);
        assertThat(Language.of(Map.of("TOUCHSTONE_LANG", "en", "LC_ALL", "zh_CN")))
                .isEqualTo(Language.EN);
        assertThat(Language.of(Map.of())).isEqualTo(Language.EN);
    }
}
