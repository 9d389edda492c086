package org.touchstone.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Registration;

/** What a register's file says of one registration. */
public sealed interface RegisterChange {
    /** Id of the registration that it is about. */
    String id();

    /** Day to which the source brings the registration up to date; null when it does not say. */
    @Nullable
    LocalDate asOf();

    /** The registration as it is now; it takes the place of what was known before. */
    record Put(Registration registration) implements RegisterChange {
        @Override
        public String id() {
            return registration.id();
        }

        @Override
        public @Nullable LocalDate asOf() {
            return registration.dates().asOf();
        }
    }

    /** The office has taken the registration out of its register. */
    record Removal(String id, @Nullable LocalDate asOf) implements RegisterChange {}
}
