package org.touchstone.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.hit.Box;
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
    void signsTogetherSayNoMoreThanThatTheMarkIsMeant() {
        Evidence.Picture logo =
                new Evidence.Picture("logo", "1.jpg", new Box(0, 0, 9, 9), "a.svg", 0.9, List.of("geometry"), 40, "");
        Hit both = score(List.of(word(18), logo));
        Hit weaker = score(List.of(word(18)));

        assertThat(both.weight()).isCloseTo(16 + (58 - 16) / 4.0, within(0.02));
        assertThat(both.score()).isGreaterThan(weaker.score());
        assertThat(both.evidence().get(0)).isInstanceOf(Evidence.Picture.class);
        Hit official = score(List.of(word(18), logo), new Evidence.Circumstance(BrandPolicies.SELLER, -30, ""));
        assertThat(official.score()).isLessThan(0.2);
        assertThat(official.outlook()).isEqualTo(Outlook.LAWFUL_USE);
    }

    @Test
    void lawfulOutlook() {
        assertThat(score(List.of(word(10)), new Evidence.Circumstance(Wording.LAWFUL_USE, -9, ""))
                        .outlook())
                .isEqualTo(Outlook.LAWFUL_USE);
    }

    @Test
    void replicaOutlook() {
        assertThat(score(List.of(word(10)), new Evidence.Circumstance(Wording.REPLICA, 10, ""))
                        .outlook())
                .isEqualTo(Outlook.COUNTERFEIT);
    }
}
