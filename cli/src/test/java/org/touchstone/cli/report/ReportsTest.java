package org.touchstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
    @TempDir
    private static Path folder;

    private static List<ReportEntry> entries;

    @BeforeAll
    static void draw() throws IOException {
        entries = Samples.in(folder);
    }

    private static byte[] written(Report report, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(out, Samples.summary(entries.size()), entries, locale);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void endingChoosesTheReport() {
        assertThat(Reports.forFile(Path.of("a/Report.HTML"))).isInstanceOf(HtmlReport.class);
        assertThat(Reports.forFile(Path.of("a.csv"))).isInstanceOf(CsvReport.class);
        assertThat(Reports.forFile(Path.of("a.xlsx"))).isInstanceOf(XlsxReport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.pdf", "report", "/"})
    void otherEndingsAreRefusedWithWhatThereIs(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reports.forFile(Path.of(name)))
                .withMessageContaining(".html, .csv or .xlsx");
    }

    @Test
    void csvIsAsBefore() throws IOException {
        Golden.check("report.csv", text(written(new CsvReport(), null)).replace("\r\n", "\n"));
    }

    @Test
    void csvHasAMarkAndWholeRows() throws IOException {
        byte[] csv = written(new CsvReport(), Locale.ENGLISH);
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text(csv)).startsWith("\uFEFFRank,Score,Outlook,Title").endsWith("\r\n");
        List<List<String>> rows = CsvCells.of(text(csv).substring(1));
        assertThat(rows)
                .hasSize(entries.size() + 1)
                .allSatisfy(row -> assertThat(row).hasSize(HitColumn.ALL.size()));
        assertThat(rows.stream().flatMap(List::stream))
                .allSatisfy(cell -> assertThat(CellText.inert(cell)).isEqualTo(cell));
        assertThat(rows.get(3).get(3)).contains("𠮷镕㍿👟").doesNotContain("\u0000");
    }

    @Test
    void htmlIsAsBefore() throws IOException {
        String html = text(written(new HtmlReport(), Locale.ENGLISH));
        String hits = html.substring(html.indexOf("<div id=\"hits\">"), html.indexOf("<footer>"));
        Golden.check(
                "hits.html",
                Pattern.compile("(src|href)=\"data:image/[a-z]+;base64,[^\"]*\"")
                                .matcher(hits)
                                .replaceAll("$1=\"data:\"")
                        + "\n");
    }

    @Test
    void htmlNeedsNothingElse() throws IOException {
        String html = text(written(new HtmlReport(), null));
        assertThat(html).doesNotContain("src=\"http", "@import", "url(", "<link rel=\"stylesheet\"");
        assertThat(html).contains("default-src &#39;none&#39;").doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(html).contains("rel=\"noreferrer noopener nofollow\"").doesNotContain("href=\"javascript");
        assertThat(html).contains("Prior</span> −6.0", "+32.8\u00A0dB");
    }

    @Test
    void htmlSpeaksTheLanguageAskedFor() throws IOException {
        String html = text(written(new HtmlReport(), Locale.SIMPLIFIED_CHINESE));
        assertThat(html)
                .contains("<html lang=\"zh-CN\" data-asked=\"zh-CN\">", "<h1 data-t=\"report.title\">检索报告</h1>");
    }

    @Test
    void htmlSaysWhatItLeavesOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlReport(3, 1).write(out, Samples.summary(5), entries, Locale.ENGLISH);
        String html = text(out.toByteArray());
        assertThat(html).contains("The first 3 of 5 hits", "Pictures are shown for the first 1 hits", "id=\"hit-3\"");
        assertThat(html).doesNotContain("id=\"hit-4\"");
        assertThat(html.indexOf("No pictures beyond"))
                .isBetween(html.indexOf("id=\"hit-1\""), html.indexOf("id=\"hit-2\""));
    }

    @Test
    void htmlOfNoHitsSaysSo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlReport().write(out, Samples.summary(0), List.of(), Locale.ENGLISH);
        assertThat(text(out.toByteArray())).contains("No listing uses a sign of a mark.");
    }

    @Test
    void htmlOfManyHitsHoldsOnlyAFew() throws IOException {
        Path file = folder.resolve("many.html");
        Iterable<ReportEntry> many = () -> new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < 3_000;
            }

            @Override
            public ReportEntry next() {
                ReportEntry base = entries.get(3);
                return new ReportEntry(
                        base.hit().withRank(++at),
                        base.listing(),
                        base.listingFolder(),
                        base.registration(),
                        new byte[0]);
            }
        };
        new HtmlReport().write(file, Samples.summary(3_000), many, null);
        String html = Files.readString(file);
        assertThat(html).contains("id=\"hit-2000\"").doesNotContain("id=\"hit-2001\"");
        assertThat(html.length()).isLessThan(10_000_000);
    }

    @Test
    void reportThatFailsLeavesTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.html"), "old");
        Iterable<ReportEntry> failing = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ReportEntry next() {
                throw new IllegalStateException("the disk is gone");
            }
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> new HtmlReport().write(file, Samples.summary(1), failing, null));
        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(one -> one.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void xlsxIsTypedAndHoldsNoFormula() throws Exception {
        Map<String, String> parts = unzipped(written(new XlsxReport(), Locale.ENGLISH));
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f>", "<f ", "<hyperlink").contains("<autoFilter ref=\"A1:", "pane ");
        assertThat(sheet).contains("<v>89.00</v>").contains("inlineStr");
        assertThat(sheet).contains("88200190012345678</t>");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (part.getKey().endsWith(".xml")) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(part.getValue().getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("touchstone scan");
    }

    @Test
    void xlsxStopsAtTheLastRow() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new XlsxReport(2).write(out, Samples.summary(5), entries, Locale.ENGLISH);
        Map<String, String> parts = unzipped(out.toByteArray());
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("r=\"3\"").doesNotContain("r=\"4\"");
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("unzipped.xlsx"), zip);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile in = new ZipFile(file.toFile())) {
            for (var entries = in.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                parts.put(entry.getName(), text(in.getInputStream(entry).readAllBytes()));
            }
        }
        return parts;
    }

    @Test
    void entriesAreTakenOnce() throws IOException {
        List<Integer> asked = new ArrayList<>();
        Iterable<ReportEntry> once = () -> {
            asked.add(1);
            return entries.iterator();
        };
        new CsvReport().write(new ByteArrayOutputStream(), Samples.summary(5), once, null);
        new HtmlReport().write(new ByteArrayOutputStream(), Samples.summary(5), once, null);
        assertThat(asked).hasSize(2);
    }
}
