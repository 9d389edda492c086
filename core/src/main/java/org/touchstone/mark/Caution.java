package org.touchstone.mark;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person should know of a registration's standing before leaning on it. */
public enum Caution {
    /** No right yet: an application, or a registration that begins later. */
    PENDING,
    /** An opposition is under way, or others may still oppose. */
    OPPOSED,
    /** Its protection ends within half a year. */
    EXPIRING,
    /**
     * Its protection ended less than half a year ago, within which it may still be renewed (Paris Convention, article 5bis;
     * Trademark Law of China, article 40).
     */
    LAPSED,
    /** It is no longer in force, or never was. */
    ENDED;

    private static final Period HALF_A_YEAR = Period.ofMonths(6);

    /** The name used in files: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What there is to know of a registration on a day. */
    public static Set<Caution> of(Registration registration, LocalDate day) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        Term term = registration.term();
        boolean isDead = registration.standing() == Standing.DEAD;
        if (!term.holdsOn(day)) {
            cautions.add(whyNotInForce(registration, term, day));
        } else if (term.to() != null && !term.to().isAfter(day.plus(HALF_A_YEAR))) {
            cautions.add(EXPIRING);
        }
        if (!isDead && (registration.status().opposed() || mayBeOpposed(registration, day))) {
            cautions.add(OPPOSED);
        }
        return cautions;
    }

    private static Caution whyNotInForce(Registration registration, Term term, LocalDate day) {
        if (term.never()) {
            return registration.standing() == Standing.PENDING ? PENDING : ENDED;
        }
        if (term.from() != null && day.isBefore(term.from())) {
            return PENDING;
        }
        LocalDate expires = registration.dates().expires();
        boolean mayBeRenewed = registration.standing() != Standing.DEAD
                && expires != null
                && expires.equals(term.to())
                && !day.isAfter(expires.plus(HALF_A_YEAR));
        return mayBeRenewed ? LAPSED : ENDED;
    }

    private static boolean mayBeOpposed(Registration registration, LocalDate day) {
        LocalDate from = registration.dates().oppositionFrom();
        LocalDate to = registration.dates().oppositionTo();
        return from != null && to != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
