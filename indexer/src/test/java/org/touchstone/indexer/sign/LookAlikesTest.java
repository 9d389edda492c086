package org.touchstone.indexer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
    private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();

    /** The base that a letter or digit has within a word, whatever the case. */
    private static String inWord(char letter) {
        SignText text = SignText.of("q" + letter + "q");
        return text.base(1, text.length() - 1);
    }

    private static String middle(SignText text) {
        return text.base(1, Math.max(1, text.length() - 1));
    }

    /** Walks all of Unicode, so that a new version of it is met, too. */
    @Test
    void everyConfusableOfALetterOrDigitReadsAsItWithinAWord() {
        Map<String, List<String>> wanted = new HashMap<>();
        for (char c = '0'; c <= 'z'; c++) {
            if (Character.isLetterOrDigit(c)) {
                wanted.computeIfAbsent(SPOOF.getSkeleton("" + c), key -> new ArrayList<>())
                        .add(inWord(c));
            }
        }
        int all = 0;
        int otherReading = 0;
        List<String> missed = new ArrayList<>();
        for (int point = 128; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            List<String> bases = wanted.get(SPOOF.getSkeleton(Character.toString(point)));
            if (bases == null) {
                continue;
            }
            all++;
            String raw = "q" + Character.toString(point) + "q";
            if (bases.contains(middle(SignText.of(raw)))) {
                continue;
            }
            if (SignText.mayBeLeet(raw) && bases.contains(middle(SignText.ofLeet(raw)))) {
                otherReading++;
            } else {
                missed.add("%04x %s".formatted(point, raw));
            }
        }
        assertThat(missed).isEmpty();
        assertThat(all).isGreaterThan(1500);
        assertThat(otherReading).as("masks, bars and Chinese characters").isLessThan(12);
    }

    /** What looks like several letters is read as them, or is among the joined readings. */
    @Test
    void everyLetterThatLooksLikeSeveralReadsAsThem() {
        List<String> missed = new ArrayList<>();
        int all = 0;
        for (int point = 128; point <= Character.MAX_CODE_POINT; point++) {
            if (!Character.isLetter(point) || Han.is(point)) {
                continue;
            }
            String skeleton = SPOOF.getSkeleton(Character.toString(point));
            if (skeleton.length() < 2 || !skeleton.chars().allMatch(c -> c >= 'A' && c <= 'z')) {
                continue;
            }
            all++;
            String expected =
                    skeleton.toLowerCase(Locale.ROOT).replace("rn", "m").replace('i', 'l');
            String raw = "q" + Character.toString(point) + "q";
            List<String> read = new ArrayList<>(List.of(middle(SignText.of(raw))));
            SignText.ofJoined(raw).forEach(text -> read.add(middle(text)));
            if (!read.contains(expected)) {
                missed.add("%04x %s %s".formatted(point, raw, expected));
            }
        }
        assertThat(missed).isEmpty();
        assertThat(all).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "łódźħŧøđ, lodzhtod",
        "ⱨɍꭆƙẜꬳ, hrrkse",
        "Encyclopædia, encyclopaedia",
        "œuvre, oeuvre",
        "ɟɐʞ, jak",
        "Ꞟber, ꞟber",
    })
    void latinLettersFoldToTheirAscii(String raw, String expected) {
        SignText text = SignText.of(raw);
        assertThat(text.folded(0, text.length())).isEqualTo(expected);
    }

    @Test
    void longSIsAnSAndLooksLikeAnF() {
        SignText text = SignText.of("ſ");
        assertThat(text.folded(0, 1)).isEqualTo("s");
        assertThat(text.base(0, 1)).isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource({"SΛMOVIR, samovlr", "AUROЯIS, aurorls", "ИUVIMO, nuvlmo", "∆URORIS, aurorls", "Σlectra, electra"})
    void letteringReadsAsWhatItStandsFor(String raw, String expected) {
        SignText text = SignText.of(raw);
        assertThat(text.base(0, text.length())).isEqualTo(expected);
    }
}
