package org.touchstone.indexer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Term;

/** Packs days into numbers: days since 1970, two numbers in one. */
final class Days {
    private static final Standing[] STANDINGS = Standing.values();
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private Days() {}

    private static long pack(int high, int low) {
        return (long) high << 32 | low & 0xffffffffL;
    }

    /** A term that is never in force ends before it begins. */
    static long pack(Term term) {
        if (term.never()) {
            return pack(Integer.MAX_VALUE, Integer.MIN_VALUE);
        }
        return pack(
                term.from() == null ? Integer.MIN_VALUE : number(term.from()),
                term.to() == null ? Integer.MAX_VALUE : number(term.to()));
    }

    /** Whether a packed term has a day in it. */
    static boolean holds(long term, int day) {
        return (int) (term >> 32) <= day && day <= (int) term;
    }

    /** Whether a packed term has no day at all. */
    static boolean isNever(long term) {
        return (int) (term >> 32) == Integer.MAX_VALUE && (int) term == Integer.MIN_VALUE;
    }

    /** Whether a packed term has one of the days from the first to the last. */
    static boolean meets(long term, int first, int last) {
        return (int) (term >> 32) <= last && first <= (int) term;
    }

    static long pack(Standing standing, @Nullable LocalDate asOf) {
        return pack(asOf == null ? UNKNOWN : number(asOf), standing.ordinal());
    }

    static Standing standing(long state) {
        return STANDINGS[(int) state];
    }

    static @Nullable LocalDate asOf(long state) {
        int day = (int) (state >> 32);
        return day == UNKNOWN ? null : LocalDate.ofEpochDay(day);
    }

    static int number(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
