package org.touchstone.mark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mark in an office's register. Immutable.
 *
 * @param id identifies the registration in one register file; {@code office-number} unless the file says otherwise
 * @param office two-letter office code of WIPO ST.3, empty when not known
 * @param number the office's number, empty when not known
 * @param mark what is registered
 * @param kind in what capacity it is registered
 * @param niceClasses classes of the Nice classification, 1 to 45
 * @param goods goods and services, as worded in the register
 * @param holder name of the holder, empty when not known
 * @param status the office's own word for the status, empty when not known; see {@link #standing}
 * @param filed day of filing
 * @param registered day of registration
 * @param expires last day of protection
 * @param brand key of the brand it belongs to, empty when none is given
 * @param other fields of the source that have no place here, kept as they came
 */
public record Registration(
        String id,
        String office,
        String number,
        Mark mark,
        MarkKind kind,
        List<Integer> niceClasses,
        List<String> goods,
        String holder,
        String status,
        @Nullable LocalDate filed,
        @Nullable LocalDate registered,
        @Nullable LocalDate expires,
        String brand,
        Map<String, JsonNode> other) {

    public Registration {
        niceClasses = List.copyOf(niceClasses);
        goods = List.copyOf(goods);
        other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
        if (id.isBlank()) {
            throw new IllegalArgumentException("a registration needs an id, or an office and a number");
        }
    }

    /** A registered word mark, for tests and examples. */
    public static Registration word(String id, String text) {
        return of(id, Mark.word(text));
    }

    /** A registered individual mark with nothing known but the mark itself. */
    public static Registration of(String id, Mark mark) {
        return new Registration(
                id,
                "",
                "",
                mark,
                MarkKind.INDIVIDUAL,
                List.of(),
                List.of(),
                "",
                "registered",
                null,
                null,
                null,
                "",
                Map.of());
    }

    /** The same registration with another mark. */
    public Registration withMark(Mark changed) {
        return new Registration(
                id,
                office,
                number,
                changed,
                kind,
                niceClasses,
                goods,
                holder,
                status,
                filed,
                registered,
                expires,
                brand,
                other);
    }

    /** Whether the registration is in force, as far as its status tells. */
    public Standing standing() {
        return status.isEmpty() ? Standing.UNKNOWN : Standing.of(status);
    }
}
