package org.touchstone.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy/m/d|true",
                "[$-804]aaaa|false",
                "[$-F800]dddd, mmmm dd, yyyy|true",
                "0.00\"s\"|false",
                "#,##0.00 [$元]|false",
                "General|false",
                "h:mm:ss|true",
                "_ ¥* #,##0.00_ |false",
                "[Red]0.0;d|false"
            })
    void formatsOfDays(String code, boolean day) {
        assertThat(XlsxTexts.isDay(code)).isEqualTo(day);
    }

    @Test
    @Timeout(10)
    void hostileFormatsAreReadFast() {
        assertThat(XlsxTexts.isDay("[".repeat(1 << 20))).isFalse();
    }
}
