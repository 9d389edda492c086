package org.touchstone.indexer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What registrations must have to be found, all of it together. Immutable.
 *
 * @param number as people write it: with blanks, dots and letters or without; empty for any
 * @param owner words that all stand in the holders' names, in any order and case, or the name of a holder by {@link
 *     OwnerName#key}; empty for any
 * @param viennaCodes of which one is needed, or what it begins with: {@code 3} finds {@code 3.1.1}; empty for any
 * @param facets values of which one is needed for each facet that is named
 * @param inForceOn day on which it must be in force; null for any
 * @param notEndedOn day on which it must be in force, pending, or lapsed less than half a year before; null for any
 */
public record RegistrationQuery(
        String number,
        String owner,
        Set<String> viennaCodes,
        Map<Facet, Set<String>> facets,
        @Nullable LocalDate inForceOn,
        @Nullable LocalDate notEndedOn) {
    /** Finds every registration. */
    public static final RegistrationQuery ALL = new RegistrationQuery("", "", Set.of(), Map.of(), null, null);

    public RegistrationQuery {
        viennaCodes = Set.copyOf(viennaCodes);
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        facets.forEach((facet, values) -> copy.put(facet, Set.copyOf(values)));
        facets = Map.copyOf(copy);
    }

    public RegistrationQuery number(String wanted) {
        return new RegistrationQuery(wanted, owner, viennaCodes, facets, inForceOn, notEndedOn);
    }

    public RegistrationQuery owner(String words) {
        return new RegistrationQuery(number, words, viennaCodes, facets, inForceOn, notEndedOn);
    }

    public RegistrationQuery viennaCodes(Collection<String> codes) {
        return new RegistrationQuery(number, owner, Set.copyOf(codes), facets, inForceOn, notEndedOn);
    }

    /** Asks for one of some values, in any case; no values ask for nothing. */
    public RegistrationQuery with(Facet facet, Collection<?> values) {
        Map<Facet, Set<String>> more = new EnumMap<>(Facet.class);
        more.putAll(facets);
        if (values.isEmpty()) {
            more.remove(facet);
        } else {
            more.put(
                    facet,
                    values.stream()
                            .map(value -> folded(facet, value.toString().strip()))
                            .collect(Collectors.toSet()));
        }
        return new RegistrationQuery(number, owner, viennaCodes, more, inForceOn, notEndedOn);
    }

    private static String folded(Facet facet, String value) {
        return facet == Facet.OFFICE ? MarkFilter.folded(value) : value.toLowerCase(Locale.ROOT);
    }

    public RegistrationQuery inForceOn(LocalDate day) {
        return new RegistrationQuery(number, owner, viennaCodes, facets, day, notEndedOn);
    }

    public RegistrationQuery notEndedOn(LocalDate day) {
        return new RegistrationQuery(number, owner, viennaCodes, facets, inForceOn, day);
    }
}
