package org.touchstone.benchmarks;

/**
 * What came of a run.
 *
 * @param titles that were matched, some of them several times
 * @param seconds of wall clock
 * @param processor seconds that the processors worked for the process, its compilers and collectors included
 * @param found marks found in them
 * @param plainFound of the marks that stand there as registered, how many were found
 * @param plain marks that stand there as registered
 */
record Tally(long titles, double seconds, double processor, long found, long plainFound, long plain) {
    double perSecond() {
        return titles / seconds;
    }

    /** Hardly changes when others use the machine. */
    double perSecondOfProcessor() {
        return titles / Math.max(0.01, processor);
    }

    double foundPerTitle() {
        return titles == 0 ? 0 : (double) found / titles;
    }

    double plainShare() {
        return plain == 0 ? 0 : (double) plainFound / plain;
    }
}
