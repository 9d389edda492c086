package org.touchstone.benchmarks.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Draws at random, and the same each time for the same seed, number and part. Not thread-safe. */
final class Draw {
    /** What is drawn by itself, so that a change in one part leaves the others as they were. */
    enum Part {
        LIFE,
        MARK,
        STATEMENTS,
        EVENTS,
        CLASSES,
        HEADER,
        CORRESPONDENT,
        OWNERS,
        PRIOR,
        FOREIGN,
        DESIGN,
        INTERNATIONAL,
        MADRID,
        CHANGE
    }

    private final Random random;

    Draw(long seed, long number, Part part) {
        random = new Random(mix(mix(seed + number) + part.ordinal()));
    }

    /** Spreads near numbers far apart; the finaliser of SplitMix64. */
    private static long mix(long number) {
        long mixed = number + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    Random random() {
        return random;
    }

    /**
     * @param share from 0 to 1
     */
    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** Half of them below the median, few far above. */
    int longTail(double median, double spread) {
        return (int) Math.round(median * StrictMath.exp(spread * random.nextGaussian()));
    }

    /** A day, both ends included; the first where the last lies before it. */
    LocalDate day(LocalDate first, LocalDate last) {
        long days = last.toEpochDay() - first.toEpochDay();
        return days <= 0 ? first : first.plusDays(random.nextInt((int) days + 1));
    }

    /** A day some days after another, but not after the last. */
    LocalDate after(LocalDate day, int least, int most, LocalDate last) {
        LocalDate later = day.plusDays(between(least, most));
        return later.isAfter(last) ? last : later;
    }
}
