package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.MarkKind;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads what offices have published, where it lies beside the project, and compares field by field with the raw XML. */
class RegistrySamplesTest {
    private static final Map<String, Standing> EUIPO_STANDINGS = Map.of(
            "Registered", Standing.LIVE,
            "Registration cancellation pending", Standing.LIVE,
            "Application under examination", Standing.PENDING,
            "Application published", Standing.PENDING,
            "Application opposed", Standing.PENDING,
            "Application withdrawn", Standing.DEAD,
            "Application refused", Standing.DEAD);

    private static Path samples() {
        Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data/text/registries"))) {
            at = at.getParent();
        }
        assumeTrue(at != null, "no shared/data here");
        return at.resolve("shared/data/text/registries");
    }

    private static List<Path> euipo() throws IOException {
        try (Stream<Path> files = Files.list(samples().resolve("euipo_em_tm_v3_4"))) {
            List<Path> all = new ArrayList<>(files.sorted().toList());
            all.add(samples().resolve("euipo_large_018224176.xml"));
            return all;
        }
    }

    @Test
    void euipo_marksAreReadWhole() throws Exception {
        List<Path> files = euipo();
        assertThat(files).hasSize(154);
        for (Path file : files) {
            RegisterReading reading = RegisterReading.of(file);
            Raw raw = Raw.of(file).one("//TradeMark");

            assertThat(reading.rejections()).as(file.toString()).isEmpty();
            assertThat(reading.changes()).as(file.toString()).hasSize(1);
            Registration read = reading.registration("EM-" + raw.text("ApplicationNumber"));
            compareWords(read, raw);
            compareGoods(read, raw, "");
            compareDays(read, raw);
            assertThat(read.standing()).isEqualTo(EUIPO_STANDINGS.get(raw.text("MarkCurrentStatusCode")));
            assertThat(read.status().opposed())
                    .isEqualTo(raw.text("MarkCurrentStatusCode").equals("Application opposed"));
            assertThat(read.dates().published())
                    .isEqualTo(raw
                            .texts(
                                    "PublicationDetails/Publication[*[local-name()='PublicationSection'][starts-with(.,'A')]]/PublicationDate")
                            .stream()
                            .map(LocalDate::parse)
                            .min(LocalDate::compareTo)
                            .orElse(null));
            assertThat(read.dates().asOf()).isEqualTo(Raw.of(file).day("//RequestProducerDateTime"));
            assertThat(read.mark().viennaCodes())
                    .isEqualTo(raw.texts("MarkImageDetails//CategoryCode").stream()
                            .distinct()
                            .toList());
            assertThat(read.priorities())
                    .isEqualTo(raw.claims("PriorityDetails/Priority", "Priority", "PriorityNumber", "PriorityDate"));
            assertThat(read.seniorities())
                    .isEqualTo(raw.claims(
                            "SeniorityDetails/Seniority",
                            "Seniority",
                            "SeniorityRegistrationNumber",
                            "SeniorityFilingDate"));
            assertThat(read.holders()).isEmpty();
            assertThat(other(read, "holderKeys")).isEqualTo(raw.texts("ApplicantDetails/ApplicantKey/Identifier"));
            assertThat(other(read, "imageUri")).isEqualTo(raw.texts("MarkImageDetails/MarkImage/MarkImageURI"));
            assertThat(other(read, "milestone")).containsExactly(raw.text("MarkCurrentStatusCode/@milestone"));
            assertThat(other(read, "applicationLanguage")).containsExactly(raw.text("ApplicationLanguageCode"));
            assertThat(other(read, "secondLanguage")).containsExactly(raw.text("SecondLanguageCode"));
            assertThat(read.kind())
                    .isEqualTo(
                            raw.text("KindMark").equals("EU Certificate")
                                    ? MarkKind.CERTIFICATION
                                    : MarkKind.INDIVIDUAL);
        }
    }

    /**
     * The table was made from the files by simple rules. It has what they have but for blanks, and but for applications that are
     * opposed: there it gives the day on which the opponent's mark was registered.
     */
    @Test
    void euipo_tableOfExpectationsAgrees() throws Exception {
        Map<String, Registration> read = new TreeMap<>();
        for (Path file : euipo()) {
            read.put(
                    String.valueOf(file.getFileName()),
                    RegisterReading.of(file).registrations().values().iterator().next());
        }
        List<List<String>> rows = rows(Files.readString(samples().resolve("euipo_expected.csv")));
        assertThat(rows.get(0))
                .containsExactly(
                        "file",
                        "application_number",
                        "mark",
                        "feature",
                        "status",
                        "registration_date",
                        "nice_classes",
                        "image_uri");
        List<String> taken = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Registration one = read.get(row.get(0));
            assertThat(one).as(row.get(0)).isNotNull();
            assertThat(one.number()).isEqualTo(row.get(1));
            assertThat(one.mark().text()).isEqualTo(tidy(row.get(2)));
            assertThat(one.mark().feature() == MarkFeature.WORD ? "Word" : "Figurative")
                    .isEqualTo(row.get(3));
            assertThat(one.status().code()).isEqualTo(row.get(4));
            LocalDate registered = row.get(5).isEmpty() ? null : LocalDate.parse(row.get(5));
            if (one.dates().registered() == null && registered != null) {
                Path file = samples().resolve("euipo_em_tm_v3_4").resolve(row.get(0));
                assertThat(Raw.of(file).texts("//EarlierMark/RegistrationDate")).contains(row.get(5));
                taken.add(row.get(0));
            } else {
                assertThat(one.dates().registered()).isEqualTo(registered);
            }
            assertThat(String.join(
                            " ", one.niceClasses().stream().map(String::valueOf).toList()))
                    .isEqualTo(row.get(6));
            assertThat(String.join(" ", other(one, "imageUri"))).isEqualTo(row.get(7));
        }
        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(taken).hasSize(14);
    }

    @Test
    void uspto_caseIsReadWhole() throws Exception {
        Path file = samples().resolve("uspto_tsdr_st66/sn76044902-ST66.xml");
        RegisterReading reading = RegisterReading.of(file);
        Raw raw = Raw.of(file).one("//TradeMark");
        Registration read = reading.registration("US-" + raw.text("ApplicationNumber"));

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.changes()).hasSize(1);
        assertThat(read.registrationNumber()).isEqualTo(raw.text("RegistrationNumber"));
        compareWords(read, raw);
        compareGoods(read, raw, "en");
        compareDays(read, raw);
        assertThat(read.dates().published()).isEqualTo(raw.day("PublicationDetails/Publication/PublicationDate"));
        assertThat(read.dates().asOf())
                .isEqualTo(raw.texts("MarkEventDetails/MarkEvent/MarkEventDate").stream()
                        .map(text -> LocalDate.parse(text.substring(0, 10)))
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        assertThat(read.standing()).isEqualTo(Standing.LIVE);
        Raw owner = Raw.of(file).one("//Applicant[.//*[local-name()='PartyTypeCode']='30']");
        assertThat(read.holders())
                .containsExactly(new Holder(
                        owner.text(".//FreeFormatNameLine"), "", owner.text(".//FormattedAddressCountryCode")));
        assertThat(Raw.of(file).texts("//Applicant//FreeFormatNameLine")).hasSize(3);
    }

    @Test
    void ukipo_markIsReadWhole() throws Exception {
        Path file = samples().resolve("ukipo_tmview/UK00003289573.xml");
        RegisterReading reading = RegisterReading.of(file);
        Raw raw = Raw.of(file).one("//TradeMark");
        Registration read = reading.registration("GB-" + raw.text("ApplicationNumber"));

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.changes()).hasSize(1);
        assertThat(read.registrationNumber()).isEqualTo(raw.text("RegistrationNumber"));
        compareWords(read, raw);
        compareGoods(read, raw, "");
        compareDays(read, raw);
        assertThat(read.standing()).isEqualTo(Standing.LIVE);
        assertThat(read.dates().oppositionFrom()).isEqualTo(raw.day("OppositionPeriodStartDate"));
        assertThat(read.dates().oppositionTo()).isEqualTo(raw.day("OppositionPeriodEndDate"));
        assertThat(read.dates().asOf()).isEqualTo(Raw.of(file).day("//RequestProducerDateTime"));
        assertThat(other(read, "holderKeys")).isEqualTo(raw.texts("ApplicantDetails/ApplicantKey/URI"));
        assertThat(other(read, "applicationReference")).containsExactly(raw.text("ApplicationReference"));
    }

    @Test
    void dpma_hitsAreReadWhole() throws Exception {
        Path file = samples().resolve("dpma/trademark_search.xml");
        RegisterReading reading = RegisterReading.of(file);
        List<Raw> entries = Raw.of(file).all("//Entries");

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.changes()).hasSameSizeAs(entries).hasSize(3);
        for (Raw raw : entries) {
            Registration read = reading.registration("DE-" + raw.text("ApplicationNumber"));
            assertThat(read.mark().text()).isEqualTo(raw.text("MarkVerbalElementText"));
            assertThat(read.mark().feature())
                    .isEqualTo(raw.text("MarkFeature").equals("wortmarke") ? MarkFeature.WORD : MarkFeature.COMBINED);
            assertThat(read.niceClasses()).containsExactly(Integer.parseInt(raw.text("Classification")));
            assertThat(read.status().code()).isEqualTo(raw.text("MarkCurrentStatusCode"));
            assertThat(read.standing()).isEqualTo(Standing.DEAD);
            assertThat(read.dates().filed()).isEqualTo(raw.day("ApplicationDate"));
            assertThat(read.dates().registered()).isEqualTo(raw.day("RegistrationDate"));
            assertThat(read.holders()).hasSize(1);
            assertThat(raw.text("Applicant")).startsWith(read.holder() + ", ").endsWith(", DE");
            assertThat(read.holder()).matches(".*(GmbH|& Co|mbH)");
        }
    }

    @Test
    void kipris_markIsReadWhole() throws Exception {
        Path file = samples().resolve("kipris/TradeMarkInfo.xml");
        RegisterReading reading = RegisterReading.of(file);
        Raw raw = Raw.of(file).one("//TradeMarkInfo");
        Registration read = reading.registration("KR-" + raw.text("ApplicationNumber"));

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.changes()).hasSize(1);
        assertThat(read.registrationNumber()).isEqualTo(raw.text("RegistrationNumber"));
        assertThat(read.mark().text()).isEqualTo(raw.text("Title"));
        assertThat(read.status().code()).isEqualTo(raw.text("ApplicationStatus"));
        assertThat(read.standing()).isEqualTo(Standing.LIVE);
        assertThat(read.niceClasses()).containsExactly(Integer.parseInt(raw.text("GoodClassificationCode")));
        assertThat(read.mark().viennaCodes()).isEmpty();
        assertThat(read.holders()).containsExactly(Holder.of(raw.text("RegistrationRightholderName")));
        assertThat(Stream.of(
                                read.dates().filed(),
                                read.dates().published(),
                                read.dates().registered())
                        .map(day -> String.valueOf(day).replace("-", "")))
                .containsExactly(raw.text("ApplicationDate"), raw.text("PublicDate"), raw.text("RegistrationDate"));
        assertThat(other(read, "imageUri")).containsExactly(raw.text("ImagePath"));
    }

    @Test
    void tmview_rowsAreReadWhole() throws Exception {
        Path file = samples().resolve("tmview_json/al_rows.json");
        RegisterReading reading = RegisterReading.of(file);
        JsonNode rows = new ObjectMapper().readTree(file.toFile());

        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.changes()).hasSize(rows.size()).hasSize(155);
        for (JsonNode row : rows) {
            Registration read = reading.registration(
                    row.path("oc").asText() + "-" + row.path("an").asText());
            assertThat(read.st13()).isEqualTo(row.path("ST13").asText());
            assertThat(read.registrationNumber())
                    .isEqualTo(row.path("RegistrationNumber").asText());
            assertThat(read.mark().text())
                    .isEqualTo(row.path("MarkVerbalElementText")
                            .asText()
                            .replaceAll("\\s+", " ")
                            .strip());
            assertThat(read.mark().feature().key())
                    .isEqualTo(row.path("ty").asText().toLowerCase(Locale.ROOT));
            assertThat(read.mark().viennaCodes()).isEqualTo(texts(row.path("vc")));
            assertThat(read.status().code()).isEqualTo(row.path("sc").asText());
            assertThat(read.niceClasses().stream().map(String::valueOf).toList())
                    .isEqualTo(texts(row.path("nc")));
            assertThat(read.holders().stream().map(Holder::name).toList()).isEqualTo(texts(row.path("ApplicantName")));
            assertThat(read.dates().filed()).isEqualTo(day(row.path("ad")));
            assertThat(read.dates().registered()).isEqualTo(day(row.path("RegistrationDate")));
            assertThat(read.dates().expires()).isEqualTo(day(row.path("ExpiryDate")));
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText().strip()));
        return texts;
    }

    /** The instants are of noon, or of midnight two hours or less before that of Greenwich. */
    private static @Nullable LocalDate day(JsonNode millis) {
        return millis.isMissingNode()
                ? null
                : Instant.ofEpochMilli(millis.asLong())
                        .plus(Duration.ofHours(2))
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
    }

    private static void compareWords(Registration read, Raw raw) throws Exception {
        String text = raw.text("WordMarkSpecification/MarkVerbalElementText");
        assertThat(read.number()).isEqualTo(raw.text("ApplicationNumber"));
        assertThat(read.office()).isEqualTo(raw.text("RegistrationOfficeCode"));
        assertThat(read.mark().text()).as(read.id()).isEqualTo(text);
        assertThat(read.mark().language())
                .isEqualTo(raw.text("WordMarkSpecification/MarkVerbalElementText/@languageCode"));
        assertThat(read.mark().feature())
                .isEqualTo(
                        !raw.text("MarkFeature").equals("Figurative")
                                ? MarkFeature.WORD
                                : text.isEmpty() ? MarkFeature.FIGURATIVE : MarkFeature.COMBINED);
        assertThat(read.status().code()).isEqualTo(raw.text("MarkCurrentStatusCode"));
        assertThat(read.status().since()).isEqualTo(raw.day("MarkCurrentStatusDate"));
    }

    private static void compareGoods(Registration read, Raw raw, String language) throws Exception {
        List<Goods> goods = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (Raw one : raw.all("GoodsServicesDetails/GoodsServices/ClassDescriptionDetails/ClassDescription")) {
            int number = Integer.parseInt(one.text("ClassNumber"));
            classes.add(number);
            for (Raw text : one.all("GoodsServicesDescription")) {
                goods.add(
                        new Goods(number, language.isEmpty() ? text.text("@languageCode") : language, text.text(".")));
            }
        }
        assertThat(read.niceClasses()).isEqualTo(classes);
        assertThat(read.goods()).as(read.id()).isEqualTo(goods);
    }

    private static void compareDays(Registration read, Raw raw) throws Exception {
        assertThat(read.dates().filed()).isEqualTo(raw.day("ApplicationDate"));
        assertThat(read.dates().registered()).isEqualTo(raw.day("RegistrationDate"));
        assertThat(read.dates().expires()).isEqualTo(raw.day("ExpiryDate"));
    }

    private static List<String> other(Registration read, String name) {
        List<String> texts = new ArrayList<>();
        if (read.other().get(name) != null) {
            if (read.other().get(name).isTextual()) {
                texts.add(read.other().get(name).asText());
            }
            read.other().get(name).forEach(one -> texts.add(one.asText()));
        }
        return texts;
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Rows of CSV whose fields may be quoted and go over several lines. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (char unit : csv.replace("\r\n", "\n").toCharArray()) {
            if (unit == '"') {
                isQuoted = !isQuoted;
            } else if (isQuoted || (unit != ',' && unit != '\n')) {
                field.append(unit);
            } else {
                rows.get(rows.size() - 1).add(field.toString());
                field.setLength(0);
                if (unit == '\n') {
                    rows.add(new ArrayList<>());
                }
            }
        }
        rows.removeIf(List::isEmpty);
        return rows;
    }

    /** A node of a file as the JDK reads it; paths are XPath with names that stand for local names. */
    private record Raw(Node node) {
        static Raw of(Path file) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Raw(factory.newDocumentBuilder().parse(file.toFile()));
        }

        List<Raw> all(String path) throws Exception {
            String local = path.replaceAll("(?<=^|/)([A-Za-z]+)", "*[local-name()='$1']");
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(local, node, XPathConstants.NODESET);
            List<Raw> all = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                all.add(new Raw(found.item(i)));
            }
            return all;
        }

        Raw one(String path) throws Exception {
            assertThat(all(path)).hasSize(1);
            return all(path).get(0);
        }

        List<String> texts(String path) throws Exception {
            return all(path).stream()
                    .map(raw -> tidy(raw.node.getTextContent()))
                    .toList();
        }

        String text(String path) throws Exception {
            List<String> texts = texts(path);
            return texts.isEmpty() ? "" : texts.get(0);
        }

        @Nullable
        LocalDate day(String path) throws Exception {
            return text(path).isEmpty() ? null : LocalDate.parse(text(path).substring(0, 10));
        }

        List<Claim> claims(String path, String kind, String number, String date) throws Exception {
            List<Claim> claims = new ArrayList<>();
            for (Raw one : all(path)) {
                claims.add(new Claim(one.text(kind + "CountryCode"), one.text(number), one.day(date)));
            }
            return claims;
        }
    }
}
