package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;

class WeighingTest {
    private static Hit hit(double score, double... weights) {
        List<Evidence> evidence = java.util.Arrays.stream(weights)
                .<Evidence>mapToObj(weight -> new Evidence.Circumstance("price", weight, ""))
                .toList();
        return new Hit(1, score, "l", "m", "", Outlook.UNCLEAR, evidence, new Versions("", "", "", ""));
    }

    @Test
    void sumMakesTheScore() {
        Weighing weighing = Weighing.of(hit(0.954, 15.0, 4.2), -6);
        assertThat(weighing.correction()).isZero();
        assertThat(weighing.total()).isCloseTo(13.2, within(1e-9));
        assertThat(Weighing.probability(weighing.total())).isCloseTo(0.954, within(0.001));
    }

    @Test
    void differenceToTheScoreIsSaid() {
        Weighing weighing = Weighing.of(hit(0.5, 15.0), -6);
        assertThat(weighing.correction()).isCloseTo(-9, within(1e-9));
        assertThat(weighing.total()).isCloseTo(0, within(1e-9));
    }

    @Test
    void certaintyNeedsNoCorrection() {
        assertThat(Weighing.of(hit(1, 90), -6).correction()).isZero();
        assertThat(Weighing.of(hit(0, -90), -6).correction()).isZero();
    }
}
