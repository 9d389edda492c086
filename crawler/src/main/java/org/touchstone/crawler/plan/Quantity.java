package org.touchstone.crawler.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities with units, as people write them: {@code 2s}, {@code 1h30m}, {@code 2GiB}. */
public final class Quantity {
    private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([a-zA-Z]+)\\s*");
    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Long> SIZES = sizes();

    private Quantity() {}

    /** Reads a time such as {@code 2s}, {@code 500ms} or {@code 1h30m}; empty when it is none. */
    public static Optional<Duration> time(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text.strip());
        int end = 0;
        while (part.find() && part.start() == end) {
            Duration unit = TIMES.get(part.group(2).toLowerCase(Locale.ROOT));
            BigDecimal count = new BigDecimal(part.group(1));
            if (unit == null || count.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
                return Optional.empty();
            }
            sum = sum.plusMillis(
                    count.multiply(BigDecimal.valueOf(unit.toMillis())).longValue());
            end = part.end();
        }
        return end > 0 && end == text.strip().length() ? Optional.of(sum) : Optional.empty();
    }

    /** Reads a size in bytes such as {@code 500KiB} or {@code 2GB}; empty when it is none. */
    public static Optional<Long> bytes(String text) {
        Matcher part = PART.matcher(text.strip());
        if (!part.matches()) {
            return Optional.empty();
        }
        Long unit = SIZES.get(part.group(2).toLowerCase(Locale.ROOT));
        BigDecimal count = new BigDecimal(part.group(1));
        return unit == null || count.compareTo(BigDecimal.valueOf(1_000_000)) > 0
                ? Optional.empty()
                : Optional.of(count.multiply(BigDecimal.valueOf(unit)).longValue());
    }

    private static Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("b", 1L);
        long binary = 1;
        long decimal = 1;
        for (String prefix : new String[] {"k", "m", "g", "t"}) {
            binary *= 1024;
            decimal *= 1000;
            sizes.put(prefix + "ib", binary);
            sizes.put(prefix + "b", decimal);
        }
        return sizes;
    }
}
