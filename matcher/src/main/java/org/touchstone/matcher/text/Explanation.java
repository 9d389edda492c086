package org.touchstone.matcher.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the readings that explain a text best: where a piece is one mark's own sign, it is not another mark's distorted
 * one, and of distorted readings of the same piece only the likelier stay. A Chinese mark spelt in letters stays beside
 * the mark in letters that it spells: both sound so.
 */
final class Explanation {
    /** Distorted readings this much lighter than the heaviest of the same piece go, in decibans. */
    private static final double MARGIN = 4;

    /** More signs in one text are of no use to anybody. */
    private static final int MOST = 1_000;

    private static final int MOST_DISTORTED = 100;

    private Explanation() {}

    static List<Reading> best(List<Reading> readings) {
        List<Reading> heavy = new ArrayList<>(readings);
        heavy.sort(Comparator.comparingDouble(Reading::weight).reversed());
        List<Reading> kept = new ArrayList<>();
        List<Reading> own = heavy.stream().filter(Reading::faithful).limit(MOST).toList();
        for (Reading reading : own) {
            boolean within = own.stream().anyMatch(other -> other.covers(reading) && !reading.covers(other));
            kept.add(within ? reading.withWeight(Math.max(1, reading.weight() + Weights.WITHIN)) : reading);
        }
        int distorted = 0;
        for (Reading reading : heavy) {
            if (!reading.faithful() && distorted < MOST_DISTORTED && stands(reading, own, kept)) {
                kept.add(belowOwn(reading, own));
                distorted++;
            }
        }
        return kept;
    }

    /** What is another mark's own sign means that mark rather than the one that it spells. */
    private static Reading belowOwn(Reading reading, List<Reading> own) {
        double most = reading.weight();
        for (Reading other : own) {
            if (other.covers(reading) && reading.covers(other)) {
                most = Math.min(most, other.weight() - 0.1);
            }
        }
        return reading.withWeight(most);
    }

    private static boolean stands(Reading reading, List<Reading> own, List<Reading> kept) {
        int length = reading.end() - reading.start();
        for (Reading other : own) {
            if (other.overlaps(reading)
                    && other.sign().registration().equals(reading.sign().registration())) {
                return false; // the sign itself, with something beside it
            }
            if (other.covers(reading) && !(reading.spelt() && reading.covers(other))
                    || other.overlaps(reading) && !reading.covers(other) && other.end() - other.start() >= length) {
                return false;
            }
        }
        for (Reading other : kept) {
            if (!other.faithful()
                    && !reading.how().contains(How.ROMANISED)
                    && other.overlaps(reading)
                    && other.weight() - reading.weight() > MARGIN) {
                return false;
            }
        }
        return true;
    }
}
