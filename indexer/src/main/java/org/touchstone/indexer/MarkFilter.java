package org.touchstone.indexer;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which marks are looked for.
 *
 * @param offices codes such as CN, in any case; empty for all offices
 * @param niceClasses 1 to 45, of which a mark must have one; empty for all
 * @param inForceOn day on which a mark must be in force; null for all
 */
public record MarkFilter(
        Set<String> offices,
        Set<Integer> niceClasses,
        @Nullable LocalDate inForceOn) {
    /** All marks. */
    public static final MarkFilter ALL = new MarkFilter(Set.of(), Set.of(), null);

    public MarkFilter {
        offices = offices.stream().map(MarkFilter::folded).collect(Collectors.toUnmodifiableSet());
        niceClasses = Set.copyOf(niceClasses);
    }

    /** The same filter for marks that are in force on a day. */
    public MarkFilter on(LocalDate day) {
        return new MarkFilter(offices, niceClasses, day);
    }

    static String folded(String office) {
        return office.toUpperCase(Locale.ROOT);
    }
}
