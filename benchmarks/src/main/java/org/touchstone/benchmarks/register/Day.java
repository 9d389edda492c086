package org.touchstone.benchmarks.register;

import java.time.LocalDate;

/**
 * What a daily file brings to a register.
 *
 * @param date of the file
 * @param register how many records the register has had until then
 * @param records how many the file has
 * @param fresh share of them, 0 to 1, that the register does not have yet
 * @param died share of them that were live and are dead; the rest has another status or another owner
 */
public record Day(LocalDate date, long register, int records, double fresh, double died) {
    private static final int MOST_FRESH = 50_000;

    /** Shares as they are on a day like many. */
    public static Day usual(long register, int records) {
        return new Day(LocalDate.of(2026, 1, 2), register, records, 0.08, 0.12);
    }

    /**
     * @throws IllegalArgumentException when there is no such day
     */
    public Day {
        if (records < 1 || fresh < 0 || died < 0 || fresh + died > 1) {
            throw new IllegalArgumentException(
                    "expected records, and shares of 0 to 1 in all, found " + records + ", " + fresh + ", " + died);
        }
        if (!date.isAfter(Life.TODAY) || Math.round(records * fresh) > MOST_FRESH) {
            throw new IllegalArgumentException("expected a day after " + Life.TODAY + " with " + MOST_FRESH
                    + " new records at most, found " + date + " with " + Math.round(records * fresh));
        }
        if (register > Series.MOST || records > register / 4) {
            throw new IllegalArgumentException("expected a register of " + Series.MOST
                    + " records at most and four times the day's " + records + " at least, found " + register);
        }
    }

    /** Number of the first new record; a day has {@value #MOST_FRESH} for itself. */
    public long firstFresh() {
        return Series.MOST + (date.toEpochDay() - Life.TODAY.toEpochDay() - 1) * MOST_FRESH;
    }

    /** How many are new. */
    public int freshRecords() {
        return (int) Math.round(records * fresh);
    }

    /** How many have died. */
    public int diedRecords() {
        return (int) Math.round(records * died);
    }

    /** How many have changed. */
    public int changedRecords() {
        return records - freshRecords() - diedRecords();
    }
}
