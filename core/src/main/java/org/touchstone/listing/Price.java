package org.touchstone.listing;

import java.math.BigDecimal;

/**
 * A price as offered.
 *
 * @param amount in units of the currency, not negative
 * @param currency ISO 4217 code, empty when the page did not say
 */
public record Price(BigDecimal amount, String currency) {
    public Price {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("price is negative: " + amount);
        }
    }
}
