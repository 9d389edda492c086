package org.touchstone.review;

import java.util.Optional;
import org.touchstone.mark.Registration;

/** Where the pages find the registered marks. Thread-safe. */
public interface MarkSource {
    /** Knows no marks: the pages show their ids. */
    MarkSource NONE = new MarkSource() {
        @Override
        public Optional<Registration> registration(String id) {
            return Optional.empty();
        }

        @Override
        public byte[] picture(Registration registration) {
            return new byte[0];
        }
    };

    /** The registration of an id; absent when it is not known. */
    Optional<Registration> registration(String id);

    /** The mark's picture as PNG or JPEG; empty when it has none. */
    byte[] picture(Registration registration);
}
