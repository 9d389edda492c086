package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.touchstone.indexer.sign.SignText;

class ChineseTest {
    private static double surprise(String text, String window) {
        SignText read = SignText.of(text);
        int start = text.indexOf(window);
        return Chinese.of(read, false).surprise(start, start + window.length());
    }

    @Test
    void surpriseOfAWordIsLessThanThatOfAName() {
        assertThat(surprise("全新努维莫手机", "手机")).isLessThan(surprise("全新努维莫手机", "努维莫") - 20);
    }

    @Test
    void surpriseOfHalvesOfWordsIsLittle() {
        assertThat(surprise("高大白色衬衫", "大白")).isLessThan(surprise("买大白衬衫", "大白"));
    }

    @Test
    void textWithoutChineseSurprisesNobody() {
        assertThat(surprise("nuvimo", "nuvimo")).isZero();
        assertThat(Chinese.of(SignText.of(""), true).ownScript(SignText.of(""), 0, 0))
                .isFalse();
    }

    @Test
    void ownScriptIsThatOfTheWholeText() {
        SignText traditional = SignText.of("賣場優惠 努維莫 藍牙耳機");
        assertThat(Chinese.of(traditional, false).ownScript(traditional, 4, 7)).isTrue();
        SignText mixed = SignText.of("卖场优惠 努維莫 蓝牙耳机");
        assertThat(Chinese.of(mixed, false).ownScript(mixed, 4, 7)).isFalse();
    }
}
