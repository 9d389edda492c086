package org.touchstone.matcher.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.listing.Listing;
import org.touchstone.mark.BrandPolicy.Period;
import org.touchstone.mark.BrandPolicy.TimeHonoured;

class HonouredClaimsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final TimeHonoured PROVINCIAL =
            new TimeHonoured("浙江老字号", "山隐茶", new Period(LocalDate.of(2002, 5, 1), null), "");
    private static final TimeHonoured NATIONAL =
            new TimeHonoured("中华老字号", "山隐茶", new Period(LocalDate.of(2011, 3, 2), LocalDate.of(2023, 11, 10)), "");

    private static double weight(String title, List<TimeHonoured> entries, Optional<Boolean> known) {
        return HonouredClaims.evidence(Listing.builder("1").title(title).build(), DAY, entries, known)
                .map(one -> one.weight())
                .orElse(0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"中华老字号 山隐茶", "中華老字號", "China Time-honored Brand tea", "China time honoured brand"})
    void nationalClaimAfterTheNationalEntryEnded(String title) {
        assertThat(weight(title, List.of(PROVINCIAL, NATIONAL), Optional.of(true)))
                .isEqualTo(6);
    }

    @Test
    void claimThatHolds() {
        assertThat(weight("老字号 山隐茶", List.of(PROVINCIAL, NATIONAL), Optional.of(true)))
                .isZero();
        assertThat(weight("老字号 山隐茶", List.of(PROVINCIAL, NATIONAL), Optional.empty()))
                .isZero();
        assertThat(weight("老字号 山隐茶", List.of(PROVINCIAL, NATIONAL), Optional.of(false)))
                .isEqualTo(4);
    }

    @Test
    void noClaimOrNoEntries() {
        assertThat(weight("山隐茶", List.of(NATIONAL), Optional.of(false))).isZero();
        assertThat(weight("非老字号 山隐茶", List.of(NATIONAL), Optional.of(false))).isZero();
        assertThat(weight("中华老字号", List.of(), Optional.of(false))).isZero();
    }
}
