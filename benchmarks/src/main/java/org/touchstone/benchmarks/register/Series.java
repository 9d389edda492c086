package org.touchstone.benchmarks.register;

import java.time.LocalDate;
import java.util.List;

/**
 * The first two digits of a serial number, which tell when and how it was filed.
 *
 * @param madrid whether they come from the International Bureau
 */
record Series(int code, LocalDate first, LocalDate last, boolean madrid) {
    /** Serial numbers of one series. */
    private static final int NUMBERS = 1_000_000;

    private static final List<Series> ALL = List.of(
            of(72, 1956, 1973),
            of(73, 1973, 1989),
            of(74, 1989, 1995),
            of(75, 1995, 2000),
            of(76, 2000, 2012),
            of(77, 2006, 2010),
            of(78, 2000, 2006),
            new Series(79, date(2003), date(2025), true),
            of(85, 2010, 2014),
            of(86, 2013, 2016),
            of(87, 2016, 2018),
            of(88, 2018, 2020),
            of(90, 2020, 2021),
            of(97, 2021, 2023),
            of(98, 2023, 2025));

    /** What comes in after the last day that the register knows of. */
    private static final Series NEW = of(99, 2025, 2026);

    /** How many records a register can have; numbers from here on are those of new applications. */
    static final int MOST = ALL.size() * NUMBERS;

    private static Series of(int code, int first, int last) {
        return new Series(code, date(first), date(last), false);
    }

    private static LocalDate date(int year) {
        return LocalDate.of(year, 6, 30);
    }

    static Series of(long number) {
        return number >= MOST ? NEW : ALL.get((int) (number % ALL.size()));
    }

    /** Serial number of the record with a number; each has its own. */
    static int serial(long number) {
        if (number < 0 || number >= MOST + NUMBERS) {
            throw new IllegalArgumentException("expected a number below " + (MOST + NUMBERS) + ", found " + number);
        }
        return of(number).code * NUMBERS + (int) (number >= MOST ? number - MOST : number / ALL.size());
    }
}
