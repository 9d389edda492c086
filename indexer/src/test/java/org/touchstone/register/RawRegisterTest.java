package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.touchstone.mark.Claim;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Holder;
import org.touchstone.mark.Registration;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Compares what is read of an office's own file, field by field, with what the JDK's DOM and XPath find in it. */
class RawRegisterTest {
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    /** A file's elements by their names alone, without prefixes. */
    private static Document document(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        String bare = Files.readString(file).replaceAll("(</?|\\s)ns\\d:", "$1");
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(bare)));
    }

    private List<String> all(Node from, String path) throws Exception {
        NodeList nodes = (NodeList) xpath.evaluate(path, from, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            String text = nodes.item(i).getTextContent().replaceAll("\\s+", " ").strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private String one(Node from, String path) throws Exception {
        List<String> texts = all(from, path);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private static String digits(@Nullable Object day) {
        return Objects.toString(day, "").replace("-", "");
    }

    @Test
    void st96IsReadAsItStands() throws Exception {
        Path file = Registers.shared("uspto_tsdr_st96/sn76044902-ST96.xml");
        Registers.Register register = Registers.read(Files.readAllBytes(file));
        assertThat(register.rejections()).isEmpty();
        Registration read = register.registration(0);
        Document raw = document(file);
        assertThat(read.applicationNumber()).isEqualTo(one(raw, "//ApplicationNumberText"));
        assertThat(read.registrationNumber()).isEqualTo(one(raw, "//RegistrationNumber"));
        assertThat(read.office()).isEqualTo(one(raw, "//RegistrationOfficeCode"));
        assertThat(read.mark().text()).isEqualTo(one(raw, "//MarkVerbalElementText"));
        assertThat(read.status().code()).isEqualTo(one(raw, "//MarkCurrentStatusCode"));
        assertThat(read.status().since()).hasToString(one(raw, "//MarkCurrentStatusDate"));
        assertThat(read.dates().filed())
                .hasToString(one(raw, "//ApplicationDate").substring(0, 10));
        assertThat(read.dates().registered()).hasToString(one(raw, "//RegistrationDate"));
        assertThat(read.dates().published()).hasToString(one(raw, "//PublicationDate"));
        assertThat(read.dates().renewed()).hasToString(one(raw, "//RenewalDate"));
        assertThat(read.niceClasses().stream()
                        .map(number -> "%03d".formatted(number))
                        .toList())
                .isEqualTo(all(raw, "//GoodsServicesClassification[ClassificationKindCode='Nice']/ClassNumber"));
        assertThat(read.goods().stream().map(Goods::text).toList())
                .isEqualTo(all(raw, "//GoodsServicesDescriptionText"));
        assertThat(read.goods().stream()
                        .map(goods -> "%03d".formatted(goods.niceClass()))
                        .toList())
                .isEqualTo(all(raw, "//ClassDescription/ClassNumber"));
        assertThat(read.holders().stream().map(Holder::name).toList())
                .containsExactly(one(raw, "//Applicant[@sequenceNumber='30']//EntityName"));
        assertThat(read.holders().stream().map(Holder::country).toList())
                .containsExactly(one(raw, "//Applicant[@sequenceNumber='30']//CountryCode"));
        assertThat(read.other().get("statusText").asText())
                .isEqualTo(one(raw, "//MarkCurrentStatusExternalDescriptionText"));
    }

    @Test
    void tdxfIsReadAsItStands() throws Exception {
        Path file = Registers.shared("uspto_daily_v2/apc_sample.xml");
        Registers.Register register = Registers.read(Files.readAllBytes(file));
        assertThat(register.rejections()).isEmpty();
        NodeList files = (NodeList) xpath.evaluate("//case-file", document(file), XPathConstants.NODESET);
        assertThat(register.changes()).hasSize(files.getLength());
        for (int i = 0; i < files.getLength(); i++) {
            compare(register.registration(i), files.item(i));
        }
    }

    private void compare(Registration read, Node raw) throws Exception {
        String header = "case-file-header/";
        assertThat(read.number()).isEqualTo(one(raw, "serial-number"));
        assertThat(read.registrationNumber()).isEqualTo(one(raw, "registration-number[translate(., '0', '') != '']"));
        assertThat(read.mark().text()).isEqualTo(one(raw, header + "mark-identification"));
        assertThat(read.status().code()).isEqualTo(one(raw, header + "status-code"));
        assertThat(digits(read.status().since())).isEqualTo(one(raw, header + "status-date"));
        Dates dates = read.dates();
        assertThat(digits(dates.filed())).isEqualTo(one(raw, header + "filing-date"));
        assertThat(digits(dates.registered())).isEqualTo(one(raw, header + "registration-date"));
        assertThat(digits(dates.published())).isEqualTo(one(raw, header + "published-for-opposition-date"));
        assertThat(digits(dates.renewed())).isEqualTo(one(raw, header + "renewal-date"));
        assertThat(digits(dates.ended()))
                .isEqualTo(one(raw, header + "cancellation-date | " + header + "abandonment-date"));
        assertThat(digits(dates.asOf())).isEqualTo(one(raw, "transaction-date"));
        assertThat(read.niceClasses().stream()
                        .map(number -> "%03d".formatted(number))
                        .toList())
                .isEqualTo(all(raw, "classifications/classification/international-code").stream()
                        .distinct()
                        .toList());
        assertThat(read.goods().stream().map(Goods::text).toList())
                .isEqualTo(all(raw, ".//case-file-statement[starts-with(type-code, 'GS')]/text"));
        assertThat(read.mark().aliases())
                .isEqualTo(all(raw, ".//case-file-statement[starts-with(type-code, 'PM')]/text"));
        assertThat(read.disclaimers())
                .isEqualTo(all(
                        raw,
                        ".//case-file-statement[starts-with(type-code, 'D0') or starts-with(type-code, 'D1')]/text"));
        assertThat(read.mark().viennaCodes().stream()
                        .map(code -> code.replace(".", ""))
                        .toList())
                .isEqualTo(all(raw, "design-searches/design-search/code"));
        String latest = "case-file-owners/case-file-owner[not(../case-file-owner/party-type > party-type)]";
        assertThat(read.holders().stream().map(Holder::name).toList()).isEqualTo(all(raw, latest + "/party-name"));
        assertThat(read.priorities().stream().map(Claim::number).toList())
                .isEqualTo(all(
                        raw,
                        "foreign-applications/foreign-application[foreign-priority-claim-in='T']/application-number"));
    }

    @Test
    void everyElementOfTheDocumentTypeIsInTheTable() throws IOException {
        String declared = Files.readString(Registers.shared("uspto_daily_v2/apc_sample.xml"));
        for (String name : List.of("uspto.md", "uspto.zh-CN.md")) {
            String table = table(name);
            Matcher element = Pattern.compile("<!ELEMENT ([\\w-]+)").matcher(declared);
            while (element.find()) {
                assertThat(table).as(name).contains("`" + element.group(1) + "`");
            }
        }
    }

    @Test
    void everyElementThatIsPassedOverIsInTheTable() throws IOException {
        for (String language : List.of(".md", ".zh-CN.md")) {
            assertThat(table("st96" + language)).contains(new St96().skipped());
            assertThat(table("madrid" + language)).contains(new Madrid("").skipped());
            assertThat(table("uspto" + language)).contains(new Tdxf().skipped());
        }
    }

    private static String table(String name) throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/registers"))) {
            at = Objects.requireNonNull(at.getParent(), "expected docs/registers above");
        }
        return Files.readString(at.resolve("docs/registers").resolve(name));
    }
}
