package org.touchstone.register;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;

/**
 * A record that was found in a register's file and is not read yet. Finding is little work and done in order; reading is most
 * of it and may be done once, on any thread.
 */
public interface RegisterRecord {
    /** Reads the record. Never fails: what is wrong is among the rejections. */
    Reading read();

    /** Bytes that it takes up while it waits to be read; 0 where that is little. */
    default int size() {
        return 0;
    }

    /** A record that was found as so many bytes. */
    static RegisterRecord of(int size, Supplier<Reading> reading) {
        return new RegisterRecord() {
            @Override
            public Reading read() {
                return reading.get();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /**
     * What a record says.
     *
     * @param change null when the record as a whole was rejected
     * @param rejections of the whole, or of parts without which the rest stands
     */
    record Reading(@Nullable Located<RegisterChange> change, List<Rejection> rejections) {
        public Reading {
            rejections = List.copyOf(rejections);
        }
    }

    /** Registrations that are there already. */
    static Iterator<RegisterRecord> all(Iterator<Located<Registration>> registrations) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return registrations.hasNext();
            }

            @Override
            public RegisterRecord next() {
                return of(registrations.next());
            }
        };
    }

    /** A registration that is there already. */
    static RegisterRecord of(Located<Registration> located) {
        RegisterChange change = new RegisterChange.Put(located.value());
        return () -> new Reading(new Located<>(change, located.source(), located.folder(), located.line()), List.of());
    }
}
