package org.touchstone.matcher.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.listing.Listing;
import org.touchstone.listing.Price;
import org.touchstone.mark.BrandPolicy.ReferencePrice;

class PricesTest {
    private static final List<ReferencePrice> REFERENCES = List.of(
            new ReferencePrice("特级", new BigDecimal("1500"), "CNY", new BigDecimal("500")),
            new ReferencePrice("", new BigDecimal("300"), "CNY", new BigDecimal("500")),
            new ReferencePrice("gift tin", new BigDecimal("288"), "CNY", null));

    private static double weight(String title, String amount, String currency) {
        Listing listing = Listing.builder("1")
                .title(title)
                .price(new Price(new BigDecimal(amount), currency))
                .build();
        return Prices.evidence(listing, REFERENCES).map(one -> one.weight()).orElse(0.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "特级 龙井 250g | 150 | CNY | 5",
                "特级 龙井 250g | 250 | CNY | 3",
                "特级 龙井 250g | 251 | CNY | 0",
                "特级 龙井 半斤 | 150 | CNY | 5",
                "特级 龙井 125g×2 | 150 | CNY | 5",
                "特级 龙井 1kg | 600 | CNY | 5",
                "龙井 250g | 150 | CNY | 0",
                "龙井 250g | 50 | CNY | 3",
                "三级 龙井 250g | 30 | CNY | 5",
                "特级 龙井 | 1 | CNY | 0",
                "特级 龙井 250g/500g | 1 | CNY | 0",
                "特级 龙井 250g | 1 | USD | 0",
                "特级 龙井 250g | 0 | CNY | 0",
                "tea GIFT TIN | 57.6 | CNY | 5",
                "tea tin | 1 | CNY | 0",
            })
    void priceAgainstReference(String title, String amount, String currency, double weight) {
        assertThat(weight(title, amount, currency)).isEqualTo(weight);
    }

    @Test
    void weightFromTheAttribute() {
        Listing listing = Listing.builder("1")
                .title("特级龙井")
                .attributes(Map.of("净含量", "250克"))
                .price(new Price(new BigDecimal("99"), "CNY"))
                .build();
        assertThat(Prices.evidence(listing, REFERENCES))
                .hasValueSatisfying(one -> assertThat(one.note())
                        .isEqualTo("far below the reference price: 13% of 1500 CNY per 500 g for 特级"));
    }
}
