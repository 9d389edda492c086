package org.touchstone.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.listing.Price;

class PriceTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "199.00 | CNY | 199.00 | CNY",
                "¥199 | '' | 199 | CNY",
                "￥１，２９９．００ | '' | 1299.00 | CNY",
                "299元 | '' | 299 | CNY",
                "1.2万 | CNY | 12000 | CNY",
                "3 千元 | '' | 3000 | '' ",
                "99.00-199.00 | ¥ | 99.00 | CNY",
                "$1,299.95 | '' | 1299.95 | USD",
                "HK$ 88 | '' | 88 | HKD",
                "1.299,00 € | '' | 1299.00 | EUR",
                "1.299 | EUR | 1299 | EUR",
                "1 299,50 | EUR | 1299.50 | EUR",
                "12,5 | EUR | 12.5 | EUR",
                "USD 45 | '' | 45 | USD",
                "1,299 | USD | 1299 | USD",
                "1,234,567 | JPY | 1234567 | JPY",
                "0 | USD | 0 | USD",
                "12.345 | KWD | 12.345 | KWD",
                "¥1.5w | '' | 15000 | CNY",
                "原价¥299 到手价¥159 | '' | 159 | CNY",
                "131 990 тг. | '' | 131990 | KZT",
                "1'299.50 | CHF | 1299.50 | CHF",
                "€ 20,- | '' | 20 | EUR",
                "1,29,999 | ₹ | 129999 | INR",
                "270,00 Kn | '' | 270 | HRK",
                "¥99起 | '' | 99 | CNY",
                "1-2万元 | '' | 10000 | CNY",
                "¥1.2万~1.5万 | '' | 12000 | CNY",
                "128～256元 | '' | 128 | CNY",
                "¥12800–15800 | '' | 12800 | CNY",
                "定金¥50 预售价¥299 | '' | 299 | CNY",
                "订金：20元，全款 180元 | '' | 180 | CNY",
                "¥33.25×12期 ¥399 | '' | 399 | CNY",
                "¥33/期 总价 ¥396 | '' | 396 | CNY",
                "12期免息 ¥1,200 | '' | 1200 | CNY",
                "会员价 ¥88 ¥99 | '' | 99 | CNY",
                "¥99 会员价¥88 | '' | 99 | CNY",
                "PLUS价¥188 ¥199 | '' | 199 | CNY",
                "原价：¥299 ¥159 | '' | 159 | CNY",
                "吊牌价 599 元 折后 199 元 | '' | 199 | CNY",
                "8折 ¥80 | '' | 80 | CNY",
                "已售300件 ¥45 | '' | 45 | CNY",
                "Was £40.00 £25.00 | '' | 25 | GBP",
                "List Price: $20.00 Price: $15.00 | '' | 15 | USD",
                "$10 deposit, $99.00 in all | '' | 99 | USD",
                "$8.25/mo or $99 | '' | 99 | USD",
                "20% off $80 | '' | 80 | USD",
                "Members $70 Everybody $80 | '' | 80 | USD",
                "from $15 to $20 | '' | 15 | USD",
            })
    void parse(String text, String currency, String amount, String code) {
        Price price = PriceText.parse(text, currency).orElseThrow();
        assertThat(price.amount()).isEqualByComparingTo(new BigDecimal(amount));
        if (!text.contains("千")) {
            assertThat(price.currency()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "面议",
                "call us",
                "-5",
                "定金 ¥50",
                "¥33/期",
                "原价 ¥299",
                "Save $20",
                "RRP £40",
                "999999999999999999999999"
            })
    void parseNone(String text) {
        assertThat(PriceText.parse(text, "CNY")).isEmpty();
    }

    @Property(tries = 500)
    void parseOfAnythingThrowsNothing(@ForAll String text, @ForAll String currency) {
        PriceText.parse(text, currency)
                .ifPresent(price -> assertThat(price.amount()).isNotNegative());
        PriceText.parse("1" + text, currency);
    }
}
