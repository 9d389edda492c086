package org.touchstone.mark;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a registration; each is null when not known.
 *
 * @param filed of the application
 * @param published of the application, for opposition
 * @param oppositionFrom first day on which others may oppose
 * @param oppositionTo last day on which others may oppose
 * @param registered first day of protection
 * @param renewed of the last renewal
 * @param expires last day of protection
 * @param ended on which it was cancelled, surrendered, withdrawn, refused or left to lapse
 * @param asOf to which the source brings the record up to date; a record as of an earlier day does not replace a later one
 */
public record Dates(
        @Nullable LocalDate filed,
        @Nullable LocalDate published,
        @Nullable LocalDate oppositionFrom,
        @Nullable LocalDate oppositionTo,
        @Nullable LocalDate registered,
        @Nullable LocalDate renewed,
        @Nullable LocalDate expires,
        @Nullable LocalDate ended,
        @Nullable LocalDate asOf) {
    /** No day is known. */
    public static final Dates UNKNOWN = new Dates(null, null, null, null, null, null, null, null, null);
}
