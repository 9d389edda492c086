package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSignTextTest {
    private static final int SIZE = 100_000;

    /** A good machine needs less than 20 ms for each; anything that grows with the square would need minutes. */
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "0", "1a", "-", " ", "\n", "(", "|", "/\\", "\u0301", "\u200b", "\u202e", "\ud835", "\udc00", "ﷺ",
                "奧", "ナ", "ー", "ッ", "я", "가", "˛", "⍺", "🔥", "rn", "ю", "\u3099", "ﾞ", "丅",
            })
    void longTextsOfOneThingAreReadInTimeThatGrowsWithThem(String unit) {
        String raw = unit.repeat(SIZE / unit.length());
        Assertions.assertTimeoutPreemptively(FAR_TOO_LONG, () -> {
            SignText text = SignText.of(raw);
            assertThat(text.length()).isLessThan(SignText.LONGEST + 32);
            SignText.mayBeLeet(raw);
            SignText.ofLeet(raw);
            SignText.ofJoined(raw);
            SignText.ofRomanised(raw);
            text.collapsed(2, 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"🔥", "𝐀"})
    void lastPairAtTheLimitIsReadWhole(String pair) {
        String raw = "a" + pair.repeat(SignText.LONGEST / 2 + 1);
        SignText text = SignText.of(raw);
        int end = text.end(text.length() - 1);
        assertThat(Character.isLowSurrogate(raw.charAt(end - 1)) || end == 1).isTrue();
    }
}
