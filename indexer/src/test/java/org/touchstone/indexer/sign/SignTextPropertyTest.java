package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SignTextPropertyTest {
    /** Any UTF-16 units, unpaired surrogates among them, with what people disguise words by. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> any = Arbitraries.chars().all();
        Arbitrary<Character> likely = Arbitraries.of(
                'a', 'Z', '0', '1', '$', '@', '*', ' ', '\n', '-', '隼', '奧', '松', '\u0336', '\u200b', '\ud835',
                '\udc00', 'ß', 'ﬁ', '㎏', 'ｘ', '|', '<', '(', '/', '\\', 'r', 'n', 'v', 'c', 'l', 'ナ', 'ッ', 'ャ', 'ー',
                'ﾞ', 'я', 'υ', 'γ', '한', 'ل', '\u064e', '˛', 'ം', '๐', '\u202e');
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, any), net.jqwik.api.Tuple.of(3, likely))
                .list()
                .ofMaxSize(80)
                .map(characters -> {
                    StringBuilder text = new StringBuilder();
                    characters.forEach(text::append);
                    return text.toString();
                });
    }

    private static List<SignText> readings(String raw) {
        List<SignText> readings = new ArrayList<>(List.of(SignText.of(raw), SignText.ofLeet(raw)));
        readings.addAll(SignText.ofJoined(raw));
        SignText.ofRomanised(raw).ifPresent(readings::add);
        for (SignText text : List.copyOf(readings)) {
            text.collapsed(2, 1).ifPresent(readings::add);
            text.collapsed(3, 2).ifPresent(readings::add);
        }
        return readings;
    }

    @Property(tries = 800)
    void placesRiseAndLieWithinTheText(@ForAll("texts") String raw) {
        for (SignText text : readings(raw)) {
            int start = 0;
            int end = 0;
            for (int i = 0; i < text.length(); i++) {
                assertThat(text.start(i)).isGreaterThanOrEqualTo(start);
                assertThat(text.end(i)).isGreaterThan(text.start(i)).isGreaterThanOrEqualTo(end);
                assertThat(text.end(i)).isLessThanOrEqualTo(raw.length());
                assertThat(text.quote(0, i + 1)).isEqualTo(raw.substring(text.start(0), text.end(i)));
                assertThat(splitsPair(raw, text.start(i)) || splitsPair(raw, text.end(i)))
                        .isFalse();
                start = text.start(i);
                end = text.end(i);
            }
        }
    }

    private static boolean splitsPair(String raw, int at) {
        return at > 0
                && at < raw.length()
                && Character.isHighSurrogate(raw.charAt(at - 1))
                && Character.isLowSurrogate(raw.charAt(at));
    }

    @Property(tries = 500)
    void textThatCannotBeLeetHasTheSameBasesEitherWay(@ForAll("texts") String raw) {
        if (!SignText.mayBeLeet(raw)) {
            assertThat(SignText.ofLeet(raw).bases()).isEqualTo(SignText.of(raw).bases());
        }
    }

    @Property(tries = 500)
    void windowWithoutAssumptionsIsInThePlainReading(@ForAll("texts") String raw) {
        SignText plain = SignText.of(raw);
        for (SignText text : readings(raw)) {
            if (!text.isAssumed(0, text.length())) {
                assertThat(text.bases()).isEqualTo(plain.bases());
            }
        }
    }

    @Property(tries = 300)
    void foldingTwiceIsFoldingOnce(@ForAll("texts") String raw) {
        SignText once = SignText.of(raw);
        String folded = once.folded(0, once.length());
        SignText twice = SignText.of(folded);
        assertThat(twice.folded(0, twice.length())).isEqualTo(folded);
    }

    @Property(tries = 300)
    void keysAreNeverEmptyAndNeverTooMany(@ForAll("texts") String raw) {
        for (Set<String> keys : SignKeys.of(raw).values()) {
            assertThat(keys).isNotEmpty().hasSizeLessThanOrEqualTo(SignKeys.LONGEST);
        }
    }

    @Property(tries = 300)
    void windowsHashAsTheirKeys(@ForAll("texts") String raw) {
        SignText text = SignText.of(raw);
        long[] hashes = KeyHash.beginnings(text.bases());
        int n = text.length();
        for (int start = 0; start < n; start += 3) {
            int end = Math.min(n, start + 7);
            assertThat(KeyHash.window(hashes, start, end)).isEqualTo(KeyHash.of(text.base(start, end)));
            int out = (start + end) / 2;
            long without = KeyHash.join(
                    KeyHash.window(hashes, start, out), KeyHash.window(hashes, out + 1, end), end - out - 1);
            assertThat(without).isEqualTo(KeyHash.of(text.base(start, out) + text.base(out + 1, end)));
        }
    }
}
