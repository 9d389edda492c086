package org.touchstone.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;

/**
 * Answers of KIPRIS, the service of the Korean office: {@code response/body/items/TradeMarkInfo}, and beside a single mark its
 * goods. They do not tell the day to which they are up to date. How each element is mapped stands in {@code
 * docs/registers/kipris.md}.
 *
 * @param record {@code items} when there is one mark, which has the goods beside it, else {@code TradeMarkInfo}
 */
record Kipris(String record) implements Dialect {
    private static final String OFFICE = "KR";
    private static final String MARK = "TradeMarkInfo";

    /** How the name of the elements begins; the office writes {@code Goodst}. */
    private static final String GOODS = "trademarkDesignationGoods";

    private static final Pattern SINGLE = Pattern.compile("<TotalSearchCount>\\s*1\\s*<");

    /** Empty when a response is of another service, or tells of an error. */
    static Optional<Dialect> of(XmlHead head) {
        boolean hasGoods = head.following().contains("<" + GOODS);
        if (!hasGoods && !head.following().contains("<" + MARK + ">")) {
            return Optional.empty();
        }
        boolean isSingle = hasGoods || SINGLE.matcher(head.following()).find();
        return Optional.of(new Kipris(isSingle ? "items" : MARK));
    }

    @Override
    public Set<String> skipped() {
        return Set.of();
    }

    @Override
    public RegisterChange read(Element found, Notes notes) throws FieldException {
        List<Element> marks = found.name().equals(MARK) ? List.of(found) : found.all(MARK);
        if (marks.size() != 1) {
            throw new FieldException(
                    MARK, "expected one mark beside its goods or a TotalSearchCount of 1, found " + marks.size());
        }
        Element info = marks.get(0);
        String number = info.text("ApplicationNumber");
        if (number.isEmpty()) {
            throw new FieldException("ApplicationNumber", "expected the number of the application, found none");
        }
        Set<String> classes = new LinkedHashSet<>(several(info.text("GoodClassificationCode")));
        Set<String> groups = new LinkedHashSet<>();
        List<Goods> goods = new ArrayList<>();
        List<Element> rows = new ArrayList<>(found.children());
        rows.addAll(found == info ? List.of() : info.children());
        for (Element row : rows) {
            goods(row, classes, groups, goods, notes);
        }
        Registration.Builder registration = Registration.builder(OFFICE + "-" + number, mark(info))
                .office(OFFICE)
                .number(number)
                .applicationNumber(number)
                .registrationNumber(info.text("RegistrationNumber"))
                .niceClasses(NiceNumbers.read(classes, "GoodClassificationCode", notes))
                .goods(goods)
                .similarGroups(List.copyOf(groups))
                .holders(holders(info))
                .status(StatusWords.of(info.text("ApplicationStatus"), null, "ApplicationStatus", notes))
                .dates(new Dates(
                        day(info, "ApplicationDate", notes),
                        day(info, "PublicDate", notes),
                        null,
                        null,
                        day(info, "RegistrationDate", notes),
                        null,
                        null,
                        null,
                        null))
                .priorities(priorities(info, notes));
        St66.keep(registration, "imageUri", info.texts("ImagePath"));
        St66.keep(registration, "thumbnailUri", info.texts("ThumbnailPath"));
        St66.keep(registration, "publicationNumber", info.texts("PublicNumber"));
        St66.keep(registration, "registrationPublicationNumber", info.texts("RegistrationPublicNumber"));
        St66.keep(registration, "registrationPublished", info.texts("RegistrationPublicDate"));
        St66.keep(registration, "applicationReference", info.texts("AppReferenceNumber"));
        St66.keep(registration, "registrationReference", info.texts("RegReferenceNumber"));
        return new RegisterChange.Put(registration.build());
    }

    /** The office does not say what a mark consists of; Vienna codes are given to those that are no words alone. */
    private static Mark mark(Element info) {
        String text = info.text("Title");
        List<String> codes = new ArrayList<>();
        for (String code : several(info.text("ViennaCode"))) {
            codes.add(code.replaceFirst("^(\\d\\d)(\\d\\d)(\\d\\d)$", "$1.$2.$3"));
        }
        return new Mark(
                FeatureWords.fitting(codes.isEmpty() ? MarkFeature.WORD : MarkFeature.FIGURATIVE, text),
                text,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                codes);
    }

    private static void goods(Element row, Set<String> classes, Set<String> groups, List<Goods> goods, Notes notes) {
        if (!row.name().startsWith(GOODS)) {
            return;
        }
        String written = row.text("DesignationGoodsClassificationInformationCode");
        int number = NiceNumbers.read(written, "DesignationGoodsClassificationInformationCode", notes);
        if (number > 0) {
            classes.add(written);
        }
        groups.addAll(several(row.text("SimilargroupCode")));
        String korean = row.text("DesignationGoodsHangeulName");
        if (!korean.isEmpty()) {
            goods.add(new Goods(number, "ko", korean));
        }
        String english = row.text("DesignationGoodsEnglishsentenceName");
        if (!english.isEmpty()) {
            goods.add(new Goods(number, "en", english));
        }
    }

    /** Who is registered, or else who has applied. */
    private static List<Holder> holders(Element info) {
        String names = info.text("RegistrationRightholderName");
        return several(names.isEmpty() ? info.text("ApplicantName") : names, "\\|").stream()
                .map(Holder::of)
                .toList();
    }

    private static List<Claim> priorities(Element info, Notes notes) {
        String number = info.text("PriorityClaimNumber");
        LocalDate date = day(info, "PriorityClaimDate", notes);
        return number.isEmpty() && date == null ? List.of() : List.of(new Claim("", number, date));
    }

    private static @Nullable LocalDate day(Element info, String name, Notes notes) {
        return Days.read(info.text(name), name, notes);
    }

    private static List<String> several(String codes) {
        return several(codes, "[|,;\\s]+");
    }

    private static List<String> several(String texts, String divider) {
        List<String> parts = new ArrayList<>();
        for (String part : texts.split(divider)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }
}
