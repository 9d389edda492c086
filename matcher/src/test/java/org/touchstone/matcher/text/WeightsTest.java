package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightsTest {
    @Test
    void plainSightWeighsByItsSurpriseUpToALimit() {
        assertThat(Weights.own(0, Set.of(How.EXACT))).isEqualTo(Weights.LEAST);
        assertThat(Weights.own(18, Set.of(How.EXACT))).isBetween(3.0, 5.0);
        assertThat(Weights.own(100, Set.of(How.EXACT))).isEqualTo(Weights.PLAIN);
    }

    @ParameterizedTest
    @EnumSource(
            value = How.class,
            names = {"STYLED", "CONFUSABLE", "LEET", "SEPARATED", "SIMPLIFIED", "DIVIDED", "FOLDED", "PART"})
    void dressWeighsMore(How way) {
        assertThat(Weights.own(20, Set.of(way))).isGreaterThan(Weights.own(20, Set.of(How.EXACT)));
    }

    @Test
    void disguiseWeighsMoreThanAHabit() {
        assertThat(Weights.own(20, Set.of(How.SEPARATED))).isGreaterThan(Weights.own(20, Set.of(How.DIVIDED)) + 3);
    }

    @Test
    void nothingWeighsMoreThanTheMost() {
        assertThat(Weights.own(1000, EnumSet.allOf(How.class))).isEqualTo(Weights.MOST);
        assertThat(Weights.distorted(1000, 0)).isEqualTo(Weights.MOST);
    }

    @Test
    void distortedReadingThatChanceExplainsIsNegative() {
        assertThat(Weights.distorted(0, 0)).isNegative();
        assertThat(Weights.distorted(20, 0)).isPositive();
        assertThat(Weights.distorted(20, 5)).isNegative();
    }

    @Test
    void distortedReadingWeighsMoreTheMoreBitsItHas() {
        assertThat(Weights.distorted(24, 0)).isGreaterThan(Weights.distorted(20, 0));
        assertThat(Weights.distorted(24, 2)).isEqualTo(Weights.distorted(22, 0));
    }
}
