package org.touchstone.crawler.live;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Wall-clock times as playlists and rooms write them. */
final class StreamTime {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);
    private static final long FIRST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    private StreamTime() {}

    /**
     * Reads an ISO 8601 date with time, taken as UTC when it states no zone, or seconds or milliseconds since 1970. Empty
     * when it is none, or outside of the years 2000 to 2199, which is how broken clocks show.
     */
    static Optional<Instant> parse(String text) {
        String plain = text.strip();
        try {
            if (plain.matches("\\d{9,13}")) {
                long number = Long.parseLong(plain);
                return Optional.of(plain.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number))
                        .filter(StreamTime::isSane);
            }
            return Optional.of(OffsetDateTime.parse(plain, ISO)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toInstant())
                    .filter(StreamTime::isSane);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The time some time later. Total time is bounded by the limits of segments and durations, so nothing overflows. */
    static Instant later(Instant at, Duration time) {
        return at.plus(time);
    }

    private static boolean isSane(Instant at) {
        return at.getEpochSecond() >= FIRST && at.getEpochSecond() < LAST;
    }
}
