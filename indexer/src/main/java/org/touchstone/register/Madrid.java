package org.touchstone.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;
import org.touchstone.record.FieldException;

/**
 * International registrations under the Madrid system, as WIPO's ROMARIN files have them. A record is a mark with its state ({@code CURRENT}) and
 * everything that was inscribed ({@code ENN}, {@code REN}, ...). What of it is known from where stands in {@code docs/registers/madrid.md}.
 */
final class Madrid implements Dialect {
    private static final String OFFICE = "WO";
    private static final List<String> LANGUAGES = List.of("EN", "FR", "ES");
    private static final Set<String> DESIGNATING = Set.of("DESAG", "DESPG", "DESPG2");

    /** Inscriptions that end a registration as a whole where they name no countries: total cancellation, total ceasing of effect. */
    private static final Set<String> ENDING = Set.of("RCN", "CBNT", "DEATH");

    /** A renewal may be paid this long after the expiry (Madrid Protocol, article 7(4)). */
    private static final int MONTHS_OF_GRACE = 6;

    private static final Pattern EXTRACTED = Pattern.compile("\\bEXTRDATE\\s*=\\s*[\"'](\\d{8})");

    private final String extracted;

    /** @param tag start tag of the file's outermost element, which says when the file was written */
    Madrid(String tag) {
        Matcher day = EXTRACTED.matcher(tag);
        this.extracted = day.find() ? day.group(1) : "";
    }

    @Override
    public String record() {
        return "MARKGR";
    }

    @Override
    public Set<String> skipped() {
        return Set.of("REPGR", "PHOLGR", "CORRGR", "PRF");
    }

    @Override
    public RegisterChange read(Element group, Notes notes) throws FieldException {
        Element child = group.child("CURRENT");
        Element now = child == null ? group : child;
        String number = value(group, "INTREGN");
        if (number.isEmpty()) {
            throw new FieldException("INTREGN", "expected the number of the international registration, found none");
        }
        List<String> designations = designations(group, now);
        Dates dates = dates(group, designations, notes);
        List<Integer> classes = new ArrayList<>();
        List<Goods> goods = goods(now, classes, notes);
        return new RegisterChange.Put(Registration.builder(OFFICE + "-" + number, mark(now, notes))
                .office(OFFICE)
                .number(number)
                .registrationNumber(number)
                .kind(now.child("TYPMARI") == null ? MarkKind.INDIVIDUAL : MarkKind.COLLECTIVE)
                .niceClasses(classes)
                .goods(goods)
                .holders(holders(now))
                .status(status(group, dates, designations))
                .dates(dates)
                .priorities(priorities(now, notes))
                .disclaimers(inLanguages(now, "DISCLAIMGR", "DISCLAIMER"))
                .designations(designations)
                .other(other(group, now))
                .build());
    }

    private static String value(Element group, String name) {
        String attribute = group.attribute(name).strip();
        return attribute.isEmpty() ? group.text(name) : attribute;
    }

    private static Mark mark(Element now, Notes notes) {
        Element image = now.child("IMAGE");
        String text = image == null ? "" : image.attribute("TEXT").strip();
        text = text.isEmpty() ? now.text("MARKVE") : text;
        List<String> images = new ArrayList<>();
        if (image != null
                && !image.attribute("NAME").isBlank()
                && !image.attribute("TYPE").equals("NIL")) {
            String file =
                    image.attribute("NAME") + "." + image.attribute("TYPE").replace(".", "");
            if (MarkImages.isBeside(file, notes)) {
                images.add(file);
            }
        }
        List<String> codes = new ArrayList<>();
        for (String code : now.texts("VIENNAGR", "VIECLA3")) {
            codes.add(code.matches("\\d{6}") ? code.replaceAll("(..)(..)(..)", "$1.$2.$3") : code);
        }
        if (codes.isEmpty()) {
            for (String code : now.texts("VIENNAGR", "VIECLAI")) {
                codes.add(code.matches("\\d{4}") ? code.replaceAll("(..)(..)", "$1.$2") : code);
            }
        }
        return new Mark(
                feature(now, text, !codes.isEmpty()),
                text,
                "",
                now.texts("MARTRAN"),
                inLanguages(now, "MARTRGR", "MARTR"),
                List.of(),
                images,
                codes);
    }

    private static MarkFeature feature(Element now, String text, boolean isClassified) {
        if (now.child("SOUMARI") != null) {
            return MarkFeature.SOUND;
        }
        if (now.child("THRDMAR") != null) {
            return MarkFeature.SHAPE;
        }
        if (now.child("COLMARI") != null) {
            return MarkFeature.COLOUR;
        }
        if (text.isEmpty()) {
            return MarkFeature.FIGURATIVE;
        }
        return isClassified && now.child("STDMIND") == null ? MarkFeature.COMBINED : MarkFeature.WORD;
    }

    private static List<Goods> goods(Element now, List<Integer> classes, Notes notes) {
        List<Goods> goods = new ArrayList<>();
        for (Element group : now.all("BASICGS", "GSGR")) {
            int number = NiceNumbers.read(value(group, "NICCLAI"), "NICCLAI", notes);
            if (number > 0 && !classes.contains(number)) {
                classes.add(number);
            }
            for (String language : LANGUAGES) {
                for (String text : group.texts("GSTERM" + language)) {
                    goods.add(new Goods(number, language.toLowerCase(Locale.ROOT), text));
                }
            }
        }
        return goods;
    }

    private static List<Holder> holders(Element now) {
        List<Holder> holders = new ArrayList<>();
        for (Element group : now.all("HOLGR")) {
            String name = String.join(" ", group.texts("NAME", "NAMEL"));
            if (!name.isEmpty()) {
                String country = group.text("ADDRESS", "COUNTRY");
                holders.add(new Holder(
                        name,
                        group.attribute("CLID"),
                        country.isEmpty() ? group.textBelow("ENTNATL", "NATLTY") : country));
            }
        }
        return holders;
    }

    private static List<Claim> priorities(Element now, Notes notes) {
        List<Claim> claims = new ArrayList<>();
        for (Element group : now.all("PRIGR")) {
            claims.add(new Claim(
                    group.text("PRICP"), group.text("PRIAPPN"), Days.read(group.text("PRIAPPD"), "PRIAPPD", notes)));
        }
        return claims;
    }

    /** Countries of the state; where it names none, those of the registration and of what was designated later. */
    private static List<String> designations(Element group, Element now) {
        Set<String> codes = new LinkedHashSet<>();
        DESIGNATING.stream().sorted().forEach(name -> codes.addAll(now.texts(name, "DCPCD")));
        if (codes.isEmpty()) {
            for (String inscription : List.of("ENN", "EXN")) {
                DESIGNATING.stream().sorted().forEach(name -> codes.addAll(group.texts(inscription, name, "DCPCD")));
            }
        }
        return List.copyOf(codes);
    }

    private Dates dates(Element group, List<String> designations, Notes notes) {
        Element ending = ending(group, designations);
        LocalDate ended = ending == null ? null : inscribed(ending, notes);
        LocalDate renewed = null;
        for (Element renewal : group.all("REN")) {
            LocalDate day = inscribed(renewal, notes);
            renewed = renewed == null || day != null && day.isAfter(renewed) ? day : renewed;
        }
        Element registration = group.child("ENN");
        return new Dates(
                null,
                registration == null ? null : Days.read(registration.attribute("PUBDATE"), "PUBDATE", notes),
                null,
                null,
                Days.read(value(group, "INTREGD"), "INTREGD", notes),
                renewed,
                Days.read(value(group, "EXPDATE"), "EXPDATE", notes),
                ended,
                Days.read(extracted, "EXTRDATE", notes));
    }

    private static @Nullable LocalDate inscribed(Element inscription, Notes notes) {
        String effective = inscription.attribute("REGEDAT");
        return Days.read(effective.isEmpty() ? inscription.attribute("REGRDAT") : effective, "REGEDAT", notes);
    }

    /** The inscription by which the registration ended for all countries; null when there is none. */
    private static @Nullable Element ending(Element group, List<String> designations) {
        for (Element inscription : group.children()) {
            if (ENDING.contains(inscription.name())) {
                List<String> countries = St96.texts(inscription, "DCPCD");
                if (countries.isEmpty() || !designations.isEmpty() && countries.containsAll(designations)) {
                    return inscription;
                }
            }
        }
        return null;
    }

    private static Status status(Element group, Dates dates, List<String> designations) {
        Element ending = ending(group, designations);
        if (ending != null) {
            return new Status(ending.name(), Standing.DEAD, dates.ended(), false);
        }
        LocalDate expires = dates.expires();
        LocalDate asOf = dates.asOf();
        boolean hasExpired = expires != null
                && asOf != null
                && expires.plusMonths(MONTHS_OF_GRACE).isBefore(asOf);
        return new Status("", hasExpired ? Standing.DEAD : Standing.LIVE, hasExpired ? expires : null, false);
    }

    private static List<String> inLanguages(Element now, String group, String name) {
        List<String> texts = new ArrayList<>();
        LANGUAGES.forEach(language -> texts.addAll(now.texts(group, name + language)));
        return texts;
    }

    private static Map<String, JsonNode> other(Element group, Element now) {
        Map<String, JsonNode> other = new LinkedHashMap<>();
        String origin = value(group, "OOCD");
        if (!origin.isEmpty()) {
            other.put("officeOfOrigin", TextNode.valueOf(origin));
        }
        putAll(other, "basicRegistrations", now.texts("BASGR", "BASREGGR", "BASREGN"));
        putAll(other, "basicApplications", now.texts("BASGR", "BASAPPGR", "BASAPPN"));
        putAll(other, "description", inLanguages(now, "MARDESGR", "MARDES"));
        List<String> refusing = new ArrayList<>();
        for (Element refusal : group.all("R18NT")) {
            refusing.add(refusal.attribute("INTOFF"));
        }
        refusing.removeIf(String::isEmpty);
        putAll(other, "refusedIn", refusing.stream().distinct().toList());
        return other;
    }

    private static void putAll(Map<String, JsonNode> other, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            texts.forEach(array::add);
            other.put(name, array);
        }
    }
}
