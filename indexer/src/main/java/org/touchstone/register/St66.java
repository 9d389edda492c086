package org.touchstone.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.record.FieldException;

/**
 * WIPO ST.66 in the variants of the EUIPO (EM-TM-TradeMark), the UKIPO, the DPMA and the USPTO (TSDR), and of others that keep to
 * it. The variant is told by the namespaces of the outermost element. How each element is mapped stands in {@code
 * docs/registers/st66.md} and the pages of the offices beside it.
 */
final class St66 implements Dialect {
    private static final Pattern PRODUCED =
            Pattern.compile("<(?:\\w{1,20}:)?RequestProducerDateTime[^>]{0,200}>\\s*([^<]{1,40})<");
    private static final Pattern TMVIEW = Pattern.compile("//([a-z]{2})\\.tmview\\.europa\\.eu/");
    private static final Pattern NO_NUMBER = Pattern.compile("0*");

    private final String namespaceOffice;
    private final @Nullable LocalDate produced;

    St66(XmlHead head) {
        this.namespaceOffice = office(head.tag());
        Matcher time = PRODUCED.matcher(head.following());
        this.produced =
                time.find() ? Days.read(time.group(1), "RequestProducerDateTime", new Notes("", Path.of(""), 0)) : null;
    }

    /** The office whose own namespace a file has; empty when it is none that is known. */
    private static String office(String tag) {
        if (tag.contains("urn:us:gov:doc:uspto:")) {
            return "US";
        }
        if (tag.contains("//euipo.europa.eu/trademark/") || tag.contains("//oami.europa.eu/")) {
            return "EM";
        }
        if (tag.contains("//register.dpma.de/")) {
            return "DE";
        }
        Matcher tmview = TMVIEW.matcher(tag);
        return tmview.find() ? tmview.group(1).toUpperCase(Locale.ROOT) : "";
    }

    private boolean isUs() {
        return namespaceOffice.equals("US");
    }

    /** The USPTO writes the applicants beside the mark that they hold, one mark to a file. */
    @Override
    public String record() {
        return isUs() ? "TransactionData" : "TradeMark";
    }

    @Override
    public Set<String> skipped() {
        return Set.of(
                "RepresentativeDetails",
                "CorrespondenceAddress",
                "OppositionDetails",
                "AssignmentBagExt",
                "StaffDetails");
    }

    @Override
    public RegisterChange read(Element record, Notes notes) throws FieldException {
        Element file = record;
        if (isUs()) {
            List<Element> files = record.all("TradeMarkDetails", "TradeMark");
            if (files.size() != 1) {
                throw new FieldException("TradeMark", "expected one mark in TransactionData, found " + files.size());
            }
            file = files.get(0);
        }
        String office = office(file, notes);
        String application = number(file, "ApplicationNumber");
        String registered = number(file, "RegistrationNumber");
        String number = application.isEmpty() ? registered : application;
        if (number.isEmpty()) {
            throw new FieldException("ApplicationNumber", "expected the number of the application, found none");
        }
        String id = office + "-" + number;
        LocalDate since = St66Days.day(file, "MarkCurrentStatusDate", notes);
        if (file.attribute("operationCode").equalsIgnoreCase("Delete")) {
            return new RegisterChange.Removal(id, produced != null ? produced : since);
        }
        String status = file.text("MarkCurrentStatusCode");
        Set<Integer> classes = new LinkedHashSet<>();
        List<Goods> goods = goods(file, office, classes, notes);
        Registration.Builder registration = Registration.builder(id, mark(file, notes))
                .office(office)
                .number(number)
                .applicationNumber(application)
                .registrationNumber(registered)
                .st13(st13(office, number))
                .kind(kind(file.text("KindMark")))
                .niceClasses(List.copyOf(classes))
                .goods(goods)
                .holders(St66Holders.read(file, isUs() ? record : file, isUs()))
                .status(
                        office.equals("US") && status.matches("\\d{3}")
                                ? UsStatus.of(status, since, !registered.isEmpty(), false)
                                : StatusWords.of(status, since, "MarkCurrentStatusCode", notes))
                .dates(St66Days.read(file, office, since, produced, notes))
                .priorities(St66Days.priorities(file, notes))
                .seniorities(St66Days.seniorities(file, office, notes))
                .disclaimers(file.texts("MarkDisclaimerDetails", "MarkDisclaimer"));
        others(file, office, registration);
        return new RegisterChange.Put(registration.build());
    }

    private String office(Element file, Notes notes) throws FieldException {
        String written = file.text("RegistrationOfficeCode").toUpperCase(Locale.ROOT);
        if (written.matches("[A-Z]{2}")) {
            return written;
        }
        if (namespaceOffice.isEmpty()) {
            throw new FieldException(
                    "RegistrationOfficeCode", "expected the two letters of an office, found '" + written + "'");
        }
        if (!written.isEmpty()) {
            notes.add(
                    "RegistrationOfficeCode",
                    "expected " + namespaceOffice + ", as the file's namespace says",
                    written);
        }
        return namespaceOffice;
    }

    private static String number(Element file, String name) {
        String number = file.text(name);
        return NO_NUMBER.matcher(number).matches() ? "" : number;
    }

    /** Only for offices whose numbers TMview writes without a year; other offices' own forms are not known. */
    private static String st13(String office, String number) {
        String plain = office.equals("GB") ? number.replaceFirst("^UK0*", "") : number;
        boolean isKnown = office.equals("EM") || office.equals("GB") || office.equals("US");
        return isKnown && plain.matches("\\d{1,9}") ? St13.of(office, plain) : "";
    }

    private Mark mark(Element file, Notes notes) {
        List<String> texts = St66Words.texts(file);
        String text = texts.isEmpty() ? "" : texts.get(0);
        Set<String> transliterations = new LinkedHashSet<>();
        Set<String> translations = new LinkedHashSet<>(texts.subList(Math.min(1, texts.size()), texts.size()));
        for (String written : file.texts("WordMarkSpecification", "MarkTransliteration")) {
            if (isUs()) {
                transliterations.addAll(UsStatements.transliterations(written));
                translations.addAll(UsStatements.meanings(written));
            } else {
                transliterations.add(written);
            }
        }
        for (String written : file.texts("WordMarkSpecification", "MarkTranslation")) {
            if (isUs()) {
                translations.addAll(UsStatements.translations(written));
            } else {
                translations.add(written);
            }
        }
        String feature = file.text("MarkFeature");
        Set<String> codes = St66Words.viennaCodes(file);
        boolean pictured =
                !codes.isEmpty() || !file.all("MarkImageDetails", "MarkImage").isEmpty();
        return new Mark(
                isUs()
                        ? FeatureWords.drawing(file.text("TradeMarkExt", "MarkFeatureCode"), feature, text)
                        : FeatureWords.of(feature, text, pictured, notes),
                text,
                St66Words.language(file),
                List.copyOf(transliterations),
                List.copyOf(translations),
                List.of(),
                MarkImages.of(file.all("MarkImageDetails", "MarkImage"), notes),
                List.copyOf(codes));
    }

    private static MarkKind kind(String words) {
        String kind = words.toLowerCase(Locale.ROOT);
        if (kind.contains("certif") || kind.contains("guarantee")) {
            return MarkKind.CERTIFICATION;
        }
        if (kind.contains("collective")) {
            return MarkKind.COLLECTIVE;
        }
        return kind.contains("geographic") ? MarkKind.GEOGRAPHICAL_INDICATION : MarkKind.INDIVIDUAL;
    }

    /** Goods in all their languages, and what classes there are. Wordings of the USPTO keep their marks of what was deleted. */
    private List<Goods> goods(Element file, String office, Set<Integer> classes, Notes notes) {
        List<Goods> goods = new ArrayList<>();
        String spoken = office.equals("US") ? "en" : office.equals("DE") ? "de" : "";
        for (Element list : file.all("GoodsServicesDetails", "GoodsServices")) {
            for (Element one : list.all("ClassDescriptionDetails", "ClassDescription")) {
                String written = one.text("ClassNumber");
                int number = isUs() && Tdxf.isOwn(written) ? 0 : NiceNumbers.read(written, "ClassNumber", notes);
                if (number > 0) {
                    classes.add(number);
                }
                for (Element text : one.all("GoodsServicesDescription")) {
                    St66Words.add(goods, number, spoken, text);
                }
            }
            for (Element text : list.all("GoodsServicesNotClassifiedDescription")) {
                St66Words.add(goods, 0, spoken, text);
            }
        }
        return goods;
    }

    private static void others(Element file, String office, Registration.Builder into) {
        Element status = file.child("MarkCurrentStatusCode");
        keep(into, "milestone", status == null ? List.of() : List.of(status.attribute("milestone")));
        keep(into, "statusText", file.texts("TradeMarkExt", "MarkCurrentStatusExternalDescriptionText"));
        keep(into, "register", file.texts("TradeMarkExt", "RegisterCategory"));
        keep(into, "description", file.texts("MarkDescriptionDetails", "MarkDescription"));
        keep(into, "imageUri", file.texts("MarkImageDetails", "MarkImage", "MarkImageURI"));
        keep(into, "imageFile", file.texts("MarkImageDetails", "MarkImage", "MarkImageFilename"));
        keep(into, "colours", file.texts("MarkImageDetails", "MarkImage", "MarkImageColourClaimedText"));
        keep(into, "holderKeys", St66Holders.keys(file));
        keep(into, "applicationLanguage", file.texts("ApplicationLanguageCode"));
        keep(into, "secondLanguage", file.texts("SecondLanguageCode"));
        keep(into, "applicationReference", file.texts("ApplicationReference"));
        keep(into, "internationalRegistration", file.texts("InternationalMarkKey", "Identifier"));
        keep(into, "acquiredDistinctiveness", file.texts("TradeDistinctivenessText"));
        if (file.text("TradeDistinctivenessIndicator").equals("true")
                && file.text("TradeDistinctivenessText").isEmpty()) {
            keep(into, "acquiredDistinctiveness", List.of("true"));
        }
        if (!NO_NUMBER.matcher(file.text("TotalMarkSeries")).matches()) {
            keep(into, "series", file.texts("TotalMarkSeries"));
        }
        keep(into, "relevantPriorityDate", file.texts("RelevantPriorityDate"));
        keep(into, "startOfProtection", file.texts("StartProtectionPeriod"));
        keep(into, "exhibition", file.texts("ExhibitionPriorityDetails", "ExhibitionPriority", "ExhibitionName"));
        if (office.equals("DE")) {
            keep(into, "seniorityOf", file.texts("SeniorityDetails", "Seniority", "SeniorityRegistrationNumber"));
        }
    }

    /** Keeps what has no place in a registration: one text as it is, several as a list. */
    static void keep(Registration.Builder into, String name, List<String> texts) {
        List<String> told = texts.stream().filter(text -> !text.isEmpty()).toList();
        if (told.size() == 1) {
            into.other(name, TextNode.valueOf(told.get(0)));
        } else if (!told.isEmpty()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            told.forEach(all::add);
            into.other(name, all);
        }
    }
}
