package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers in XML from the file to the registration, with input that is broken or means ill. */
class HostileXmlTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static String file(String before, String... records) {
        return before + "<trademark-applications-daily>" + String.join("\n", records)
                + "</trademark-applications-daily>";
    }

    private static String record(String number, String text) {
        return "<case-file><serial-number>" + number + "</serial-number><case-file-header><mark-identification>" + text
                + "</mark-identification></case-file-header></case-file>";
    }

    private static String doctype(String entities) {
        return "<!DOCTYPE trademark-applications-daily [" + entities + "]>";
    }

    @Test
    void entitiesAreNotExpandedAndTheirUsersAreRejectedByNumber() throws IOException {
        StringBuilder laughs = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        laughs.append("<!ENTITY file SYSTEM \"file:///etc/passwd\">");
        String xml = file(
                doctype(laughs.toString()),
                record("97000001", "&l39;"),
                record("97000002", "VELLOMAR"),
                record("97000003", "&file;"),
                record("97000004", "R&amp;D &#x5C71;"),
                "<case-file><serial-number>97000005</serial-number><case-file-header a=\"&file;\"/></case-file>");
        Registers.Register register = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Registers.read(xml));
        assertThat(register.ids()).containsExactly("US-97000002", "US-97000004");
        assertThat(register.registration(1).mark().text()).isEqualTo("R&D 山");
        assertThat(register.excerpts()).containsExactly("", "97000001", "97000003", "97000005");
        assertThat(register.reasons().toString()).doesNotContain("root:");
    }

    @Test
    void deepNestingCostsOneRecord() throws IOException {
        String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        Registers.Register register =
                Registers.read(file("", record("97000001", deep), record("97000002", "VELLOMAR")));
        assertThat(register.ids()).containsExactly("US-97000002");
        assertThat(register.excerpts()).containsExactly("97000001");
    }

    @Test
    void recordOfTwelveMegabytesLoads() throws IOException {
        StringBuilder statements = new StringBuilder("<case-file-statements>");
        for (int i = 0; statements.length() < 12 << 20; i++) {
            statements
                    .append("<case-file-statement><type-code>GS0091</type-code><text>goods ")
                    .append(i);
            statements.append("</text></case-file-statement>");
        }
        statements.append("</case-file-statements></case-file>");
        String large = record("97000001", "VELLOMAR").replace("</case-file>", statements);
        Registers.Register register = Registers.read(file("", large, record("97000002", "ALMORIN")));
        assertThat(register.rejections()).isEmpty();
        assertThat(register.ids()).containsExactly("US-97000001", "US-97000002");
        assertThat(register.registration(0).goods()).hasSizeGreaterThan(100_000);
    }

    @Test
    void textInVeryManyPiecesTakesNoLongTime() throws IOException {
        String pieces = "a<b/>".repeat(900_000);
        Registers.Register register = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Registers.read(file("", record("97000001", pieces))));
        assertThat(register.registration(0).mark().text()).hasSize(2 * 900_000 - 1);
    }

    @Test
    void brokenRecordsAreRejectedByTheirNumbers() throws IOException {
        Registers.Register register = Registers.read(file(
                "",
                record("97000001", "a & b"),
                record("97000002", "<b>c</case-file-header>"),
                record("97000003", "\u0001"),
                record("97000004", "VELLOMAR"),
                record("97000005", "ALMORIN").replace("</case-file>", ""),
                record("97000006", "THALORA")));
        assertThat(register.ids()).containsExactly("US-97000004", "US-97000006");
        assertThat(register.excerpts()).containsExactly("97000001", "97000002", "97000003", "97000005");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, GB18030, 山隐茶业有限公司",
        "UTF-8, windows-1252, Löwenbräu Façade",
        "UTF-8, windows-1252, Hääyöaie",
        "GB18030, UTF-8, 山隐茶业",
        "GB2312, GB18030, 山隐茶业",
        "windows-1252, UTF-8, Façade 山隐",
        "ISO-8859-1, ISO-8859-1, Façade",
        "nonsense, UTF-8, Façade",
        "UTF-16, UTF-8, Façade"
    })
    void wrongDeclarationsOfTheEncodingAreSeenThrough(String declared, String written, String text) throws IOException {
        String xml = file("<?xml version=\"1.0\" encoding=\"" + declared + "\"?>", record("97000001", text));
        Registers.Register register = Registers.read(xml.getBytes(Charset.forName(written)));
        assertThat(register.registration(0).mark().text()).isEqualTo(text);
    }

    @Test
    void whatIsNotAsDeclaredIsNotedWithTheRecord() throws IOException {
        byte[] xml = file("<?xml version=\"1.0\"?>", record("97000001", "Façade"), record("97000002", "Facade"))
                .getBytes(WINDOWS_1252);
        assertThat(Registers.read(xml).reasons())
                .containsExactly(
                        "expected UTF-8, as the file declares, found bytes that are not; read as windows-1252");
        assertThat(Registers.read(file("", record("97000001", "山隐茶业")).getBytes(GB18030))
                        .reasons())
                .containsExactly("expected UTF-8, as the file declares, found bytes that are not; read as GB18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void everyUnicodeEncodingIsReadWithAndWithoutAByteOrderMark(String charset) throws IOException {
        String xml = file(
                "<?xml version=\"1.0\" encoding=\"" + charset.replaceAll("[BL]E", "") + "\"?>",
                record("97000001", "山隐 𠮷"));
        for (String mark : new String[] {"", "\uFEFF"}) {
            Registers.Register register = Registers.read((mark + xml).getBytes(Charset.forName(charset)));
            assertThat(register.rejections()).isEmpty();
            assertThat(register.registration(0).mark().text()).isEqualTo("山隐 𠮷");
        }
    }

    @Test
    void charactersOfTwoUnitsMayStraddleTheChunks() throws IOException {
        String text = "𠮷".repeat(20_000);
        for (String before : new String[] {"", "a"}) {
            byte[] utf16 = file("", record("97000001", before + text)).getBytes(StandardCharsets.UTF_16LE);
            assertThat(Registers.read(utf16).registration(0).mark().text()).isEqualTo(before + text);
        }
    }

    @Property(tries = 300)
    void anyBytesWithinARecordCostThatRecordAtMost(@ForAll byte[] bytes) throws IOException {
        String xml = file(
                "", record("97000001", "VELLOMAR"), record("97000002", new String(bytes, StandardCharsets.ISO_8859_1)));
        assertThat(Registers.read(xml.getBytes(StandardCharsets.ISO_8859_1)).ids())
                .startsWith("US-97000001");
    }
}
