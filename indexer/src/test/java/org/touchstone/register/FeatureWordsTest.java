package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.mark.MarkFeature;

class FeatureWordsTest {
    @ParameterizedTest
    @CsvSource({
        "Word,WORD",
        "Wortmarke,WORD",
        "Figurative,COMBINED",
        "wort-bildmarke,COMBINED",
        "Wort-/Bildmarke,COMBINED",
        "Stylized characters,COMBINED",
        "3-D,SHAPE",
        "Three dimensional,SHAPE",
        "dreidimensionale-marke,SHAPE",
        "Hörmarke,SOUND",
        "Farbmarke,COLOUR",
        "Hologramm-Marke,HOLOGRAM",
        "Kennfaden,OTHER",
        "Undefined,WORD"
    })
    void wordsForMarksThatHaveWords(String word, MarkFeature feature) {
        Notes notes = new Notes("", Path.of(""), 1);

        assertThat(FeatureWords.of(word, "ZELFARN", false, notes)).isEqualTo(feature);
        assertThat(notes.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',TYPESET WORD(S) /LETTER(S) /NUMBER(S),WORD",
        "'',STANDARD CHARACTER MARK,WORD",
        "'',AN ILLUSTRATION DRAWING WITHOUT ANY WORDS(S)/ LETTER(S)/NUMBER(S),FIGURATIVE",
        "'',AN ILLUSTRATION DRAWING WHICH INCLUDES WORD(S)/ LETTER(S)/NUMBER(S),COMBINED",
        "'',AN ILLUSTRATION DRAWING WITH WORD(S) /LETTER(S)/ NUMBER(S) IN STYLIZED FORM,COMBINED",
        "'','WHERE NO DRAWING IS POSSIBLE, SUCH AS FOR SOUND',OTHER",
        "4,'',WORD",
        "2000,'',FIGURATIVE",
        "5,STANDARD CHARACTER MARK,COMBINED",
        "6,'',OTHER"
    })
    void drawingsOfTheUspto(String code, String words, MarkFeature feature) {
        assertThat(FeatureWords.drawing(code, words, "ZELFARN")).isEqualTo(feature);
    }
}
