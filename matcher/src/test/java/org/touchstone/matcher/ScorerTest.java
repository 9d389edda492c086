package org.touchstone.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.listing.Listing;

class ScorerTest {
    private static Evidence.Word word(double weight) {
        return new Evidence.Word("word", "title", 0, 6, "NUVlMO", "NUVIMO", 0.9, List.of("confusable"), weight, "");
    }

    private static Hit score(List<Evidence> signs, Evidence.Circumstance... circumstances) {
        return Scorer.score(
                Listing.builder("1").build(), "m", "", signs, List.of(circumstances), new Versions("", "", "", ""));
    }

    @Test
    void probabilityOfDecibans() {
        assertThat(Scorer.probability(0)).isEqualTo(0.5);
        assertThat(Scorer.probability(10)).isCloseTo(10 / 11.0, within(1e-12));
        assertThat(Scorer.probability(-10)).isCloseTo(1 / 11.0, within(1e-12));
    }

    @Test
    void scoreIsTheSumThatAPersonCanCheck() {
        Hit hit = score(List.of(word(15)), new Evidence.Circumstance("lawful-use", -9, "made to fit"));

        assertThat(hit.weight()).isEqualTo(6);
        assertThat(hit.score()).isCloseTo(Scorer.probability(Scorer.PRIOR + 6), within(1e-6));
        assertThat(hit.outlook()).isEqualTo(Outlook.INFRINGEMENT);
    }

    @Test
    void repeatedSignsAddLittle() {
        List<Evidence> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(word(12));
        }
        Hit hit = score(many);

        assertThat(hit.weight()).isBetween(12.0, 14.0);
        assertThat(hit.evidence()).hasSize(8);
    }

    @Test
    void lawfulOutlook() {
        assertThat(score(List.of(word(10)), new Evidence.Circumstance(Wording.LAWFUL_USE, -9, "")).outlook())
                .isEqualTo(Outlook.LAWFUL_USE);
    }

    @Test
    void replicaOutlook() {
        assertThat(score(List.of(word(10)), new Evidence.Circumstance(Wording.REPLICA, 10, "")).outlook())
                .isEqualTo(Outlook.COUNTERFEIT);
    }
}
