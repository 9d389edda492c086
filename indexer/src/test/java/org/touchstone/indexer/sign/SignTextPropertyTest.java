package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

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
                '\udc00', 'ß', 'ﬁ', '㎏', 'ｘ');
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, any), net.jqwik.api.Tuple.of(3, likely))
                .list()
                .ofMaxSize(80)
                .map(characters -> {
                    StringBuilder text = new StringBuilder();
                    characters.forEach(text::append);
                    return text.toString();
                });
    }

    @Property(tries = 500)
    void placesRiseAndLieWithinTheText(@ForAll("texts") String raw) {
        for (SignText text : new SignText[] {SignText.of(raw), SignText.ofLeet(raw)}) {
            int before = 0;
            for (int i = 0; i < text.length(); i++) {
                assertThat(text.start(i)).isGreaterThanOrEqualTo(before);
                assertThat(text.end(i)).isGreaterThan(text.start(i)).isLessThanOrEqualTo(raw.length());
                assertThat(text.quote(i, i + 1)).isEqualTo(raw.substring(text.start(i), text.end(i)));
                before = text.start(i);
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
