package org.touchstone.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and instants as both languages write them. */
public final class Numerals {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Numerals() {}

    /** A weight with its sign and one decimal: {@code +6.1}, {@code −9.0}, {@code 0.0}. */
    public static String weight(double decibans) {
        double rounded = Math.round(decibans * 10) / 10.0;
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(rounded));
        return (rounded > 0 ? "+" : rounded < 0 ? "\u2212" : "") + digits;
    }

    /** A probability as a whole percentage; never 0 or 100, which nothing uncertain is. */
    public static String percent(double probability) {
        if (probability >= 0.995) {
            return ">\u00A099\u00A0%";
        }
        return probability < 0.005 ? "<\u00A01\u00A0%" : Math.round(probability * 100) + "\u00A0%";
    }

    /** Two decimals. */
    public static String likeness(double similarity) {
        return String.format(Locale.ROOT, "%.2f", similarity);
    }

    /** Digits in groups of three, parted by narrow spaces. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
    }

    /** An amount of money without needless noughts, never in powers of ten. */
    public static String amount(BigDecimal amount) {
        BigDecimal plain = amount.scale() < 0 || amount.scale() > 4 ? amount.setScale(2, RoundingMode.HALF_UP) : amount;
        return plain.toPlainString();
    }

    /** {@code 2026-11-23 08:00:00 UTC}. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }
}
