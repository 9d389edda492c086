package org.touchstone.indexer;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which marks are looked for.
 *
 * @param offices codes such as CN, in any case; empty for all offices
 * @param niceClasses 1 to 45, of which a mark must have one; empty for all
 */
public record MarkFilter(Set<String> offices, Set<Integer> niceClasses) {
    /** All marks. */
    public static final MarkFilter ALL = new MarkFilter(Set.of(), Set.of());

    public MarkFilter {
        offices = offices.stream().map(MarkFilter::folded).collect(Collectors.toUnmodifiableSet());
        niceClasses = Set.copyOf(niceClasses);
    }

    static String folded(String office) {
        return office.toUpperCase(Locale.ROOT);
    }
}
