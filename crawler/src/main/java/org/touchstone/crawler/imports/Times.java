package org.touchstone.crawler.imports;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as exports and file names have them, in Chinese and English. */
final class Times {
    private static final int LONGEST = 60;
    private static final String HALF = "(上午|下午|中午|晚上|凌晨|[AaPp]\\.?[Mm]\\.?)?";
    private static final String CLOCK =
            "(?:[T ,]+" + HALF + " *(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d{1,9})?)?:? *" + HALF + ")?";
    private static final String OFFSET = " *(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?(?: [A-Z]{3,4})?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + CLOCK + OFFSET);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + CLOCK + OFFSET);
    private static final Pattern DIGITS =
            Pattern.compile("(20\\d{2}|19\\d{2})(\\d{2})(\\d{2})(?:[ _T-]?(\\d{2}):?(\\d{2}):?(\\d{2})?)?");
    /** Days as Excel counts them, from 1954 to 2091. */
    private static final Pattern SERIAL = Pattern.compile("([2-6]\\d{4})(?:\\.\\d{1,15})?");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern HOUR = Pattern.compile("( \\d{1,2})$");

    private static final String GAP = "[-_.年月日时分: ]{0,3}";
    private static final Pattern NAMED = Pattern.compile("(?<!\\d)(20\\d{2})" + GAP + "(\\d{2})" + GAP + "(\\d{2})(?:"
            + GAP + "(?:at |T)?" + HALF + "[ ]?(\\d{1,2})[-_.时:]?(\\d{2})[-_.分:]?(\\d{2})?秒?(?:\\d{3})?)?(?: ?"
            + "([AaPp][Mm]))?(?!\\d)");
    /** How WeChat names what it saves: milliseconds since 1970. */
    private static final Pattern EXPORTED = Pattern.compile("mmexport(1\\d{12})(?!\\d)");

    private Times() {}

    /**
     * Reads a time by a format.
     *
     * @param zone of a time that does not state its own
     */
    static Optional<Instant> parse(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            TemporalAccessor read = format.parse(text.strip());
            ZoneId own = read.query(TemporalQueries.zone());
            LocalDate day = read.query(TemporalQueries.localDate());
            LocalTime time = read.query(TemporalQueries.localTime());
            return day == null
                    ? Optional.empty()
                    : Optional.of(day.atTime(time == null ? LocalTime.MIDNIGHT : time)
                            .atZone(own == null ? zone : own)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a time in any of the usual forms; empty when it is none, or when nobody can tell the day from the month.
     *
     * @param zone of a time that does not state its own
     */
    static Optional<Instant> parse(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(text);
        try {
            if (plain.matches("1\\d{9}")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(plain)));
            }
            if (plain.matches("1\\d{12}")) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(plain)));
            }
            Matcher matcher = YEAR_FIRST.matcher(plain);
            if (matcher.matches()) {
                LocalDate day = LocalDate.of(whole(matcher, 1), whole(matcher, 2), whole(matcher, 3));
                return Optional.of(at(day, matcher, zone));
            }
            matcher = YEAR_LAST.matcher(plain);
            if (matcher.matches()) {
                int first = whole(matcher, 1);
                int second = whole(matcher, 2);
                if (first <= 12 && second <= 12 && first != second) {
                    return Optional.empty();
                }
                LocalDate day = LocalDate.of(whole(matcher, 3), Math.min(first, second), Math.max(first, second));
                return Optional.of(at(day, matcher, zone));
            }
            matcher = DIGITS.matcher(plain);
            if (matcher.matches()) {
                LocalDate day = LocalDate.of(whole(matcher, 1), whole(matcher, 2), whole(matcher, 3));
                return Optional.of(day.atTime(whole(matcher, 4), whole(matcher, 5), whole(matcher, 6))
                        .atZone(zone)
                        .toInstant());
            }
            if (SERIAL.matcher(plain).matches()) {
                long seconds = Math.round(Double.parseDouble(plain) * 86_400);
                return Optional.of(LocalDate.of(1899, 12, 30)
                        .atStartOfDay()
                        .plusSeconds(seconds)
                        .atZone(zone)
                        .toInstant());
            }
        } catch (DateTimeException e) {
            // no such day or time
        }
        return Optional.empty();
    }

    /** Chinese words as the signs that stand for them. */
    private static String plain(String text) {
        String plain = text;
        if (!text.chars().allMatch(c -> c < 0x80)) {
            plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .replaceAll("[年月]", "-")
                    .replaceAll("日", " ")
                    .replaceAll("[时時点點分]", ":")
                    .replaceAll("秒", "")
                    .replaceAll("\\((?:周|星期).\\)|(?:周|星期)[一二三四五六日天]", " ");
        }
        return HOUR.matcher(SPACES.matcher(plain).replaceAll(" ").replaceFirst(":$", ""))
                .replaceFirst("$1:00")
                .strip();
    }

    /** A day with the clock and the offset of the last six groups. */
    private static Instant at(LocalDate day, Matcher matcher, ZoneId zone) {
        int hour = whole(matcher, 5);
        String half = text(matcher, 4) + text(matcher, 8);
        LocalDateTime time = day.atTime(hour(hour, half), whole(matcher, 6), whole(matcher, 7));
        String offset = text(matcher, 9);
        if (offset.isEmpty()) {
            return time.atZone(zone).toInstant();
        }
        return time.toInstant(offset.matches("[A-Z]+") ? ZoneOffset.UTC : ZoneOffset.of(offset));
    }

    private static int hour(int hour, String half) {
        boolean late = half.matches("下午|晚上|[Pp].*");
        boolean early = half.matches("上午|凌晨|[Aa].*");
        return late && hour < 12 ? hour + 12 : early && hour == 12 ? 0 : hour;
    }

    private static String text(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private static int whole(Matcher matcher, int group) {
        String text = text(matcher, group);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** The time that a file's name tells, as phones and programs name screenshots; empty when it tells none. */
    static Optional<Instant> ofName(String name, ZoneId zone) {
        Matcher exported = EXPORTED.matcher(name);
        if (exported.find()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(exported.group(1))));
        }
        Matcher named = NAMED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC));
        while (named.find()) {
            try {
                LocalDate day = LocalDate.of(whole(named, 1), whole(named, 2), whole(named, 3));
                int hour = hour(whole(named, 5), text(named, 4) + text(named, 8));
                return Optional.of(day.atTime(hour, whole(named, 6), whole(named, 7))
                        .atZone(zone)
                        .toInstant());
            } catch (DateTimeException e) {
                // digits of something else
            }
        }
        return Optional.empty();
    }

    /** A file's name without the time that it tells. */
    static String withoutTime(String name) {
        return NAMED.matcher(EXPORTED.matcher(name).replaceAll(" ")).replaceAll(" ");
    }
}
