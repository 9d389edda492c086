package org.touchstone.matcher.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NiceHeadingsTest {
    @Test
    void everyClassHasItsOwnHeadingInBothLanguages() {
        Set<String> headings = new HashSet<>();
        for (int nice = 1; nice <= NiceClasses.COUNT; nice++) {
            assertThat(NiceHeadings.of(nice, Locale.ENGLISH)).matches("[A-Z][ -~]+");
            assertThat(NiceHeadings.of(nice, Locale.SIMPLIFIED_CHINESE)).matches("[\\p{IsHan}，、（）]+");
            headings.add(NiceHeadings.of(nice, Locale.ENGLISH));
            headings.add(NiceHeadings.of(nice, Locale.SIMPLIFIED_CHINESE));
        }
        assertThat(headings).hasSize(2 * NiceClasses.COUNT);
    }

    @Test
    void headingsStandBesideTheirClass() {
        assertThat(NiceHeadings.of(25, Locale.UK)).isEqualTo("Clothing, footwear, headwear");
        assertThat(NiceHeadings.of(25, Locale.TRADITIONAL_CHINESE)).isEqualTo("服装，鞋，帽");
        assertThat(NiceHeadings.of(45, Locale.FRANCE)).startsWith("Legal");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 46})
    void otherNumbersAreNoClasses(int nice) {
        assertThatThrownBy(() -> NiceHeadings.of(nice, Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 45");
    }
}
