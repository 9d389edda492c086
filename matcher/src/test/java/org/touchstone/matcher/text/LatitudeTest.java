package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.indexer.sign.SignText;

class LatitudeTest {
    private static double room(String title, String window) {
        SignText text = SignText.of(title);
        int start = 0;
        while (text.start(start) < title.indexOf(window)) {
            start++;
        }
        int end = start;
        while (end < text.length() && text.end(end) <= title.indexOf(window) + window.length()) {
            end++;
        }
        return new Latitude(text, Chinese.of(text, true)).bits(start, end);
    }

    @ParameterizedTest
    @CsvSource({
        "new nuvimo case, nuvimo",
        "new nuvimo case, nuvimo case",
        "全新努维莫手机壳, 努维莫",
        "全新nu维莫手机壳, nu维莫",
        "jack*t case, jack*t", // something may be masked
        "jacket* case, jacket",
        "手*机壳, 手*机",
    })
    void unusualLettersLeaveRoom(String title, String window) {
        assertThat(room(title, window)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "new jacket case, jacket",
        "new jackets 2025, jackets 2025",
        "两件蓝色的衣服, 蓝色",
        "新款手机壳, 手机壳",
    })
    void ordinaryWordsLeaveNone(String title, String window) {
        assertThat(room(title, window)).isNegative();
    }
}
