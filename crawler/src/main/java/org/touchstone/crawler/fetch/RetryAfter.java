package org.touchstone.crawler.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Retry-After header, RFC 9110, section 10.2.3: seconds, or a date in one of the three forms of section 5.6.7. */
final class RetryAfter {
    /** What is asked for beyond it is cut; no crawl lasts so long. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT),
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ROOT),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT));

    private RetryAfter() {}

    /**
     * How long to wait; zero when nothing can be read. Dates are counted from the answer's own Date, so that a clock that is
     * wrong, here or there, does no harm.
     */
    static Duration of(String header, String date, Instant now) {
        String value = header.strip();
        if (value.matches("\\d+")) {
            return value.length() > 9 ? LONGEST : cut(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value)
                .map(at -> cut(Duration.between(date(date.strip()).orElse(now), at)))
                .orElse(Duration.ZERO);
    }

    private static Duration cut(Duration asked) {
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Optional<Instant> date(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // the next form
            }
        }
        return Optional.empty();
    }
}
