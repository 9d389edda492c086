package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RomaniserTest {
    private static SignText read(String raw) {
        return SignText.ofRomanised(raw).orElseThrow(() -> new AssertionError(raw + " has nothing to romanise"));
    }

    @ParameterizedTest
    @CsvSource({
        "Нувимо, nuvimo",
        "Джорана, jorana",
        "Щукин объём, shchukinobem",
        "Αδιδας, adidas",
        "Μπόλκα, bolka",
        "Ουρανία, ourania",
        "ナイキ, naiki",
        "ﾅｲｷ, naiki",
        "ガギ, gagi",
        "カ゛, ga",
        "はぴか, hapika",
        "グッチ, gucchi",
        "キャノ, kyano",
        "シャネル, shaneru",
        "フェ, fe",
        "ティ, ti",
        "クァ, kwa",
        "コーヒー, kohi",
        "나이키, naiki",
        "한글, hangeul",
        "كوكا, kwka",
        "ﻻ, la",
        "שנל, shnl",
        "ქართული, kartuli",
        "Երևան, erevan",
        "ուժ, uzh",
    })
    void lettersReadNearToTheirSound(String raw, String expected) {
        SignText text = read(raw);
        assertThat(text.folded(0, text.length())).isEqualTo(expected);
        assertThat(text.base(0, text.length())).isEqualTo(expected.replace('i', 'l'));
    }

    @Test
    void vowelSignsBeyondTheBasicPlaneAreReadOver() {
        assertThat(read("عل\ud803\udecbم").folded(0, 2)).isEqualTo("lm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nuvimo", "隼驰 50", "Nikе", "нaйk", "раypal"})
    void latinTextAndLettersThatImitateItHaveNoSuchReading(String raw) {
        assertThat(SignText.ofRomanised(raw)).isEmpty();
    }

    @Test
    void latinLettersHaveThePlacesOfThoseTheyComeFrom() {
        SignText text = read("買 キャッツshoes");
        assertThat(text.folded(0, text.length())).isEqualTo("買kyattsushoes");
        assertThat(text.quote(1, 3)).isEqualTo("キャ");
        assertThat(text.quote(1, 8)).isEqualTo("キャッツ");
        assertThat(text.quote(4, 5)).isEqualTo("ッツ");
        assertThat(text.edge(8)).isTrue();
        assertThat(text.quote(8, 13)).isEqualTo("shoes");
        assertThat(text.isAssumed(1, 8)).isTrue();
        assertThat(text.isAssumed(8, 13)).isFalse();
    }

    @Test
    void decomposedLettersReadAsComposed() {
        assertThat(read("и\u0306").folded(0, 1)).isEqualTo("i");
        assertThat(read("か\u3099").folded(0, 2)).isEqualTo("ga");
    }

    /** ICU's rules are an independent opinion on every single kana. */
    @Test
    void kanaReadAsTheLibraryHasThem() {
        Transliterator icu = Transliterator.getInstance("Katakana-Latin; Latin-ASCII");
        Set<String> ours = Set.of("ヰ", "ヱ", "ヲ", "ヅ", "ヂ", "ヸ", "ヹ", "ヺ", "ッ");
        List<String> different = new ArrayList<>();
        for (char kana = 'ア'; kana <= 'ヺ'; kana++) {
            String text = Character.toString(kana);
            if ("ァィゥェォャュョヮヵヶ".indexOf(kana) < 0 && !ours.contains(text)) {
                SignText read = read(text);
                String latin = read.folded(0, read.length());
                if (!latin.equals(icu.transliterate(text))) {
                    different.add(text + " " + latin + " " + icu.transliterate(text));
                }
            }
        }
        assertThat(different).isEmpty();
    }
}
