package org.touchstone.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

/** The marks format. */
final class RegistrationFormat implements RecordFormat<Registration> {
    /** Undetermined, ISO 639-2; stands for a language that is not known beside ones that are. */
    private static final String NO_LANGUAGE = "und";

    /** Stands for an id or a country that is not known beside ones that are. */
    private static final String NONE = "-";

    private static final Set<String> OWN = ownNames();

    /** Stands before the name of another field where the format has one of that name. */
    private static final String BESIDE = "x-";

    @Override
    public Registration read(Fields fields) throws FieldException {
        String office = fields.text("office").strip();
        String number = fields.text("number").strip();
        String id = fields.text("id").strip();
        if (id.isEmpty()) {
            if (office.isEmpty() || number.isEmpty()) {
                throw new FieldException("id", "expected an id, or an office and a number, found neither");
            }
            id = office + "-" + number;
        }
        String text = fields.text("text").strip();
        List<String> images = fields.texts("images");
        MarkFeature implied =
                images.isEmpty() ? MarkFeature.WORD : text.isEmpty() ? MarkFeature.FIGURATIVE : MarkFeature.COMBINED;
        MarkFeature feature = fields.choice("feature", MarkFeature.class, implied);
        if (text.isEmpty() && images.isEmpty() && feature == MarkFeature.WORD) {
            throw new FieldException("text", "expected a text or images, found neither");
        }
        Mark mark = new Mark(
                feature,
                text,
                fields.text("language").strip(),
                fields.texts("transliterations"),
                fields.texts("translations"),
                fields.texts("aliases"),
                images,
                fields.texts("viennaCodes"));
        return Registration.builder(id, mark)
                .office(office)
                .number(number)
                .applicationNumber(fields.text("applicationNumber").strip())
                .registrationNumber(fields.text("registrationNumber").strip())
                .st13(fields.text("st13").strip())
                .kind(fields.choice("kind", MarkKind.class, MarkKind.INDIVIDUAL))
                .niceClasses(List.copyOf(new LinkedHashSet<>(fields.integers("niceClasses", 1, 45))))
                .goods(goods(fields))
                .similarGroups(fields.texts("similarGroups"))
                .holders(holders(fields))
                .status(status(fields))
                .dates(new Dates(
                        fields.day("filed"),
                        fields.day("published"),
                        fields.day("oppositionFrom"),
                        fields.day("oppositionTo"),
                        fields.day("registered"),
                        fields.day("renewed"),
                        fields.day("expires"),
                        fields.day("ended"),
                        fields.day("asOf")))
                .priorities(claims(fields, "priorities"))
                .seniorities(claims(fields, "seniorities"))
                .disclaimers(fields.texts("disclaimers"))
                .designations(fields.texts("designations"))
                .brand(fields.text("brand").strip())
                .other(fields.rest())
                .build();
    }

    /** Classes and languages of the goods stand beside their wordings, one for each, where any is known. */
    private static List<Goods> goods(Fields fields) throws FieldException {
        List<String> texts = fields.texts("goods");
        List<Integer> classes = fields.integers("goodsClasses", 0, 45);
        List<String> languages = fields.texts("goodsLanguages");
        List<Goods> goods = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String language = languages.size() == texts.size() ? languages.get(i) : "";
            goods.add(new Goods(
                    classes.size() == texts.size() ? classes.get(i) : 0,
                    language.equals(NO_LANGUAGE) ? "" : language,
                    texts.get(i)));
        }
        return goods;
    }

    /** {@code holder} is the first one; {@code holders} are all, where there are several. */
    private static List<Holder> holders(Fields fields) throws FieldException {
        String first = fields.text("holder");
        List<String> names = fields.texts("holders");
        if (names.isEmpty() && !first.isBlank()) {
            names = List.of(first);
        }
        List<String> ids = fields.texts("holderIds");
        List<String> countries = fields.texts("holderCountries");
        List<Holder> holders = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            holders.add(new Holder(names.get(i), known(ids, i, names.size()), known(countries, i, names.size())));
        }
        return holders;
    }

    private static String known(List<String> values, int place, int count) {
        return values.size() != count || values.get(place).equals(NONE) ? "" : values.get(place);
    }

    private static Status status(Fields fields) throws FieldException {
        String code = fields.text("status").strip();
        Status implied = Status.of(code);
        return new Status(
                code,
                fields.choice("standing", Standing.class, implied.standing()),
                fields.day("statusDate"),
                fields.flag("opposed", implied.opposed()));
    }

    private static List<Claim> claims(Fields fields, String name) throws FieldException {
        List<Claim> claims = new ArrayList<>();
        for (Fields claim : fields.objects(name)) {
            claims.add(
                    new Claim(claim.text("office").strip(), claim.text("number").strip(), claim.day("date")));
        }
        return claims;
    }

    @Override
    public ObjectNode write(Registration registration) {
        Mark mark = registration.mark();
        Dates dates = registration.dates();
        ObjectNode node = Json.object();
        Nodes.put(node, "id", registration.id());
        Nodes.put(node, "office", registration.office());
        Nodes.put(node, "number", registration.number());
        Nodes.put(node, "applicationNumber", registration.applicationNumber());
        Nodes.put(node, "registrationNumber", registration.registrationNumber());
        Nodes.put(node, "st13", registration.st13());
        Nodes.put(node, "feature", mark.feature().key());
        Nodes.put(node, "kind", registration.kind().key());
        Nodes.put(node, "text", mark.text());
        Nodes.put(node, "language", mark.language());
        Nodes.put(node, "transliterations", mark.transliterations());
        Nodes.put(node, "translations", mark.translations());
        Nodes.put(node, "aliases", mark.aliases());
        Nodes.put(node, "images", mark.images());
        Nodes.put(node, "niceClasses", registration.niceClasses());
        putGoods(node, registration.goods());
        Nodes.put(node, "similarGroups", registration.similarGroups());
        Nodes.put(node, "viennaCodes", mark.viennaCodes());
        putHolders(node, registration.holders());
        putStatus(node, registration.status());
        Nodes.put(node, "filed", dates.filed());
        Nodes.put(node, "published", dates.published());
        Nodes.put(node, "oppositionFrom", dates.oppositionFrom());
        Nodes.put(node, "oppositionTo", dates.oppositionTo());
        Nodes.put(node, "registered", dates.registered());
        Nodes.put(node, "renewed", dates.renewed());
        Nodes.put(node, "expires", dates.expires());
        Nodes.put(node, "ended", dates.ended());
        Nodes.put(node, "asOf", dates.asOf());
        putClaims(node, "priorities", registration.priorities());
        putClaims(node, "seniorities", registration.seniorities());
        Nodes.put(node, "disclaimers", registration.disclaimers());
        Nodes.put(node, "designations", registration.designations());
        Nodes.put(node, "brand", registration.brand());
        registration.other().forEach((name, value) -> node.set(beside(name), value));
        return node;
    }

    /** A name that can be read back, which JSON's names with unpaired surrogates cannot, and is none of the format's own. */
    private static String beside(String name) {
        String whole = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return OWN.contains(whole) ? BESIDE + whole : whole;
    }

    /** The names of the format's own fields: those that are asked for when one is read. */
    private static Set<String> ownNames() {
        Fields fields = new Fields(Json.object().put("id", "1").put("text", "1"));
        try {
            new RegistrationFormat().read(fields);
        } catch (FieldException e) {
            throw new IllegalStateException(e);
        }
        return fields.asked();
    }

    private static void putGoods(ObjectNode node, List<Goods> goods) {
        Nodes.put(node, "goods", goods.stream().map(Goods::text).toList());
        if (goods.stream().anyMatch(one -> one.niceClass() != 0)) {
            Nodes.put(node, "goodsClasses", goods.stream().map(Goods::niceClass).toList());
        }
        if (goods.stream().anyMatch(one -> !one.language().isEmpty())) {
            Nodes.put(
                    node,
                    "goodsLanguages",
                    goods.stream()
                            .map(one -> one.language().isEmpty() ? NO_LANGUAGE : one.language())
                            .toList());
        }
    }

    private static void putHolders(ObjectNode node, List<Holder> holders) {
        Nodes.put(node, "holder", holders.isEmpty() ? "" : holders.get(0).name());
        if (holders.size() > 1) {
            Nodes.put(node, "holders", holders.stream().map(Holder::name).toList());
        }
        putKnown(node, "holderIds", holders.stream().map(Holder::id).toList());
        putKnown(node, "holderCountries", holders.stream().map(Holder::country).toList());
    }

    private static void putKnown(ObjectNode node, String name, List<String> values) {
        if (values.stream().anyMatch(value -> !value.isEmpty())) {
            Nodes.put(
                    node,
                    name,
                    values.stream().map(value -> value.isEmpty() ? NONE : value).toList());
        }
    }

    private static void putStatus(ObjectNode node, Status status) {
        Nodes.put(node, "status", status.code());
        Status implied = Status.of(status.code());
        if (status.standing() != implied.standing()) {
            Nodes.put(node, "standing", status.standing().key());
        }
        Nodes.put(node, "statusDate", status.since());
        if (status.opposed() != implied.opposed()) {
            node.put("opposed", status.opposed());
        }
    }

    private static void putClaims(ObjectNode node, String name, List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray(name);
        for (Claim claim : claims) {
            ObjectNode object = array.addObject();
            Nodes.put(object, "office", claim.office());
            Nodes.put(object, "number", claim.number());
            Nodes.put(object, "date", claim.date());
        }
    }

    @Override
    public Set<String> lists() {
        return Set.of(
                "transliterations",
                "translations",
                "aliases",
                "images",
                "niceClasses",
                "goods",
                "goodsClasses",
                "goodsLanguages",
                "similarGroups",
                "viennaCodes",
                "holders",
                "holderIds",
                "holderCountries",
                "disclaimers",
                "designations");
    }

    @Override
    public Set<Set<String>> needs() {
        return Set.of(Set.of("text", "images"));
    }
}
