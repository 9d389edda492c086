package org.touchstone.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;

/**
 * Rows of TMview, the common search of some eighty offices: those of its older files ({@code an}, {@code tm}, {@code sc}) and
 * those of its page ({@code applicationNumber}, {@code tmName}, {@code tradeMarkStatus}). How each key is mapped stands in
 * {@code docs/registers/tmview.md}.
 */
final class Tmview {
    /** TMview is kept in Alicante; its instants are noon or midnight of the day there, or in UTC. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

    /** International registrations; their territories are designations. */
    private static final String INTERNATIONAL = "WO";

    /** What is said elsewhere in the row as well. */
    private static final Set<String> REPEATED =
            Set.of("globalsearch", "sc_auto", "anm_auto", "auri", "vctwolevel", "tmuri");

    private final ObjectNode row;
    private final Notes notes;
    private final Set<String> used = new LinkedHashSet<>(REPEATED);

    private Tmview(ObjectNode row, Notes notes) {
        this.row = row;
        this.notes = notes;
    }

    /**
     * @throws FieldException when the row has no number
     */
    static RegisterChange read(ObjectNode row, Notes notes) throws FieldException {
        return new Tmview(row, notes).change();
    }

    private RegisterChange change() throws FieldException {
        String st13 = text("ST13");
        String office =
                text("oc", "officeCode", "tmOffice", "RegistrationOfficeCode").toUpperCase(Locale.ROOT);
        if (office.length() != 2) {
            office = st13.length() > 2 ? st13.substring(0, 2).toUpperCase(Locale.ROOT) : "";
        }
        String application = text("an", "applicationNumber", "ApplicationNumber");
        String registrationNumber = text("RegistrationNumber", "registrationNumber");
        String number = application.isEmpty() ? registrationNumber : application;
        if (!office.matches("[A-Z]{2}")) {
            throw new FieldException("ST13", "expected a number that begins with the office, found '" + st13 + "'");
        }
        if (number.isEmpty()) {
            throw new FieldException("an", "expected the number of the application, found none");
        }
        String id = office + "-" + number;
        LocalDate asOf = day("timestamp");
        String operation = text("OperationCode", "operationCode").toLowerCase(Locale.ROOT);
        if (operation.startsWith("delete")) {
            return new RegisterChange.Removal(id, asOf);
        }
        List<Integer> classes = NiceNumbers.read(split("nc", "niceClass", "niceClasses"), "nc", notes);
        List<String> territories = texts("tp", "territorialApplication");
        Registration.Builder registration = Registration.builder(id, mark())
                .office(office)
                .number(number)
                .applicationNumber(application)
                .registrationNumber(registrationNumber)
                .st13(st13)
                .kind(kind(text("KindMark", "markKind", "tradeMarkKind")))
                .niceClasses(classes)
                .goods(goods(classes))
                .holders(holders())
                .status(StatusWords.of(
                        text("sc", "tradeMarkStatus", "status", "MarkCurrentStatusCode"),
                        day("MarkCurrentStatusDate", "statusDate"),
                        "sc",
                        notes))
                .dates(new Dates(
                        day("ad", "applicationDate", "ApplicationDate"),
                        day("PublicationDate", "publicationDate"),
                        day("oppositionStartDate"),
                        day("oppositionEndDate"),
                        day("RegistrationDate", "registrationDate"),
                        null,
                        day("ExpiryDate", "expiryDate", "expirationDate"),
                        day("TerminationDate", "terminationDate"),
                        asOf))
                .priorities(priorities())
                .designations(office.equals(INTERNATIONAL) ? territories : List.of());
        for (Map.Entry<String, JsonNode> entry : row.properties()) {
            if (!used.contains(entry.getKey()) && !entry.getValue().isNull()) {
                registration.other(entry.getKey(), entry.getValue());
            }
        }
        return new RegisterChange.Put(registration.build());
    }

    private Mark mark() {
        String text = text("MarkVerbalElementText", "markVerbalElementText", "tmName", "tm", "tradeMarkName");
        text("tm");
        return new Mark(
                FeatureWords.of(
                        text("ty", "tradeMarkType", "markFeature", "MarkFeature"),
                        text,
                        row.has("MarkImageURI") || row.has("markImageURI"),
                        notes),
                text,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                texts("vc", "viennaCodes", "viennaCode"));
    }

    private static MarkKind kind(String kind) {
        String word = kind.toLowerCase(Locale.ROOT);
        return word.startsWith("collective")
                ? MarkKind.COLLECTIVE
                : word.startsWith("certif") || word.startsWith("guarantee")
                        ? MarkKind.CERTIFICATION
                        : MarkKind.INDIVIDUAL;
    }

    private List<Goods> goods(List<Integer> classes) {
        List<Goods> goods = new ArrayList<>();
        for (String wording : texts("goodsAndServices", "goodAndServices", "GoodsServicesDescription")) {
            goods.add(new Goods(classes.size() == 1 ? classes.get(0) : 0, "", wording));
        }
        return goods;
    }

    private List<Holder> holders() {
        List<String> names = texts("ApplicantName", "applicantName", "anm");
        texts("anm");
        List<String> ids = texts("aid", "applicantId");
        List<Holder> holders = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            holders.add(new Holder(names.get(i), ids.size() == names.size() ? ids.get(i) : "", ""));
        }
        return holders;
    }

    private List<Claim> priorities() {
        LocalDate day = day("PriorityDate", "priorityDate");
        String number = text("PriorityNumber", "priorityNumber");
        String office = text("PriorityCountryCode", "priorityCountryCode");
        return day == null && number.isEmpty() ? List.of() : List.of(new Claim(office, number, day));
    }

    /** The first of the keys that has a value. */
    private @Nullable JsonNode node(String... keys) {
        JsonNode found = null;
        for (String key : keys) {
            JsonNode value = row.get(key);
            if (value != null) {
                if (found == null && (value.isContainerNode() || !value.asText().isBlank()) && !value.isNull()) {
                    found = value;
                    used.add(key);
                } else if (value.equals(found)) {
                    used.add(key);
                }
            }
        }
        return found;
    }

    private String text(String... keys) {
        List<String> texts = texts(keys);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private List<String> texts(String... keys) {
        JsonNode found = node(keys);
        List<String> texts = new ArrayList<>();
        if (found != null) {
            for (JsonNode one : found.isArray() ? found : List.of(found)) {
                if (one.isValueNode() && !one.isNull() && !one.asText().isBlank()) {
                    texts.add(one.asText().strip().replaceAll("\\s+", " "));
                }
            }
        }
        return texts;
    }

    /** Texts, of which one may hold several behind commas. */
    private List<String> split(String... keys) {
        List<String> parts = new ArrayList<>();
        for (String text : texts(keys)) {
            parts.addAll(List.of(text.split("[,;|\\s]+")));
        }
        return parts;
    }

    /** A day: milliseconds since 1970, an instant, or a day as written; null, with a note where it is none. */
    private @Nullable LocalDate day(String... keys) {
        String text = text(keys);
        try {
            if (text.matches("-?\\d{9,14}")) {
                return Days.read(
                        LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), ZONE)
                                .toString(),
                        keys[0],
                        notes);
            }
            if (text.endsWith("Z")) {
                return OffsetDateTime.parse(text).atZoneSameInstant(ZONE).toLocalDate();
            }
        } catch (DateTimeException e) {
            // said below
        }
        return Days.read(text, keys[0], notes);
    }
}
