package org.touchstone.benchmarks.register;

import java.time.LocalDate;

/**
 * One record of an invented register. Its other blocks are drawn as they are written, from the seed and the number.
 *
 * @param transaction when the office last wrote it
 * @param assigned whether another has become its owner
 */
record CaseFile(long seed, long number, InventedMark mark, Life life, LocalDate transaction, boolean assigned) {
    /** The record as it stands in the register. */
    static CaseFile of(long seed, long number) {
        Draw draw = new Draw(seed, number, Draw.Part.LIFE);
        Life life = Life.draw(Series.of(number), draw);
        LocalDate transaction = draw.after(life.statusDate(), 0, 40, Life.TODAY);
        return new CaseFile(seed, number, mark(seed, number), life, transaction, false);
    }

    /** A record that the register does not have yet, filed some days before. */
    static CaseFile fresh(long seed, long number, LocalDate day) {
        Draw draw = new Draw(seed, number, Draw.Part.LIFE);
        return new CaseFile(seed, number, mark(seed, number), Life.fresh(day, draw), day, false);
    }

    private static InventedMark mark(long seed, long number) {
        return InventedMark.draw(new Draw(seed, number, Draw.Part.MARK));
    }

    /** The record with another status or another owner. */
    CaseFile changed(LocalDate day) {
        Draw draw = new Draw(seed, number, Draw.Part.CHANGE);
        return draw.chance(0.3)
                ? new CaseFile(seed, number, mark, life, day, true)
                : new CaseFile(seed, number, mark, life.moved(day, draw), day, false);
    }

    CaseFile died(LocalDate day) {
        Draw draw = new Draw(seed, number, Draw.Part.CHANGE);
        return new CaseFile(seed, number, mark, life.ended(day, draw), day, false);
    }

    Draw draw(Draw.Part part) {
        return new Draw(seed, number, part);
    }

    int serial() {
        return Series.serial(number);
    }

    Series series() {
        return Series.of(number);
    }

    /** 0 before registration. */
    long registrationNumber() {
        return life.registered() == null ? 0 : registrationNumber(number);
    }

    static long registrationNumber(long number) {
        return 900_000 + number % 7_000_000;
    }

    /** Whether words of it were registered as such, in no certain lettering. */
    boolean isTyped() {
        return !mark.withFigure() && mark.han().isEmpty() && number % 8 != 0;
    }

    /** The office's code for what the drawing shows. */
    int drawingCode() {
        boolean words = !mark.text().isEmpty() || !mark.han().isEmpty();
        if (mark.withFigure()) {
            return words ? 3000 : 2000;
        }
        return !isTyped() ? 5000 : life.filed().getYear() < 2003 ? 1000 : 4000;
    }
}
