package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.touchstone.indexer.SignOrigin;
import org.touchstone.indexer.WordSign;

class ExplanationTest {
    private static Reading reading(String mark, int start, int end, boolean faithful, double weight) {
        WordSign sign = WordSign.of(0, mark, mark, SignOrigin.TEXT);
        return new Reading(start, end, sign, faithful, 1, Set.of(faithful ? How.EXACT : How.EDIT), weight);
    }

    private static List<String> best(Reading... readings) {
        return Explanation.best(List.of(readings)).stream()
                .map(reading -> reading.sign().registration())
                .toList();
    }

    @Test
    void ownSignBeatsAnothersDistortedOne() {
        assertThat(best(reading("own", 0, 7, true, 8), reading("other", 0, 7, false, 12)))
                .containsExactly("own");
        assertThat(best(reading("longer", 0, 9, true, 8), reading("other", 0, 7, false, 12)))
                .containsExactly("longer");
    }

    @Test
    void distortedSignOutlivesAShorterOneWithin() {
        assertThat(best(reading("short", 0, 3, true, 8), reading("long", 0, 9, false, 12)))
                .containsExactlyInAnyOrder("short", "long");
    }

    @Test
    void ofDistortedReadingsTheFarLighterGo() {
        assertThat(best(reading("a", 0, 7, false, 12), reading("b", 0, 7, false, 10), reading("c", 1, 7, false, 5)))
                .containsExactly("a", "b");
    }

    @Test
    void signWithinALongerSignLosesWeight() {
        List<Reading> best =
                Explanation.best(List.of(reading("long", 0, 9, true, 18), reading("short", 0, 4, true, 14)));
        assertThat(best).extracting(Reading::weight).containsExactlyInAnyOrder(18.0, 14 + Weights.WITHIN);
    }
}
