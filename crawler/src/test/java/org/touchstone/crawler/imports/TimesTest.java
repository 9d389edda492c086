package org.touchstone.crawler.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-01 12:34:00",
                "2024/3/1 12:34",
                "2024.3.1 12:34",
                "2024年3月1日 12时34分",
                "2024年3月1日12:34",
                "２０２４/3/1 12:34",
                "2024/3/1 下午12:34",
                "2024-03-01T04:34:00Z",
                "2024-03-01T12:34:00.000+08:00",
                "2024-03-01 12:34:00 +0800",
                "2024-3-1 12:34 PM",
                "20240301123400",
                "20240301 123400",
                "1709267640",
                "1709267640000",
                "45352.5236111111"
            })
    void usualForms(String text) {
        assertThat(Times.parse(text, SHANGHAI)).as(text).map(Object::toString).hasValue("2024-03-01T04:34:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-02-29T16:00:00Z",
        "31/12/2024, 2024-12-30T16:00:00Z",
        "12/31/2024 1:05 PM, 2024-12-31T05:05:00Z",
        "2024/3/1 12:05 AM, 2024-02-29T16:05:00Z"
    })
    void daysAndClocks(String text, String expected) {
        assertThat(Times.parse(text, SHANGHAI)).map(Object::toString).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3/4/2024", "2024-13-01", "2024-02-30", "yesterday", "", "12:30", "2024-03-01 25:00", "123456"})
    void nobodyCanTell(String text) {
        assertThat(Times.parse(text, SHANGHAI)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"d/M/yyyy, 3/4/2024, 2024-04-02T16:00:00Z", "yyyy/M/d H:mm, 2024/3/1 9:05, 2024-03-01T01:05:00Z"})
    void aFormatOfTheMappings(String format, String text, String expected) {
        assertThat(Times.parse(text, DateTimeFormatter.ofPattern(format, Locale.ROOT), SHANGHAI))
                .map(Object::toString)
                .hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "微信图片_20240301123456, 2024-03-01T04:34:56Z",
        "Screenshot_2024-03-01-12-34-56, 2024-03-01T04:34:56Z",
        "Screenshot_20240301-123456_Shop, 2024-03-01T04:34:56Z",
        "Screenshot_2024-03-01-12-34-56-789_com.shop.app, 2024-03-01T04:34:56Z",
        "截屏2024-03-01 12.34.56, 2024-03-01T04:34:56Z",
        "截屏2024-03-01 下午2.34.56, 2024-03-01T06:34:56Z",
        "Screen Shot 2024-03-01 at 2.34.56 PM, 2024-03-01T06:34:56Z",
        "IMG_20240301_123456, 2024-03-01T04:34:56Z",
        "屏幕截图 2024-03-01 123456, 2024-03-01T04:34:56Z",
        "山隐茶 2024-03-01, 2024-02-29T16:00:00Z",
        "mmexport1709267696123, 2024-03-01T04:34:56.123Z"
    })
    void fileNames(String name, String expected) {
        assertThat(Times.ofName(name, SHANGHAI)).map(Object::toString).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMG_1234", "612345678901", "20249999", "item-720240301123456789", "photo"})
    void fileNamesWithoutATime(String name) {
        assertThat(Times.ofName(name, SHANGHAI)).isEmpty();
    }
}
