package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinsTest {
    private static List<String> folded(String raw) {
        return SignText.ofJoined(raw).stream()
                .map(text -> text.folded(0, text.length()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nuvimo", "RN 隼驰", "CL", "r n"})
    void textWithoutSuchRowsHasNoOtherReading(String raw) {
        assertThat(SignText.ofJoined(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rnarina, marina",
        "vvatch, watch",
        "VVOLF, wolf",
        "cIell, dell",
        "nnoon, moon",
        "13rand, brand",
        "qiiad, quad",
        "юve, love",
    })
    void rowReadsAsTheLetterItLooksLike(String raw, String expected) {
        assertThat(folded(raw)).contains(expected);
    }

    @Test
    void wordWithSeveralRowsIsAlsoReadWithTheFirstOrLastAlone() {
        assertThat(folded("rnorning")).containsExactly("moming", "morning", "rnoming");
    }

    @Test
    void joinedLetterHasThePlaceOfItsRow() {
        SignText text = SignText.ofJoined("a rnill x").getFirst();
        assertThat(text.quote(1, 2)).isEqualTo("rn");
        assertThat(text.isAssumed(1, 2)).isTrue();
        assertThat(text.isAssumed(2, text.length())).isFalse();
        assertThat(text.quote(1, 5)).isEqualTo("rnill");
    }
}
