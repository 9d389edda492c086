package org.touchstone.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;

/** The days of a mark in WIPO ST.66, and the earlier filings that it claims. */
final class St66Days {
    /** Priorities that the office did not accept, or that were given up. */
    private static final Set<String> NO_CLAIM = Set.of("rejected", "refused", "withdrawn", "lost", "cancelled");

    private St66Days() {}

    static @Nullable LocalDate day(Element parent, String name, Notes notes) {
        return Days.read(parent.text(name), name, notes);
    }

    /**
     * @param since day of the status
     * @param produced on which the file was made: it is up to date to that day; null when it does not say
     */
    static Dates read(
            Element file, String office, @Nullable LocalDate since, @Nullable LocalDate produced, Notes notes) {
        LocalDate filed = day(file, "ApplicationDate", notes);
        LocalDate registered = day(file, "RegistrationDate", notes);
        LocalDate ended = day(file, "TerminationDate", notes);
        return new Dates(
                filed,
                published(file, office, notes),
                day(file, "OppositionPeriodStartDate", notes),
                day(file, "OppositionPeriodEndDate", notes),
                registered,
                null,
                day(file, "ExpiryDate", notes),
                ended,
                produced != null
                        ? produced
                        : later(later(later(filed, registered), later(ended, since)), history(file, notes)));
    }

    /** Of the EUIPO's publications those of part A are of the application; other offices' first one is. */
    private static @Nullable LocalDate published(Element file, String office, Notes notes) {
        LocalDate first = day(file, "ApplicationPublicationDate", notes);
        for (Element publication : file.all("PublicationDetails", "Publication")) {
            LocalDate day = day(publication, "PublicationDate", notes);
            boolean isOfOther = office.equals("EM")
                    && !publication.text("PublicationSection").isEmpty()
                    && !publication.text("PublicationSection").startsWith("A");
            if (day != null && !isOfOther && (first == null || day.isBefore(first))) {
                first = day;
            }
        }
        return first;
    }

    /** Day of the last event that the record tells of: a file without a day of its own is at least as new. */
    private static @Nullable LocalDate history(Element file, Notes notes) {
        LocalDate last = null;
        for (Element event : file.all("MarkEventDetails", "MarkEvent")) {
            last = later(last, day(event, "MarkEventDate", notes));
        }
        for (Element event : file.all("MarkRecordDetails", "MarkRecord", "BasicRecord")) {
            last = later(last, day(event, "RecordCurrentStatusDate", notes));
        }
        return last;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? other : one;
    }

    static List<Claim> priorities(Element file, Notes notes) {
        List<Claim> claims = new ArrayList<>();
        for (Element priority : file.all("PriorityDetails", "Priority")) {
            String country = priority.text("PriorityCountryCode");
            if (!NO_CLAIM.contains(priority.text("PriorityStatusCode").toLowerCase(Locale.ROOT))) {
                claims.add(new Claim(
                        country.isEmpty() ? priority.text("OtherPriorityCountryCode") : country,
                        priority.text("PriorityNumber"),
                        day(priority, "PriorityDate", notes)));
            }
        }
        for (Element exhibition : file.all("ExhibitionPriorityDetails", "ExhibitionPriority")) {
            claims.add(new Claim("", "", day(exhibition, "ExhibitionDate", notes)));
        }
        return claims;
    }

    /** The DPMA names there the marks of the European Union that claim this one, so they are none of its own. */
    static List<Claim> seniorities(Element file, String office, Notes notes) {
        List<Claim> claims = new ArrayList<>();
        if (!office.equals("DE")) {
            for (Element seniority : file.all("SeniorityDetails", "Seniority")) {
                String number = seniority.text("SeniorityRegistrationNumber");
                LocalDate filed = day(seniority, "SeniorityFilingDate", notes);
                claims.add(new Claim(
                        seniority.text("SeniorityCountryCode"),
                        number.isEmpty() ? seniority.text("SeniorityApplicationNumber") : number,
                        filed != null ? filed : day(seniority, "SeniorityRegistrationDate", notes)));
            }
        }
        return claims;
    }
}
