package org.touchstone.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;
import org.touchstone.record.FieldException;

/**
 * WIPO ST.96, in the schema generations from 1.0 draft 3 on and as several offices write it: the USPTO (TSDR), Canada's CIPO, Switzerland's
 * IPI. Elements were renamed and moved between the generations; each is looked for under all its names. How each is mapped stands in
 * {@code docs/registers/st96.md}.
 */
final class St96 implements Dialect {
    @Override
    public String record() {
        return "Trademark";
    }

    @Override
    public Set<String> skipped() {
        return Set.of(
                "MarkEventBag",
                "MarkRecordBag",
                "NationalCorrespondent",
                "NationalRepresentative",
                "RepresentativeBag",
                "RecordAttorney",
                "StaffBag",
                "AssignmentBag",
                "LegalProceedingsBag",
                "OppositionProceedingBag",
                "CancellationProceedings",
                "InterestedPartyBag",
                "NationalFilingBasis",
                "NationalCaseLocation",
                "MaintenanceFilingBag");
    }

    @Override
    public RegisterChange read(Element trademark, Notes notes) throws FieldException {
        St96Numbers numbers = St96Numbers.of(trademark);
        if (trademark.attribute("operationCategory").equalsIgnoreCase("Delete")) {
            return new RegisterChange.Removal(numbers.id(), asOf(trademark, notes));
        }
        St96Goods goods = St96Goods.of(trademark, numbers.office(), notes);
        Dates dates = dates(trademark, notes);
        Status status = status(trademark, numbers, dates, notes);
        return new RegisterChange.Put(
                Registration.builder(numbers.id(), St96Mark.of(trademark, numbers.office(), notes))
                        .office(numbers.office())
                        .number(numbers.number())
                        .applicationNumber(numbers.application())
                        .registrationNumber(numbers.registration())
                        .st13(numbers.st13())
                        .kind(kind(trademark))
                        .niceClasses(goods.classes())
                        .goods(goods.goods())
                        .holders(St96Holders.of(trademark, numbers.office()))
                        .status(status)
                        .dates(dates)
                        .priorities(claims(trademark, "Priority", notes))
                        .seniorities(claims(trademark, "Seniority", notes))
                        .disclaimers(texts(trademark, "MarkDisclaimerText"))
                        .designations(texts(trademark, "DesignatedCountryCode"))
                        .other(other(trademark, numbers, status))
                        .build());
    }

    private static MarkKind kind(Element trademark) {
        String categories =
                String.join(" ", texts(trademark, "MarkCategory", "KindMark")).toLowerCase(Locale.ROOT);
        if (categories.contains("geographical")
                || categories.contains("appellation")
                || !trademark.allBelow("GeographicalIndicationKindCategory").isEmpty()) {
            return MarkKind.GEOGRAPHICAL_INDICATION;
        }
        if (categories.contains("certif") || categories.contains("guarantee")) {
            return MarkKind.CERTIFICATION;
        }
        return categories.contains("collective") ? MarkKind.COLLECTIVE : MarkKind.INDIVIDUAL;
    }

    private static Status status(Element trademark, St96Numbers numbers, Dates dates, Notes notes) {
        String code = trademark.textBelow("MarkCurrentStatusCode");
        LocalDate since = day(trademark, notes, "MarkCurrentStatusDate");
        boolean isRegistered = !numbers.registration().isEmpty() || dates.registered() != null;
        if (numbers.office().equals(Tdxf.OFFICE) && code.matches("\\d{3}")) {
            return UsStatus.of(code, since, isRegistered, false);
        }
        Status status = St96Status.of(code, statusText(trademark), since, isRegistered);
        boolean hasEnded = status.standing() == Standing.UNKNOWN && dates.ended() != null;
        return hasEnded ? new Status(status.code(), Standing.DEAD, since, false) : status;
    }

    /** What the office writes beside the code, in English where there is a choice. */
    private static String statusText(Element trademark) {
        String first = "";
        for (Element text : trademark.allBelow(
                "MarkCurrentStatusInternalDescriptionText", "MarkCurrentStatusExternalDescriptionText")) {
            if (first.isEmpty() || language(text).equals("en")) {
                first = text.text();
            }
        }
        return first;
    }

    private static Dates dates(Element trademark, Notes notes) {
        return new Dates(
                day(trademark, notes, "ApplicationDate", "ApplicationDateTime", "FilingDate"),
                published(trademark, notes),
                day(trademark, notes, "OppositionPeriodStartDate"),
                day(trademark, notes, "OppositionPeriodEndDate"),
                day(trademark, notes, "RegistrationDate", "RegistrationDateTime"),
                day(trademark, notes, "RenewalDate"),
                day(trademark, notes, "ExpiryDate", "ExpirationDate"),
                day(
                        trademark,
                        notes,
                        "TerminationDate",
                        "RegistrationCancelledDate",
                        "CancellationDate",
                        "ApplicationAbandonedDate"),
                asOf(trademark, notes));
    }

    private static @Nullable LocalDate asOf(Element trademark, Notes notes) {
        return day(trademark, notes, "LastUpdateDate", "LastUpdateDateTime");
    }

    /** The first publication of the application or of the new registration; publications of changes do not count. */
    private static @Nullable LocalDate published(Element trademark, Notes notes) {
        LocalDate first = null;
        for (Element publication : trademark.all("PublicationBag", "Publication")) {
            String category = publication.textBelow("PublicationCategoryText").toLowerCase(Locale.ROOT);
            if (category.isEmpty() || category.contains("new ") || category.contains("application")) {
                LocalDate day = day(publication, notes, "PublicationDate", "PublicationActionDate");
                first = first == null || day != null && day.isBefore(first) ? day : first;
            }
        }
        return first;
    }

    /** The day in a child of one of these names, else in one of the office's own information. */
    private static @Nullable LocalDate day(Element parent, Notes notes, String... names) {
        Element own = parent.child("NationalTrademarkInformation");
        for (String name : names) {
            String text = parent.text(name);
            if (text.isEmpty()) {
                text = own != null
                        ? own.textBelow(name)
                        : parent.name().equals("Trademark") ? "" : parent.textBelow(name);
            }
            if (!text.isEmpty()) {
                return Days.read(text, name, notes);
            }
        }
        return null;
    }

    private static List<Claim> claims(Element trademark, String name, Notes notes) {
        List<Claim> claims = new ArrayList<>();
        for (Element claim : trademark.all(name + "Bag", name)) {
            Claim read = new Claim(
                    claim.textBelow(
                            name + "CountryCode", "PriorityRegistrationOfficeCode", "IPOfficeCode", "CountryCode"),
                    claim.textBelow(
                            name + "Number",
                            name + "ApplicationNumber",
                            name + "RegistrationNumber",
                            "ApplicationNumberText",
                            "ApplicationNumber",
                            "RegistrationNumber"),
                    day(
                            claim,
                            notes,
                            name + "ApplicationFilingDate",
                            name + "ClaimDate",
                            name + "Date",
                            "ApplicationDate",
                            "FilingDate",
                            name + "RegistrationDate",
                            "RegistrationDate"));
            if (!read.office().isEmpty() || !read.number().isEmpty() || read.date() != null) {
                claims.add(read);
            }
        }
        return claims;
    }

    private static Map<String, JsonNode> other(Element trademark, St96Numbers numbers, Status status) {
        Map<String, JsonNode> other = new LinkedHashMap<>();
        if (!numbers.international().isEmpty()) {
            other.put("internationalRegistration", TextNode.valueOf(numbers.international()));
        }
        String text = statusText(trademark);
        if (!text.isEmpty() && !text.equals(status.code())) {
            other.put("statusText", TextNode.valueOf(text));
        }
        String description = String.join(" ", texts(trademark, "MarkDescriptionText"));
        if (!description.isEmpty()) {
            other.put("description", TextNode.valueOf(description));
        }
        return other;
    }

    /** Texts of the elements of these names anywhere below, each once, without empty ones. */
    static List<String> texts(Element parent, String... names) {
        return parent.allBelow(names).stream()
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Language of a text, ISO 639-1; empty when it is not said. */
    static String language(Element text) {
        String code = text.attribute("languageCode").toLowerCase(Locale.ROOT);
        return code.matches("[a-z]{2}(?:[-_].*)?") ? code.substring(0, 2) : code;
    }
}
