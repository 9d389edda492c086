package org.touchstone.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;

/**
 * Lists of hits of the DPMA's register: {@code HitList/Entries}. They do not tell the day to which they are up to date. How each
 * element is mapped stands in {@code docs/registers/dpma.md}.
 */
final class DpmaHits implements Dialect {
    private static final String OFFICE = "DE";

    /** {@code Name, 23556 Lübeck, DE}: the name may have commas itself, the town has a postal code. */
    private static final Pattern APPLICANT = Pattern.compile("(.{1,1000}?)(?:, (?=\\S*\\d)[^,]{1,200})?, ([A-Z]{2})");

    @Override
    public String record() {
        return "Entries";
    }

    @Override
    public Set<String> skipped() {
        return Set.of();
    }

    @Override
    public RegisterChange read(Element entry, Notes notes) throws FieldException {
        String number = entry.text("ApplicationNumber");
        if (number.isEmpty()) {
            throw new FieldException("ApplicationNumber", "expected the number of the file, found none");
        }
        String office = entry.text("RegistrationOfficeCode");
        if (office.isEmpty()) {
            office = OFFICE;
        }
        String text = entry.text("MarkVerbalElementText");
        String description = entry.text("MarkDescriptionDetails", "DescriptionText");
        Registration.Builder registration = Registration.builder(
                        office + "-" + number,
                        new Mark(
                                FeatureWords.of(entry.text("MarkFeature"), text, false, notes),
                                text,
                                "",
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()))
                .office(office)
                .number(number)
                .applicationNumber(number)
                .niceClasses(NiceNumbers.read(classes(entry), "Classification", notes))
                .holders(holders(entry))
                .status(StatusWords.of(entry.text("MarkCurrentStatusCode"), null, "MarkCurrentStatusCode", notes))
                .dates(new Dates(
                        Days.read(entry.text("ApplicationDate"), "ApplicationDate", notes),
                        null,
                        null,
                        null,
                        Days.read(entry.text("RegistrationDate"), "RegistrationDate", notes),
                        null,
                        null,
                        null,
                        null));
        if (!description.equals(text)) {
            St66.keep(registration, "description", List.of(description));
        }
        return new RegisterChange.Put(registration.build());
    }

    private static List<String> classes(Element entry) {
        List<String> classes = new ArrayList<>();
        for (String written : entry.texts("Classification")) {
            classes.addAll(Arrays.asList(written.split("[\\s,;]+")));
        }
        return classes;
    }

    private static List<Holder> holders(Element entry) {
        List<Holder> holders = new ArrayList<>();
        for (String written : entry.texts("Applicant")) {
            Matcher parts = APPLICANT.matcher(written);
            holders.add(parts.matches() ? new Holder(parts.group(1), "", parts.group(2)) : Holder.of(written));
        }
        return holders;
    }
}
