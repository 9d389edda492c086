package org.touchstone.mark;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a registration stands at its office.
 *
 * @param code the office's own code or word, as it came; empty when not known
 * @param standing what it means
 * @param since day of the status; null when not known
 * @param opposed whether an opposition is, or was at that day, under way
 */
public record Status(
        String code, Standing standing, @Nullable LocalDate since, boolean opposed) {
    public Status {
        code = code.strip();
    }

    /** Nothing is known. */
    public static final Status UNKNOWN = of("");

    /** A status by an office's or a user's word for it. */
    public static Status of(String code) {
        return new Status(code, Standing.of(code), null, Standing.isOpposed(code));
    }
}
