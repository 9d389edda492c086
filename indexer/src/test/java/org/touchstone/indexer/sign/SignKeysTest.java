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
        assertThat(keys.get(SignView.SOUND)).contains("sanxlnle", "sanhanyue");
        assertThat(keys.get(SignView.NEAR)).containsExactlyInAnyOrder("行乐", "山乐", "山行");
        assertThat(keys).doesNotContainKeys(SignView.SKELETON);
    }

    @Test
    void twoChineseCharactersAreFoundByEitherWithTheOtherMasked() {
        assertThat(SignKeys.of("隼松").get(SignView.NEAR)).containsExactlyInAnyOrder("隼*", "*松");
        assertThat(SignKeys.of("隼A")).doesNotContainKey(SignView.NEAR);
        assertThat(SignKeys.of("隼")).doesNotContainKey(SignView.NEAR);
    }

    @Test
    void latinSignIsFoundByTheConsonantsHeard() {
        assertThat(SignKeys.of("AURORIS").get(SignView.SOUND)).containsExactlyInAnyOrder("-L-L-S", "LLS");
        assertThat(SignKeys.of("Aoea")).doesNotContainKey(SignView.SOUND);
        assertThat(SignKeys.of("山A")).doesNotContainKey(SignView.SOUND);
    }

    @Test
    void elementsAreTheWordsThatMakeUpTwoFifths() {
        assertThat(SignKeys.elements("Tilda Carrowmere")).containsExactly("Carrowmere");
        assertThat(SignKeys.elements("Velkan Torvo")).containsExactly("Velkan", "Torvo");
        assertThat(SignKeys.elements("Carrow-Mere")).containsExactly("Carrow", "Mere");
    }

    @Test
    void signOfOneWordOrWithChineseCharactersHasNoElements() {
        assertThat(SignKeys.elements("Carrowmere")).isEmpty();
        assertThat(SignKeys.elements("Carrowmere 山隐")).isEmpty();
        assertThat(SignKeys.elements("AB QX")).isEmpty();
        assertThat(SignKeys.elements("")).isEmpty();
        assertThat(SignKeys.elements("carrow ".repeat(20))).isEmpty();
    }

    @Test
    void shortSignsHaveNoNeighbours() {
        assertThat(SignKeys.of("NUV")).doesNotContainKey(SignView.NEAR);
        assertThat(SignKeys.of("NUVI").get(SignView.NEAR)).hasSize(4);
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
