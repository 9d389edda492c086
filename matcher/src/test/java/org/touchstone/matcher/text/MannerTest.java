package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannerTest {
    private static List<Manner> manners(String raw) {
        return Manner.readings(raw).stream().map(Manner.Read::manner).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nuvimo case", "努维莫 手机壳", "size 100"})
    void ordinaryTextIsReadAsItStandsAlone(String raw) {
        assertThat(manners(raw)).containsExactly(Manner.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "n0vimo, LEET",
        "rnuvimo, JOINED",
        "vvelkan, JOINED",
        "юve, JOINED",
        "Нувимо, ROMANISED",
        "ヌヴィモ, ROMANISED",
        "누비모, ROMANISED",
    })
    void disguiseIsReadInOneMannerMore(String raw, Manner manner) {
        assertThat(manners(raw)).containsExactly(Manner.PLAIN, manner);
    }

    @Test
    void textWithAllDisguisesIsReadInAllManners() {
        assertThat(manners("n0vimo rnuvimo Нувимо"))
                .startsWith(Manner.PLAIN)
                .contains(Manner.LEET, Manner.JOINED, Manner.ROMANISED);
    }

    @Test
    void everyReadingIsOfTheSameText() {
        assertThat(Manner.readings("n0vimo rnuvimo Нувимо"))
                .extracting(read -> read.text().raw())
                .containsOnly("n0vimo rnuvimo Нувимо");
    }
}
