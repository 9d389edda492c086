package org.touchstone.crawler.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.listing.Listing;
import org.touchstone.record.Rejection;

class XlsxExportTest {
    private static final String REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>标题</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>价格</t></is></c></row>";

    @TempDir
    private Path folder;

    /** A file that another program's library writes. */
    private Path written(Consumer<Workbook> content) throws IOException {
        Path file = folder.resolve("export.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            content.accept(book);
        }
        return file;
    }

    private static void cells(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            switch (values[column]) {
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                case LocalDateTime time -> {
                    sheet.value(row, column, time);
                    sheet.style(row, column).format("yyyy/m/d h:mm").set();
                }
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy\"年\"m\"月\"d\"日\"").set();
                }
                default -> throw new IllegalArgumentException(String.valueOf(values[column]));
            }
        }
    }

    /** A file by its parts; the sheet is {@code xl/s.xml}. */
    private Path made(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("made.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + REFERENCES
                            + "\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/>"
                            + "<Relationship Id=\"r2\" Type=\"x/cellImage\" Target=\"cellimages.xml\"/>"
                            + "<Relationship Id=\"r3\" Type=\"x/sharedStrings\" Target=\"/xl/strings.xml\"/></Relationships>");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    @Test
    void titleRowsSeveralSheetsAndTypedCells() throws IOException {
        Path file = written(book -> {
            Worksheet first = book.newWorksheet("商品");
            first.value(0, 0, "2024年3月 采购线索");
            first.range(0, 0, 0, 5).merge();
            first.value(1, 0, "制表：市场部");
            cells(first, 3, "商品编号", "商品标题", "到手价", "采集时间", "上架日期", "库存");
            cells(
                    first,
                    4,
                    new BigDecimal("612345678901"),
                    "山隐茶 白毫",
                    199.99,
                    LocalDateTime.of(2024, 3, 1, 12, 34),
                    LocalDate.of(2023, 12, 5),
                    7);
            cells(first, 6, "00123", "=SUM(A1)", "1.2万", "2024/3/2 9:00", "", 0.5);
            Worksheet notes = book.newWorksheet("说明");
            notes.value(0, 0, "本表仅供参考");
            Worksheet second = book.newWorksheet("店铺二");
            cells(second, 0, "宝贝标题", "价格(元)");
            cells(second, 1, "银针", 88);
        });
        Exports read = Exports.read(file);
        assertThat(read.rejections()).isEmpty();
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶 白毫", "=SUM(A1)", "银针");
        Listing first = read.listings().getFirst();
        assertThat(first.id()).isEqualTo("612345678901");
        assertThat(first.price().amount()).isEqualByComparingTo("199.99");
        assertThat(first.capturedAt()).isEqualTo("2024-03-01T04:34:00Z");
        assertThat(first.attributes()).isEqualTo(Map.of("上架日期", "2023-12-05", "库存", "7"));
        assertThat(first.other().get("source").toString())
                .startsWith("{\"file\":\"export.xlsx\",\"sheet\":\"商品\",\"row\":5,\"sha256\":\"");
        assertThat(read.listings().get(1).id()).isEqualTo("00123");
        assertThat(read.listings().get(1).attributes()).containsEntry("库存", "0.5");
        assertThat(read.listings().get(2).price().currency()).isEqualTo("CNY");
        assertThat(read.passedOver()).singleElement().asString().contains("sheet '说明'", "本表仅供参考");
    }

    @Test
    void oneSheetOfAMapping() throws IOException {
        Path file = written(book -> {
            cells(book.newWorksheet("a"), 0, "标题");
            Worksheet b = book.newWorksheet("b");
            cells(b, 0, "标题");
            cells(b, 1, "山隐茶");
        });
        Mapping mapping = new Mapping("", "", "b", 0, "", null, null, Map.of());
        assertThat(Exports.read(file, mapping).listings())
                .extracting(Listing::title)
                .containsExactly("山隐茶");
        Mapping none = new Mapping("", "", "c", 0, "", null, null, Map.of());
        assertThatThrownBy(() -> Exports.read(file, none)).hasMessageContaining("found the sheets a, b");
    }

    @Test
    void formulasShowWhatWasComputed() throws IOException {
        Path file = made(
                Map.of(
                        "xl/s.xml",
                        sheet(
                                HEAD
                                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>A9&amp;\"茶\"</f><v>山隐茶</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>"
                                        + "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>HYPERLINK(\"https://shop.example/p/3\",\"白毫\")</f><v>白毫</v></c>"
                                        + "<c r=\"B3\"><f>VLOOKUP(1,A:B,2)</f></c></row>"
                                        + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>银针</t></is></c><c r=\"B4\" t=\"e\"><v>#N/A</v></c></row>")));
        Exports read = Exports.read(file);
        assertThat(read.listings()).extracting(Listing::title).containsExactly("山隐茶", "白毫", "银针");
        assertThat(read.listings().getFirst().price().amount()).isEqualByComparingTo("2");
        assertThat(read.listings().get(1).url()).isEqualTo("https://shop.example/p/3");
        assertThat(read.rejections())
                .extracting(Rejection::toString)
                .containsExactly(
                        "made.xlsx[S]:3: B: expected a value, found a formula that was never computed; open the file in a "
                                + "spreadsheet program and save it",
                        "made.xlsx[S]:4: B: expected a value, found the error #N/A");
    }

    @Test
    void sharedTextsWithoutTheirPronunciation() throws IOException {
        Path file = made(
                Map.of(
                        "xl/strings.xml",
                        "<sst><si><t>标题</t></si><si><r><t>山隐</t></r><r><t xml:space=\"preserve\"> 茶_x000D_</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>サン</t></rPh></si></sst>",
                        "xl/s.xml",
                        sheet(
                                "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>99</v></c></row>")));
        assertThat(Exports.read(file).listings()).extracting(Listing::title).containsExactly("山隐 茶");
    }

    @ParameterizedTest
    @CsvSource({
        "612345678901, 612345678901",
        "6.12345678901E11, 612345678901",
        "1.2345678901234568E+18, 1.23456789012346E+18",
        "1234567890123456789, 1234567890123456789",
        "199.98999999999998, 199.99",
        "1E2, 100",
        "1E999999999, 1E999999999"
    })
    void numbersAsTheyWereTyped(String stored, String shown) throws IOException {
        Path file = made(Map.of(
                "xl/s.xml",
                sheet("<row><c t=\"inlineStr\"><is><t>标题</t></is></c><c t=\"inlineStr\"><is><t>数</t></is></c></row>"
                        + "<row><c t=\"inlineStr\"><is><t>茶</t></is></c><c><v>" + stored + "</v></c></row>")));
        assertThat(Exports.read(file).listings().getFirst().attributes()).isEqualTo(Map.of("数", shown));
    }

    @Test
    void picturesBesideAndInCells() throws IOException {
        String blip = "<a:blip xmlns:a=\"a\" xmlns:r=\"" + REFERENCES + "\" r:embed=\"p1\"/>";
        String anchor = "<oneCellAnchor><from><col>1</col><row>1</row></from><pic>" + blip + "</pic></oneCellAnchor>";
        Path file = made(Map.of(
                "xl/s.xml",
                sheet(
                        HEAD
                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>山隐茶</t></is></c></row>"
                                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>白毫</t></is></c>"
                                + "<c r=\"B3\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_A1\",1)</f><v>=DISPIMG(\"ID_A1\",1)</v></c></row>"),
                "xl/_rels/s.xml.rels",
                "<Relationships><Relationship Id=\"d\" Type=\"x/drawing\" Target=\"drawings/d.xml\"/></Relationships>",
                "xl/drawings/d.xml",
                "<wsDr>" + anchor + "</wsDr>",
                "xl/drawings/_rels/d.xml.rels",
                "<Relationships><Relationship Id=\"p1\" Type=\"x/image\" Target=\"../media/1.png\"/></Relationships>",
                "xl/cellimages.xml",
                "<cellImages><cellImage><pic><cNvPr name=\"ID_A1\"/>" + blip + "</pic></cellImage></cellImages>",
                "xl/_rels/cellimages.xml.rels",
                "<Relationships><Relationship Id=\"p1\" Type=\"x/image\" Target=\"media/2.png\"/></Relationships>",
                "xl/media/1.png",
                "one",
                "xl/media/2.png",
                "two"));
        Exports read = Exports.read(file);
        assertThat(read.rejections()).isEmpty();
        assertThat(read.offers())
                .extracting(Offer::pictures)
                .containsExactly(List.of("xl/media/1.png"), List.of("xl/media/2.png"));
        try (ExportReader reader = ExportReader.open(file, "x", Mapping.NONE, Exports.SHANGHAI, rejection -> {})) {
            assertThat(reader.picture("xl/media/2.png"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("two");
            assertThat(reader.picture("xl/media/3.png")).isNull();
        }
    }

    @Test
    void linksOfCells() throws IOException {
        Path file = made(Map.of(
                "xl/s.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>标题</t></is></c><c r=\"B1\" t=\"inlineStr\">"
                        + "<is><t>链接</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>茶</t></is></c>"
                        + "<c r=\"B2\" t=\"inlineStr\"><is><t>查看</t></is></c></row></sheetData><hyperlinks xmlns:r=\""
                        + REFERENCES + "\"><hyperlink ref=\"B2\" r:id=\"l\"/></hyperlinks></worksheet>",
                "xl/_rels/s.xml.rels",
                "<Relationships><Relationship Id=\"l\" Type=\"x/hyperlink\" TargetMode=\"External\" "
                        + "Target=\"https://item.jd.com/100012345.html\"/></Relationships>"));
        assertThat(Exports.read(file).listings()).extracting(Listing::id).containsExactly("jd:100012345");
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        String row = "<row><c><v>1</v></c></row>".repeat(1000);
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + REFERENCES
                            + "\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/s.xml"));
            byte[] head = ("<worksheet><sheetData>" + HEAD).getBytes(StandardCharsets.UTF_8);
            zip.write(head);
            byte[] filling = " ".repeat(1 << 16).concat("<x/>").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 4000; i++) {
                zip.write(filling);
            }
            zip.write(row.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        Exports read = Exports.read(file);
        assertThat(read.listings()).isEmpty();
        assertThat(read.rejections()).singleElement().asString().contains("ZIP bomb");
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        Path outside = made(Map.of("xl/s.xml", doctype + sheet(HEAD.replace("价格", "&e;"))));
        assertThatThrownBy(() -> Exports.read(outside)).hasMessageContaining("document type");
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
        Path inside =
                made(Map.of("xl/s.xml", sheet(HEAD), "xl/strings.xml", laughs + "<sst><si><t>&b;</t></si></sst>"));
        assertThatThrownBy(() -> Exports.read(inside)).hasMessageContaining("document type");
    }

    @ParameterizedTest
    @CsvSource({"AMK, at most 1000 columns", "ZZZZZZ, at most 1000 columns", "XFD, at most 1000 columns"})
    void cellsFarToTheRight(String column, String expected) throws IOException {
        Path file = made(Map.of(
                "xl/s.xml",
                sheet(HEAD
                        + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>山隐茶</t></is></c></row><row r=\"3\"><c r=\""
                        + column
                        + "3\"><v>1</v></c></row>")));
        Exports read = Exports.read(file);
        assertThat(read.listings()).hasSize(1);
        assertThat(read.rejections()).singleElement().asString().contains(expected);
    }

    @Test
    void twentyThousandColumns() throws IOException {
        String cells = "<c t=\"inlineStr\"><is><t>标题</t></is></c>".repeat(20_000);
        Path file = made(Map.of("xl/s.xml", sheet("<row>" + cells + "</row>")));
        assertThatThrownBy(() -> Exports.read(file)).hasMessageContaining("at most 1000 columns");
    }

    @Test
    void hugeTextsAndRowsAreRefused() throws IOException {
        Path text = made(Map.of(
                "xl/s.xml",
                sheet(HEAD + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + "x".repeat(300_000)
                        + "</t></is></c></row>")));
        assertThat(Exports.read(text).rejections()).singleElement().asString().contains("at most 100000 characters");
        Path attribute = made(Map.of("xl/s.xml", sheet(HEAD + "<row r=\"2\" x=\"" + "x".repeat(3 << 20) + "\"/>")));
        assertThat(Exports.read(attribute).rejections())
                .singleElement()
                .asString()
                .contains("a longer one");
        Path row = made(Map.of("xl/s.xml", sheet(HEAD + "<row r=\"999999999\"><c><v>1</v></c></row>")));
        assertThat(Exports.read(row).rejections()).singleElement().asString().contains("found row 999999999");
    }

    @Test
    void brokenFilesAreNamed() throws IOException {
        Path cut = made(
                Map.of(
                        "xl/s.xml",
                        "<worksheet><sheetData>" + HEAD
                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>山隐茶</t></is></c></row><row r=\"3\"><c r=\"A3\""));
        Exports read = Exports.read(cut);
        assertThat(read.listings()).hasSize(1);
        assertThat(read.rejections()).singleElement().asString().startsWith("made.xlsx[S]: expected XML in xl/s.xml");
        Path zip = Files.writeString(folder.resolve("broken.xlsx"), "PK\u0003\u0004 not a zip");
        assertThatThrownBy(() -> Exports.read(zip)).hasMessageContaining("broken ZIP");
        Path other = folder.resolve("other.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            put(out, "a.txt", "a");
        }
        assertThatThrownBy(() -> Exports.read(other)).hasMessageContaining("ZIP without a workbook");
    }
}
