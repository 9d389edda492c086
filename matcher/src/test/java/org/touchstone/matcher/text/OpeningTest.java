package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.sign.SignText;

class OpeningTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture =
                new Fixture(folder, "Belorin", "Krestlyn", "Tilda Carrowmere", "Abacus Velkan", "Kovandra", "Kovanted");
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "努维莫 手机壳正品, 努维莫",
        "nuvimo 手机壳正品, nuvimo",
        "nuvimo手机壳正品, nuvimo",
        "nuvimo-手机壳正品, nuvimo",
    })
    void wordAtTheHeadOfAChineseOfferOpensIt(String title, String opening) {
        Opening found = Opening.of(SignText.of(title));
        assertThat(title.substring(found.start(), found.end())).isEqualTo(opening);
        assertThat(found.is(0, opening.length())).isTrue();
        assertThat(found.is(0, opening.length() - 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nuvimo",
                "nuvimo case for phones", // not Chinese
                "努维莫手机壳正品", // not parted
                "努 手机壳正品", // one character is no name
                "nuvi mo 手机", // words that are not Chinese go on
            })
    void otherTextsHaveNoOpening(String title) {
        Opening none = Opening.of(SignText.of(title));
        assertThat(none.is(none.start(), none.end())).isFalse();
    }

    @Test
    void charactersThatEchoANameAreFoundAtTheHeadOnly() {
        Evidence.Word word = fixture.see("Belorin", "佰洛琳 手机壳新款正品");
        assertThat(word).isNotNull();
        assertThat(word.quote()).isEqualTo("佰洛琳");
        assertThat(word.how()).containsExactlyInAnyOrder("romanised", "sound");
        assertThat(word.weight()).isEqualTo(Weights.OPENING);
        assertThat(fixture.see("Belorin", "手机壳 佰洛琳 新款正品")).isNull();
        assertThat(fixture.see("Belorin", "佰洛琳手机壳新款正品")).isNull();
        assertThat(fixture.see("Belorin", "佰洛琳 phone case of leather")).isNull();
    }

    @Test
    void nameNobodyKnowsIsNotEchoedByWhatIsOnlyNear() {
        assertThat(fixture.see("Krestlyn", "克瑞斯特林 手机壳新款正品")).isNull();
    }

    @Test
    void beginningOfANameIsFoundAtTheHeadOnly() {
        Evidence.Word word = fixture.see("Krestlyn", "kres 手机壳新款正品");
        assertThat(word).isNotNull();
        assertThat(word.quote()).isEqualTo("kres");
        assertThat(word.how()).containsExactly("part");
        assertThat(word.weight()).isEqualTo(Weights.OPENING);
        assertThat(fixture.see("Krestlyn", "手机壳 kres 新款正品")).isNull();
        assertThat(fixture.see("Krestlyn", "kres phone case of leather")).isNull();
        assertThat(fixture.see("Krestlyn", "kre 手机壳新款正品")).isNull();
    }

    @Test
    void beginningOfManyNamesIsFoundForEach() {
        assertThat(fixture.see("Kovandra", "kovan 手机壳新款正品")).isNotNull();
        assertThat(fixture.see("Kovanted", "kovan 手机壳新款正品")).isNotNull();
    }

    @Test
    void commonWordOfANameMeansItAtTheHeadOnly() {
        Evidence.Word word = fixture.see("Abacus Velkan", "abacus 手机壳新款正品");
        assertThat(word).isNotNull();
        assertThat(word.how()).containsExactlyInAnyOrder("exact", "element");
        assertThat(fixture.see("Abacus Velkan", "手机壳 abacus 新款正品")).isNull();
        assertThat(fixture.see("Abacus Velkan", "velkan lamp")).isNotNull();
    }
}
