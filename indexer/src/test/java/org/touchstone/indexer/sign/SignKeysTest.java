package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignKeysTest {
    @Test
    void latinSignHasItsViews() {
        Map<SignView, Set<String>> keys = SignKeys.of("Kestrel & Pine");
        assertThat(keys.get(SignView.EXACT)).containsExactly("Kestrel & Pine");
        assertThat(keys.get(SignView.FOLDED)).containsExactly("kestrelpine");
        assertThat(keys.get(SignView.SKELETON)).containsExactly("kestrelplne");
        assertThat(keys.get(SignView.NEAR)).contains("kestrelpln", "estrelplne").hasSize(11);
        assertThat(keys).doesNotContainKeys(SignView.PINYIN, SignView.SIMPLIFIED);
    }

    @Test
    void chineseSignIsSpelledByAllReadings() {
        Map<SignView, Set<String>> keys = SignKeys.of("山行樂");
        assertThat(keys.get(SignView.SIMPLIFIED)).containsExactly("山行乐");
        assertThat(keys.get(SignView.PINYIN)).contains("shanxlngle", "shanhangyue");
        assertThat(keys).doesNotContainKeys(SignView.SKELETON, SignView.SOUND);
    }

    @Test
    void shortSignsHaveNoNeighbours() {
        assertThat(SignKeys.of("NUV")).doesNotContainKey(SignView.NEAR);
        assertThat(SignKeys.of("隼松")).doesNotContainKey(SignView.NEAR);
    }

    @Test
    void signWithoutLettersIsFoundAsItIsAlone() {
        assertThat(SignKeys.of("+++")).containsOnlyKeys(SignView.EXACT);
        assertThat(SignKeys.of("x".repeat(1000))).containsOnlyKeys(SignView.EXACT);
    }

    @Test
    void partsAreTheScriptsOfASignInTwo() {
        assertThat(SignKeys.parts("SHANYIN 山隐")).containsExactly("SHANYIN", "山隐");
        assertThat(SignKeys.parts("山隐(Shanyin Tea)")).containsExactly("山隐", "Shanyin Tea");
        assertThat(SignKeys.parts("SHANYIN")).isEmpty();
        assertThat(SignKeys.parts("T山")).isEmpty();
        assertThat(SignKeys.parts("山隐 A 山隐 B")).isEmpty();
        assertThat(SignKeys.parts("")).isEmpty();
    }
}
