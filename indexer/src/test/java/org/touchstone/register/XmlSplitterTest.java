package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.record.FieldException;

class XmlSplitterTest {
    private final List<String> complaints = new ArrayList<>();

    private List<Slice> split(InputStream in) throws IOException {
        List<Slice> slices = new ArrayList<>();
        try (XmlSplitter splitter = new XmlSplitter(in, "all", "r", Set.of("skip", "pass"), complaints::add)) {
            for (Slice slice = splitter.next(); slice != null; slice = splitter.next()) {
                slices.add(slice);
            }
            assertThat(splitter.next()).isNull();
        }
        return slices;
    }

    private List<Slice> split(String xml) throws IOException {
        return split(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(List<Slice> slices) {
        return slices.stream()
                .map(slice -> new String(slice.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    /** The records that are whole. */
    private List<String> whole(String xml) throws IOException {
        return texts(
                split(xml).stream().filter(slice -> slice.fault().isEmpty()).toList());
    }

    @Test
    void recordsAreGivenAsTheyStandWithTheirLines() throws IOException {
        List<Slice> slices = split("<?xml version='1.0'?>\n<all>\n <r a='1'>ä\n</r>\n\n<r/><r\n/></all>");
        assertThat(texts(slices)).containsExactly("<r a='1'>ä\n</r>", "<r/>", "<r\n/>");
        assertThat(slices).extracting(Slice::line).containsExactly(3L, 6L, 6L);
        assertThat(complaints).isEmpty();
    }

    @Test
    void prefixesDoNotMatter() throws IOException {
        assertThat(whole("<x:all><x:r><y:skip>a</y:skip>b</x:r><r2/><rr/><y:r>c</y:r></x:all>"))
                .containsExactly("<x:r>b</x:r>", "<y:r>c</y:r>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r><![CDATA[</r> a < b <skip>]]></r>",
                "<r><![CDATA[<r>]]></r>",
                "<r><![CDATA[]] > ]>]]></r>",
                "<r><!-- <r> </r> <skip> -->x</r>",
                "<r a='</r' b=\"r>'\">x</r>",
                "<r><?p <r> </r> ?>x</r>",
                "<r><a b='>'/></r>",
                "<r><![CDATA[]]]]><![CDATA[>]]></r>"
            })
    void namesInOtherPlacesThanTagsAreNoTags(String record) throws IOException {
        assertThat(whole("<all>" + record + "<r>2</r></all>")).containsExactly(record, "<r>2</r>");
    }

    @Test
    void recordsInCommentsAreNone() throws IOException {
        assertThat(whole("<all><!-- <r>1</r> <r>2</r> --><r>3</r></all>")).containsExactly("<r>3</r>");
    }

    @Test
    void skippedElementsAreLeftOut() throws IOException {
        assertThat(
                        whole(
                                "<all><r>a<skip x='>'>b<skip>c</skip><!-- </skip> --></skip>d<pass/>e<skip/><skipped/></r></all>"))
                .containsExactly("<r>ade<skipped/></r>");
    }

    @Test
    void fileThatIsCutOffInARecordLosesThatOne() throws IOException {
        List<Slice> slices = split("<all><r>1</r><r>2<a>");
        assertThat(texts(slices)).containsExactly("<r>1</r>", "<r>2<a>");
        assertThat(slices.get(1).fault()).contains("expected </r>, found the end of the file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r",
                "<r a='",
                "<r>2<skip>",
                "<r>2<skip",
                "<r>2<!-- ",
                "<r>2<![CDATA[",
                "<r>2<?p",
                "<r>2</",
                "<r>2</r"
            })
    void fileMayBeCutOffAnywhereInARecord(String start) throws IOException {
        List<Slice> slices = split("<all><r>1</r>" + start);
        assertThat(slices).hasSize(2);
        assertThat(texts(slices).get(0)).isEqualTo("<r>1</r>");
        assertThat(slices.get(1).fault() + texts(slices).get(1)).isNotEqualTo("<r>2</r>");
    }

    @Test
    void fileThatIsCutOffBetweenRecordsIsComplainedOf() throws IOException {
        assertThat(whole("<all><r>1</r>\n")).containsExactly("<r>1</r>");
        assertThat(complaints).singleElement().asString().contains("expected </all>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r>broken",
                "<r>broken<a b='></a>",
                "<r>broken<a b=\"x></a></r",
                "<r>broken<skip>",
                "<r>broken<skip><a></r>",
                "<r>broken<![CDATA[ text</r>",
                "<r>broken<!-- text</r>",
                "<r>broken<skip><![CDATA[ text</skip></r>"
            })
    void brokenRecordCostsItselfAlone(String broken) throws IOException {
        List<Slice> slices = split("<all><r>1</r>\n" + broken + "\n<r>2</r><r>3<![CDATA[c]]></r></all>");
        assertThat(texts(slices)).hasSize(4).contains("<r>1</r>", "<r>2</r>", "<r>3<![CDATA[c]]></r>");
        assertThat(slices.get(1).line()).isEqualTo(2);
        assertThat(texts(slices).get(1)).startsWith("<r>broken");
        assertThat(complaints).isEmpty();
    }

    @Test
    void emptyRecordEndsABrokenOne() throws IOException {
        assertThat(texts(split("<all><r>1<r/><r>2</r></all>"))).containsExactly("<r>1", "<r/>", "<r>2</r>");
    }

    @Test
    void documentTypeIsPassedOverAndItsEntitiesAreTold() throws IOException {
        String doctype =
                "<!DOCTYPE all SYSTEM \"a>b\" [ <!-- ]> <r> --> <?p ]> ?> <!ELEMENT r (#PCDATA)> <!ENTITY a \"]><r>x</r>\">"
                        + "<!ENTITY e SYSTEM 'file:///etc/passwd'> <!ATTLIST r b CDATA '<r>'> ]>";
        assertThat(whole(doctype + "<all><r>1</r></all>")).containsExactly("<r>1</r>");
        assertThat(complaints).singleElement().asString().contains("<!ENTITY");
        assertThat(XmlHead.of(doctype + "<all>").root()).isEqualTo("all");
    }

    @Test
    void recordAboveTheLimitIsGivenByItsBeginningAndTheOthersWhole() throws IOException {
        byte[] chunk = "<a>0123456789</a>".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream("<all><r><number>77</number>".getBytes(StandardCharsets.UTF_8)));
        for (long length = 0; length <= XmlSplitter.LARGEST_RECORD; length += chunk.length) {
            parts.add(new ByteArrayInputStream(chunk));
        }
        parts.add(new ByteArrayInputStream("<skip>x</skip></r><r>2</r></all>".getBytes(StandardCharsets.UTF_8)));
        List<Slice> slices = split(new SequenceInputStream(Collections.enumeration(parts)));
        assertThat(slices).hasSize(2);
        assertThat(slices.get(0).fault()).contains("expected a record of at most 67108864 bytes");
        assertThat(texts(slices).get(0)).startsWith("<r><number>77</number>").hasSizeLessThan(10_000);
        assertThat(texts(slices).get(1)).isEqualTo("<r>2</r>");
    }

    @Test
    void tagsThatStraddleTheBufferAreWhole() throws IOException {
        for (int blanks = (1 << 16) - 40; blanks < (1 << 16) + 2; blanks++) {
            assertThat(whole("<all>" + " ".repeat(blanks) + "<r a='b'><skip>c</skip><d/></r></all>"))
                    .as("%s blanks", blanks)
                    .containsExactly("<r a='b'><d/></r>");
        }
    }

    @Property(tries = 300)
    void anyBytesAreSplitWithoutAnError(@ForAll byte[] bytes) throws IOException {
        split(new ByteArrayInputStream(bytes));
    }

    @Property(tries = 500)
    void anyMarkupIsSplitWithoutAnError(@ForAll @Size(max = 60) List<Markup> pieces) {
        StringBuilder xml = new StringBuilder();
        pieces.forEach(piece -> xml.append(piece.text));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> split(xml.toString()));
    }

    /** Pieces that mean something to the splitter, to be put together in any order. */
    enum Markup {
        RECORD("<r>"),
        END("</r>"),
        EMPTY("<r/>"),
        SKIP("<skip>"),
        SKIP_END("</skip>"),
        OPEN("<"),
        CLOSE(">"),
        SLASH("/"),
        CDATA("<![CDATA["),
        CDATA_END("]]>"),
        COMMENT("<!--"),
        COMMENT_END("-->"),
        DOCTYPE("<!DOCTYPE a ["),
        DOCTYPE_END("]>"),
        ENTITY("<!ENTITY a "),
        INSTRUCTION("<?"),
        INSTRUCTION_END("?>"),
        QUOTE("\""),
        APOSTROPHE("'"),
        TEXT("text 文"),
        LINE("\n"),
        ALL("<all>"),
        ALL_END("</all>");

        private final String text;

        Markup(String text) {
            this.text = text;
        }
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll @Size(max = 20) List<String> texts) throws IOException {
        StringBuilder xml = new StringBuilder("<all>");
        for (String text : texts) {
            xml.append("<r><skip>")
                    .append(escaped(text))
                    .append("</skip><t a=\"")
                    .append(escaped(text))
                    .append("\">");
            xml.append(escaped(text)).append("</t></r>");
        }
        List<Slice> slices = split(xml.append("</all>").toString());
        assertThat(slices).hasSize(texts.size());
        ElementReader reader = new ElementReader();
        for (int i = 0; i < texts.size(); i++) {
            Notes notes = new Notes("test", Path.of("."), 1);
            Element element;
            try {
                element = reader.read(RecordText.of(slices.get(i).bytes(), StandardCharsets.UTF_8, notes));
            } catch (FieldException e) {
                throw new AssertionError(e.reason() + " in " + xml, e);
            }
            String tidy = String.join(" ", printable(texts.get(i)).strip().split("\\s+"));
            assertThat(element.text("t")).isEqualTo(tidy.strip());
            assertThat(notes.rejections()).isEmpty();
        }
    }

    /** Without what may not be in XML at all. */
    private static String printable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(point -> point == 9
                        || point == 10
                        || point == 13
                        || point >= 0x20 && point <= 0xD7FF
                        || point >= 0xE000 && point <= 0xFFFD
                        || point >= 0x10000)
                .filter(point -> !Character.isWhitespace(point) || point == ' ')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String escaped(String text) {
        return printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
