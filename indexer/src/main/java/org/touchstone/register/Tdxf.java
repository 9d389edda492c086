package org.touchstone.register;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Status;
import org.touchstone.record.FieldException;

/**
 * The daily and annual files of the United States Patent and Trademark Office: TDXF, version 2.0 of 2005 (its DTD stands in each file).
 * Every case file is the whole record as of its transaction date and replaces what was known before. How each element is
 * mapped stands in {@code docs/registers/uspto.md}.
 */
final class Tdxf implements Dialect {
    static final String OFFICE = "US";

    /** A case file that is no registration has zeros for its number. */
    private static final Pattern NO_NUMBER = Pattern.compile("0*");

    /** Classes of the collective and certification marks of the office itself (37 CFR 6.3, 6.4), which are none of Nice. */
    private static final Set<String> OWN_CLASSES = Set.of("A", "B", "200");

    /** Status of a class in which the mark is kept. */
    private static final String ACTIVE = "6";

    @Override
    public String record() {
        return "case-file";
    }

    @Override
    public Set<String> skipped() {
        return Set.of("case-file-event-statements", "correspondent", "madrid-international-filing-requests");
    }

    @Override
    public RegisterChange read(Element file, Notes notes) throws FieldException {
        String serial = file.text("serial-number");
        if (serial.isEmpty() || NO_NUMBER.matcher(serial).matches()) {
            throw new FieldException("serial-number", "expected the number of the application, found none");
        }
        String registrationNumber = file.text("registration-number");
        boolean isRegistered = !NO_NUMBER.matcher(registrationNumber).matches();
        Element header = file.child("case-file-header");
        if (header == null) {
            throw new FieldException("case-file-header", "expected the head of the case file, found none");
        }
        List<Integer> classes = classes(file, notes);
        List<Goods> goods = goods(file, classes);
        Registration.Builder registration = Registration.builder(OFFICE + "-" + serial, mark(file, header))
                .office(OFFICE)
                .number(serial)
                .applicationNumber(serial)
                .registrationNumber(isRegistered ? registrationNumber : "")
                .st13(St13.of(OFFICE, serial))
                .kind(kind(header))
                .niceClasses(classes)
                .goods(goods)
                .holders(holders(file))
                .status(status(header, isRegistered, notes))
                .dates(dates(file, header, notes))
                .priorities(priorities(file, notes))
                .disclaimers(statements(file, "D0", "D1"));
        keep(registration, "internationalRegistration", international(file));
        keep(registration, "description", String.join(" ", statements(file, "DM")));
        keep(registration, "register", is(header, "supplemental-register-in") ? "supplemental" : "");
        keep(registration, "endedClasses", String.join(" ", endedClasses(file)));
        keep(
                registration,
                "holderAliases",
                String.join("; ", file.texts("case-file-owners", "case-file-owner", "dba-aka-text")));
        return new RegisterChange.Put(registration.build());
    }

    private static void keep(Registration.Builder registration, String name, String text) {
        if (!text.isEmpty()) {
            registration.other(name, TextNode.valueOf(text));
        }
    }

    private static String international(Element file) {
        String number = file.text("international-registration", "international-registration-number");
        return NO_NUMBER.matcher(number).matches() ? "" : number;
    }

    /** Classes in which the office no longer keeps the mark: their status is another than active. */
    private static List<String> endedClasses(Element file) {
        List<String> ended = new ArrayList<>();
        for (Element one : file.all("classifications", "classification")) {
            String status = one.text("status-code");
            if (!status.isEmpty() && !status.equals(ACTIVE)) {
                ended.addAll(one.texts("international-code"));
            }
        }
        return ended;
    }

    private static Mark mark(Element file, Element header) {
        String text = (header.text("mark-identification") + " " + String.join(" ", statements(file, "MK"))).strip();
        Set<String> transliterations = new LinkedHashSet<>();
        Set<String> translations = new LinkedHashSet<>();
        for (String statement : statements(file, "TL")) {
            transliterations.addAll(UsStatements.transliterations(statement));
            translations.addAll(UsStatements.meanings(statement));
        }
        for (String statement : statements(file, "TR")) {
            translations.addAll(UsStatements.translations(statement));
        }
        List<String> codes = new ArrayList<>();
        for (String code : file.texts("design-searches", "design-search", "code")) {
            codes.add(
                    code.matches("\\d{6}")
                            ? code.substring(0, 2) + "." + code.substring(2, 4) + "." + code.substring(4)
                            : code);
        }
        return new Mark(
                feature(header, text),
                text,
                "",
                List.copyOf(transliterations),
                List.copyOf(translations),
                statements(file, "PM"),
                List.of(),
                codes);
    }

    private static MarkFeature feature(Element header, String text) {
        if (is(header, "drawing-3d-current-in")) {
            return MarkFeature.SHAPE;
        }
        return drawn(header.text("mark-drawing-code"), text);
    }

    /** What the first digit of a drawing code says of a mark. */
    static MarkFeature drawn(String code, String text) {
        return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
            case '2' -> MarkFeature.FIGURATIVE;
            case '3', '5' -> MarkFeature.COMBINED;
            case '6' -> MarkFeature.OTHER;
            default -> text.isEmpty() ? MarkFeature.FIGURATIVE : MarkFeature.WORD;
        };
    }

    private static MarkKind kind(Element header) {
        if (is(header, "certification-mark-in")) {
            return MarkKind.CERTIFICATION;
        }
        return is(header, "collective-trademark-in")
                        || is(header, "collective-service-mark-in")
                        || is(header, "collective-membership-mark-in")
                ? MarkKind.COLLECTIVE
                : MarkKind.INDIVIDUAL;
    }

    private static boolean is(Element header, String indicator) {
        return header.text(indicator).equals("T");
    }

    /** Texts of the statements whose type begins with one of these letters; long ones go on in several. */
    private static List<String> statements(Element file, String... types) {
        List<String> texts = new ArrayList<>();
        for (Element statement : file.all("case-file-statements", "case-file-statement")) {
            String code = statement.text("type-code");
            for (String type : types) {
                if (code.startsWith(type) && !statement.text("text").isEmpty()) {
                    texts.add(statement.text("text"));
                }
            }
        }
        return texts;
    }

    /**
     * Statements {@code GSxxxy}: the class in three digits, then what kind of text it is. Files of before 1973 give the class of
     * the office's own classification there, so it counts only where the file is in it.
     */
    private static List<Goods> goods(Element file, List<Integer> classes) {
        List<Goods> goods = new ArrayList<>();
        for (Element statement : file.all("case-file-statements", "case-file-statement")) {
            String code = statement.text("type-code");
            String text = statement.text("text");
            if (code.startsWith("GS") && !text.isEmpty()) {
                int number = code.matches("GS\\d{3}.*") ? Integer.parseInt(code.substring(2, 5)) : 0;
                goods.add(new Goods(classes.contains(number) ? number : 0, "en", text));
            }
        }
        return goods;
    }

    private static List<Integer> classes(Element file, Notes notes) {
        List<String> codes = new ArrayList<>();
        for (String code : file.texts("classifications", "classification", "international-code")) {
            if (!isOwn(code)) {
                codes.add(code);
            }
        }
        return NiceNumbers.read(codes, "international-code", notes);
    }

    /** Whether a class is one of the office's own, which the Nice classification does not have, or none at all. */
    static boolean isOwn(String code) {
        return OWN_CLASSES.contains(code.replaceFirst("^0+(?=.)", ""))
                || NO_NUMBER.matcher(code).matches();
    }

    /** The file names all holders there have been; those of the latest stage (party-type) are the holders now. */
    private static List<Holder> holders(Element file) {
        int latest = 0;
        List<Holder> holders = new ArrayList<>();
        for (Element owner : file.all("case-file-owners", "case-file-owner")) {
            String type = owner.text("party-type");
            int stage = type.matches("\\d{1,4}") ? Integer.parseInt(type) : 0;
            String name = owner.text("party-name");
            if (stage < latest || name.isEmpty()) {
                continue;
            }
            if (stage > latest) {
                holders.clear();
                latest = stage;
            }
            String country = owner.text("country");
            if (country.isEmpty()) {
                country = owner.text("state").isEmpty() ? owner.text("nationality", "country") : OFFICE;
            }
            holders.add(new Holder(name, "", country));
        }
        return holders;
    }

    private static Status status(Element header, boolean isRegistered, Notes notes) {
        return UsStatus.of(
                header.text("status-code"),
                Days.read(header.text("status-date"), "status-date", notes),
                isRegistered,
                is(header, "opposition-pending-in"));
    }

    private static Dates dates(Element file, Element header, Notes notes) {
        LocalDate cancelled = Days.read(header.text("cancellation-date"), "cancellation-date", notes);
        LocalDate abandoned = Days.read(header.text("abandonment-date"), "abandonment-date", notes);
        return new Dates(
                Days.read(header.text("filing-date"), "filing-date", notes),
                Days.read(header.text("published-for-opposition-date"), "published-for-opposition-date", notes),
                null,
                null,
                Days.read(header.text("registration-date"), "registration-date", notes),
                Days.read(header.text("renewal-date"), "renewal-date", notes),
                null,
                cancelled != null ? cancelled : abandoned,
                Days.read(file.text("transaction-date"), "transaction-date", notes));
    }

    private static List<Claim> priorities(Element file, Notes notes) {
        List<Claim> claims = new ArrayList<>();
        for (Element foreign : file.all("foreign-applications", "foreign-application")) {
            if (foreign.text("foreign-priority-claim-in").equals("T")) {
                claims.add(new Claim(
                        foreign.text("country"),
                        foreign.text("application-number"),
                        Days.read(foreign.text("filing-date"), "foreign-application/filing-date", notes)));
            }
        }
        Element international = file.child("international-registration");
        if (international != null && is(international, "priority-claimed-in")) {
            claims.add(new Claim(
                    "", "", Days.read(international.text("priority-claimed-date"), "priority-claimed-date", notes)));
        }
        return claims;
    }
}
