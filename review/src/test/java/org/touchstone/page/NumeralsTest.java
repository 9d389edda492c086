package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    @Test
    void weightHasItsSign() {
        assertThat(Numerals.weight(6.14)).isEqualTo("+6.1");
        assertThat(Numerals.weight(-9)).isEqualTo("−9.0");
        assertThat(Numerals.weight(-0.04)).isEqualTo("0.0");
    }

    @Test
    void percentIsNeverCertain() {
        assertThat(Numerals.percent(1)).isEqualTo(">\u00A099\u00A0%");
        assertThat(Numerals.percent(0)).isEqualTo("<\u00A01\u00A0%");
        assertThat(Numerals.percent(0.954)).isEqualTo("95\u00A0%");
        assertThat(Numerals.percent(0.9949)).isEqualTo("99\u00A0%");
        assertThat(Numerals.percent(0.0051)).isEqualTo("1\u00A0%");
    }

    @Test
    void amountHasNoExponent() {
        assertThat(Numerals.amount(new BigDecimal("1E+3"))).isEqualTo("1000.00");
        assertThat(Numerals.amount(new BigDecimal("199.00"))).isEqualTo("199.00");
    }

    @Test
    void countIsGrouped() {
        assertThat(Numerals.count(1_234_567)).isEqualTo("1\u202F234\u202F567");
    }
}
