package org.touchstone.matcher;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.hit.Evidence;
import org.touchstone.mark.Caution;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Registration;

/** What is uncertain about a mark's standing: no evidence for or against a seller, but a person should know. */
final class MarkStanding {
    /** Kind of the circumstances. */
    static final String KIND = "register";

    private MarkStanding() {}

    /**
     * Circumstances without weight; none where nothing is uncertain.
     *
     * @param day null when the day does not matter
     */
    static List<Evidence.Circumstance> beside(Registration mark, @Nullable LocalDate day) {
        List<Evidence.Circumstance> circumstances = new ArrayList<>();
        if (day != null) {
            for (Caution caution : Caution.of(mark, day)) {
                circumstances.add(new Evidence.Circumstance(KIND, 0, note(caution, mark, day)));
            }
        }
        return circumstances;
    }

    private static String note(Caution caution, Registration mark, LocalDate day) {
        Dates dates = mark.dates();
        return switch (caution) {
            case OPPOSED ->
                dates.oppositionTo() == null || mark.status().opposed()
                        ? "opposed"
                        : "open to opposition until: " + dates.oppositionTo();
            case EXPIRING -> "expires soon: " + mark.term().to();
            case LAPSED -> "expired, may still be renewed: " + dates.expires();
            case PENDING -> "not registered yet";
            case ENDED -> "not in force on: " + day;
        };
    }
}
