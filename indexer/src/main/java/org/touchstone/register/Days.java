package org.touchstone.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as the offices write them: {@code 20260131}, {@code 2026-01-31} (also 2026.1.31, 2026/1/31 and 2026年1月31日), with or without a time or an
 * offset behind. An offset is the office's own, so the civil day stands as written.
 */
final class Days {
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:(\\d{2})(\\d{2})|[-./年](\\d{1,2})[-./月](\\d{1,2})日?)(?:[T ].*|Z|[+-]\\d{2}:?\\d{2})?");

    /** Marks were first registered in the 19th century. */
    private static final int EARLIEST = 1800;

    private static final int LATEST = 2200;

    private Days() {}

    /** A day; null when there is none, or, with a note, when it is none. */
    static @Nullable LocalDate read(String text, String field, Notes notes) {
        String day = text.strip();
        if (day.isEmpty() || day.chars().allMatch(digit -> digit == '0')) {
            return null;
        }
        Matcher parts = DAY.matcher(day);
        if (parts.matches()) {
            String month = parts.group(2) != null ? parts.group(2) : parts.group(4);
            String dayOfMonth = parts.group(3) != null ? parts.group(3) : parts.group(5);
            try {
                LocalDate read = LocalDate.of(
                        Integer.parseInt(parts.group(1)), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
                if (read.getYear() >= EARLIEST && read.getYear() <= LATEST) {
                    return read;
                }
            } catch (DateTimeException e) {
                // said below
            }
        }
        notes.add(field, "expected a day such as 2026-01-31, found '" + Notes.shortened(day) + "'; left empty", day);
        return null;
    }
}
