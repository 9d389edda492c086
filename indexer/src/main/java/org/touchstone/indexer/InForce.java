package org.touchstone.indexer;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Standing;

/**
 * Tells which registrations of a segment are in force on a day. What the register called dead when the index was built is so
 * from that day on, whatever days it gives. Registrations must be asked for in their order; not thread-safe.
 */
final class InForce {
    private final int day;
    private final @Nullable NumericDocValues terms;

    /** Null where the day is before that of the index, so that its standings say nothing. */
    private final @Nullable NumericDocValues states;

    /** @param built day on which the index was last written */
    InForce(LeafReader reader, int day, int built) throws IOException {
        this.day = day;
        this.terms = reader.getNumericDocValues(MarkFields.TERM);
        this.states = day < built ? null : reader.getNumericDocValues(MarkFields.STATE);
    }

    boolean holds(int document) throws IOException {
        return terms != null && terms.advanceExact(document) && Days.holds(terms.longValue(), day) && !isDead(document);
    }

    private boolean isDead(int document) throws IOException {
        return states != null && states.advanceExact(document) && Days.standing(states.longValue()) == Standing.DEAD;
    }
}
