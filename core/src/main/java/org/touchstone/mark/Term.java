package org.touchstone.mark;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a registration is in force, both included.
 *
 * <p>An application is no right yet. What the register calls ended was in force until the day of its end, or of its
 * expiry where that came first. Without a day of its end nobody knows when, for it may have been cancelled long before it would have
 * expired; it counts as never in force, unless the register says that it expired, or the record is as of a day on which it had anyway. What the register calls live on a
 * day had not ended by then, whatever other days it gives (United States: classes cancelled in part, applications revived). Where the
 * first day is not known, a registration that the register calls live, or of which it says nothing, counts as in force from the start.
 *
 * @param from first day; null when it has no beginning that is known
 * @param to last day; null when it has no end that is known
 * @param never whether it is not in force on any day
 */
public record Term(@Nullable LocalDate from, @Nullable LocalDate to, boolean never) {
    private static final Term NEVER = new Term(null, null, true);

    /** The term of a registration. */
    public static Term of(Registration registration) {
        Dates dates = registration.dates();
        Status status = registration.status();
        return switch (status.standing()) {
            case PENDING ->
                dates.registered() == null
                        ? NEVER
                        : new Term(dates.registered(), earlier(end(dates, true), dates.expires()), false);
            case LIVE -> new Term(start(dates), earlier(end(dates, true), dates.expires()), false);
            case UNKNOWN -> new Term(start(dates), earlier(end(dates, false), dates.expires()), false);
            case DEAD -> {
                LocalDate end = dates.ended() != null ? dates.ended() : status.since();
                end = end == null ? pastExpiry(status, dates) : earlier(end, dates.expires());
                yield end == null || dates.registered() == null || end.isBefore(dates.registered())
                        ? NEVER
                        : new Term(dates.registered(), end, false);
            }
        };
    }

    /** @param stands whether the register says that it had not ended on the day of the record */
    private static @Nullable LocalDate end(Dates dates, boolean stands) {
        LocalDate ended = dates.ended();
        boolean isUndone = ended != null
                && (isBefore(ended, dates.registered())
                        || stands && dates.asOf() != null && !ended.isAfter(dates.asOf()));
        return isUndone ? null : ended;
    }

    private static @Nullable LocalDate pastExpiry(Status status, Dates dates) {
        LocalDate expires = dates.expires();
        boolean isPast = expires != null
                && (dates.asOf() == null ? Standing.isExpired(status.code()) : expires.isBefore(dates.asOf()));
        return isPast ? expires : null;
    }

    private static boolean isBefore(LocalDate day, @Nullable LocalDate other) {
        return other != null && day.isBefore(other);
    }

    private static @Nullable LocalDate start(Dates dates) {
        return dates.registered() != null ? dates.registered() : dates.filed();
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Whether a day lies within the term. */
    public boolean holdsOn(LocalDate day) {
        return !never && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
