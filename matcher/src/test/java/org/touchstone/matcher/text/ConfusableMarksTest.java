package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.hit.Evidence;

/** Every letter that Unicode TS #39 takes for one of a to z, in the place of that letter in a mark. */
class ConfusableMarksTest {
    private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();

    /** Together they have all letters, each within the word. */
    private static final List<String> MARKS = List.of("nuvimor", "krestlyn", "dobaqfewign", "vohjuzaxil", "tocadpenka");

    private static final Set<String> OUTRIGHT = Set.of("styled", "confusable", "leet", "folded", "exact");

    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(folder, MARKS.toArray(String[]::new));
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    private static String markWith(char letter) {
        return MARKS.stream()
                .filter(mark -> mark.indexOf(letter, 1) > 0 && mark.indexOf(letter, 1) < mark.length() - 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mark has " + letter + " within"));
    }

    /** The letters a to z by what they look like in either case. */
    private static Map<String, List<Character>> letters() {
        Map<String, List<Character>> letters = new HashMap<>();
        for (char c = 'a'; c <= 'z'; c++) {
            for (char either : new char[] {c, Character.toUpperCase(c)}) {
                letters.computeIfAbsent(SPOOF.getSkeleton("" + either), key -> new ArrayList<>())
                        .add(c);
            }
        }
        return letters;
    }

    @Test
    void everyConfusableOfALetterLeavesTheMarkFound() {
        Map<String, List<Character>> letters = letters();
        List<String> missed = new ArrayList<>();
        int all = 0;
        int otherwise = 0;
        for (int point = 128; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            for (char letter : letters.getOrDefault(SPOOF.getSkeleton(Character.toString(point)), List.of())) {
                String mark = markWith(letter);
                int at = mark.indexOf(letter, 1);
                String sign = mark.substring(0, at) + Character.toString(point) + mark.substring(at + 1);
                Evidence.Word word = fixture.see(mark, "new " + sign + " case");
                all++;
                if (word == null || word.weight() < Weights.PLAIN) {
                    missed.add("%04x %s %s".formatted(point, sign, word));
                } else if (word.how().stream().noneMatch(OUTRIGHT::contains)
                        || !word.quote().equals(sign)) {
                    otherwise++;
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(all).isGreaterThan(1300);
        assertThat(otherwise).as("found as a letter wrong or masked").isLessThan(all / 50);
    }
}
