package org.touchstone.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GramsTest {
    @ParameterizedTest
    @CsvSource({
        "500g, 500",
        "500 G, 500",
        "kg, 1000",
        "斤, 500",
        "1斤, 500",
        "半斤, 250",
        "两斤, 1000",
        "二两, 100",
        "jin, 500",
        "1.5kg, 1500",
        "５００克, 500",
        "2 公斤, 2000"
    })
    void oneWeight(String text, BigDecimal grams) {
        assertThat(Grams.of(text)).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(grams));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bag", "500", "0g", "500g/250g", "5gb", "g500", "1e9kg"})
    void noWeight(String text) {
        assertThat(Grams.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "山隐龙井 明前 250g 罐装, 250",
        "山隐龙井250克×2罐, 500",
        "tea 2 x 125g, 250",
        "特级茶叶一斤装, 500",
        "二两装, 100",
        "green tea 1.5kg bag, 1500",
        "250g罐装 净重250克, 250"
    })
    void weightInATitle(String title, BigDecimal grams) {
        assertThat(Grams.in(title))
                .singleElement()
                .satisfies(read -> assertThat(read).isEqualByComparingTo(grams));
    }

    @Test
    void severalWeightsAndNone() {
        assertThat(Grams.in("250g/500g")).hasSize(2);
        assertThat(Grams.in("64GB 手机 一两用 5gen")).isEmpty();
    }

    @Test
    void longTextIsReadInLittleTime() {
        assertThat(Grams.in("1 x".repeat(1_000_000))).isEmpty();
    }
}
