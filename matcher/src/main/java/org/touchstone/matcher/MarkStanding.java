package org.touchstone.matcher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.mark.Caution;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Registration;

/** What is uncertain about a mark's standing: no evidence for or against a seller, but a person should know. */
final class MarkStanding {
    /** Kind of the circumstance. */
    static final String KIND = "register";

    private MarkStanding() {}

    /**
     * A circumstance without weight; empty where nothing is uncertain.
     *
     * @param day null when the day does not matter
     */
    static Optional<Evidence.Circumstance> beside(Registration mark, @Nullable LocalDate day) {
        if (day == null) {
            return Optional.empty();
        }
        Dates dates = mark.dates();
        List<String> notes = new ArrayList<>();
        for (Caution caution : Caution.of(mark, day)) {
            notes.add(
                    switch (caution) {
                        case OPPOSED ->
                            dates.oppositionTo() == null
                                    ? "opposed"
                                    : "open to opposition until " + dates.oppositionTo();
                        case EXPIRING -> "expires on " + mark.term().to();
                        case LAPSED -> "expired on " + dates.expires() + ", may still be renewed";
                        case PENDING -> "not registered yet";
                        case ENDED -> "not in force on " + day;
                    });
        }
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence.Circumstance(KIND, 0, String.join("; ", notes)));
    }
}
