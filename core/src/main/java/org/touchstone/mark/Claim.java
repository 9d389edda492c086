package org.touchstone.mark;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An earlier filing that a registration claims: priority (Paris Convention, article 4) or seniority (Regulation (EU)
 * 2017/1001, articles 39 and 40).
 *
 * @param office two-letter code of WIPO ST.3, empty when not known
 * @param number of the earlier filing, empty when not known
 * @param date of the earlier filing; null when not known
 */
public record Claim(String office, String number, @Nullable LocalDate date) {
    public Claim {
        office = office.strip();
        number = number.strip();
    }
}
