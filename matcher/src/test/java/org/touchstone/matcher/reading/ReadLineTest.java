package org.touchstone.matcher.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Box;

class ReadLineTest {
    private static ReadWord word(String text, int x) {
        return new ReadWord(text, 0.9, new Box(x, 10, 20, 8));
    }

    @Test
    void wordsArePartedByBlanksAndChineseOnesAreNot() {
        assertThat(ReadLine.of(List.of(word("努", 0), word("维", 20), word("莫", 40), word("SPORT", 70), word("2", 99)))
                        .text())
                .isEqualTo("努维莫 SPORT 2");
    }

    @Test
    void pieceOfALineStandsWhereItsWordsStand() {
        ReadLine line = ReadLine.of(List.of(word("努", 0), word("维", 20), word("NUVIMO", 90)));
        assertThat(line.within(1, 2)).extracting(ReadWord::text).containsExactly("维");
        assertThat(ReadLine.around(line.within(0, 2))).isEqualTo(new Box(0, 10, 40, 8));
        assertThat(ReadLine.around(line.within(3, 9))).isEqualTo(new Box(90, 10, 20, 8));
    }

    @Test
    void endlessLineIsCut() {
        List<ReadWord> words = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            words.add(word("abcdefgh", i));
        }
        assertThat(ReadLine.of(words).text().length()).isBetween(100, ReadLine.LONGEST);
    }
}
