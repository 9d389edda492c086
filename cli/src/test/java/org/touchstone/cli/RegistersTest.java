package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.record.Json;

/** Registers as people have them, through the command line: what is dirty is rejected by name, all else is loaded. */
class RegistersTest {
    private static final String HEAD =
            "<trademark-applications-daily><application-information><file-segments><action-keys>";
    private static final String FOOT =
            "</action-keys></file-segments></application-information></trademark-applications-daily>";

    @TempDir
    private Path folder;

    private static String caseFile(String serial, String text, String more) {
        return "<case-file><serial-number>" + serial + "</serial-number><registration-number>1</registration-number>"
                + "<transaction-date>20310101</transaction-date><case-file-header><filing-date>20300101</filing-date>"
                + "<status-code>700</status-code><mark-identification>" + text
                + "</mark-identification><mark-drawing-code>4000</mark-drawing-code></case-file-header>" + more
                + "</case-file>";
    }

    private static String caseFile(String serial, String text) {
        return caseFile(serial, text, "");
    }

    private CliRun index(Path marks) {
        return CliRun.of(
                Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()),
                "index",
                "--marks",
                marks.toString(),
                "--into",
                folder.resolve("index").toString(),
                "--json");
    }

    private CliRun index(String name, String content) throws IOException {
        return index(Files.writeString(folder.resolve(name), content));
    }

    private static int added(CliRun run) throws IOException {
        return Json.mapper().readTree(run.out()).get("added").asInt();
    }

    private String exported() {
        return CliRun.of("index", "export", folder.resolve("index").toString()).out();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void truncatedXml() throws IOException {
        String xml = HEAD + caseFile("91000001", "NUVIMO") + "\n"
                + caseFile("91000002", "MOHE").substring(0, 150);

        CliRun run = index("cut.xml", xml);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(added(run)).isEqualTo(1);
        assertThat(run.err()).contains("cut.xml:2: expected </case-file>", "cut off in this record");
    }

    @Test
    void webPageInAFolderIsNamedOnce() throws IOException {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.writeString(mixed.resolve("day1.xml"), HEAD + caseFile("91000001", "NUVIMO") + FOOT);
        Files.writeString(mixed.resolve("day2.xml"), "<html><title>503</title></html>");

        CliRun run = index(mixed);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(added(run)).isEqualTo(1);
        assertThat(run.err().lines().findFirst().orElseThrow())
                .containsOnlyOnce("day2.xml")
                .endsWith("found a web page (HTML), as servers send in place of a file (fetch it again)");
    }

    @Test
    void wrongEncodingDeclaration() throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + HEAD + caseFile("91000001", "山隐茶业") + FOOT;
        Path file = Files.write(folder.resolve("gbk.xml"), xml.getBytes(Charset.forName("GBK")));

        CliRun run = index(file);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("gbk.xml:1: expected UTF-8", "read as GB18030");
        assertThat(exported()).contains("山隐茶业");
    }

    @Test
    void invalidDatesAndClasses() throws IOException {
        String xml = HEAD
                + caseFile("91000001", "NUVIMO").replace("20300101", "20300231")
                + caseFile(
                        "91000002",
                        "MOHE",
                        "<classifications><classification><international-code>046</international-code></classification>"
                                + "<classification><international-code>025</international-code></classification></classifications>")
                + FOOT;

        CliRun run = index("dirty.xml", xml);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(added(run)).isEqualTo(2);
        assertThat(run.err())
                .contains("filing-date: expected a day", "'20300231'", "expected a class from 1 to 45, found '046'");
        assertThat(exported()).contains("\"niceClasses\":[25]");
    }

    @Test
    void missingAndDuplicatedNumbers() throws IOException {
        CliRun run = index("marks.csv", "注册号,商标名称,国际分类\n1,山隐,25\n,墨河,25\n2,青禾,26\n1,山隐,35\n");

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(added(run)).isEqualTo(2);
        assertThat(run.err()).contains("marks.csv:3: 注册号: expected the number", "marks.csv:5: ");
    }

    @Test
    void documentTypesReadNothingFromOutside() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SESAME");
        String xml = "<!DOCTYPE trademark-applications-daily [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>" + HEAD
                + caseFile("91000001", "X&e;X") + caseFile("91000002", "MOHE") + FOOT;

        CliRun run = index("entity.xml", xml);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(added(run)).isEqualTo(1);
        assertThat(run.err()).contains("entity.xml:1: ", "entity \"e\"").doesNotContain("SESAME");
        assertThat(exported()).contains("MOHE").doesNotContain("SESAME");
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() throws IOException {
        StringBuilder type = new StringBuilder("<!DOCTYPE t [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            type.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String xml = type + "]>" + HEAD + caseFile("91000001", "&a11;") + caseFile("91000002", "MOHE") + FOOT;

        CliRun run = index("laughs.xml", xml);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(added(run)).isEqualTo(1);
    }

    @Test
    void aRecordOfTwelveMegabytesIsRead() throws IOException {
        String event =
                "<case-file-statement><type-code>GS0251</type-code><text>shirts and caps</text></case-file-statement>";
        String large = "<case-file-statements>" + event.repeat((12 << 20) / event.length()) + "</case-file-statements>";

        CliRun run =
                index("large.xml", HEAD + caseFile("91000001", "NUVIMO", large) + caseFile("91000002", "MOHE") + FOOT);

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(added(run)).isEqualTo(2);
    }

    @Test
    void archivesThatAreHostile() throws IOException {
        byte[] zeros = new byte[64 << 20];
        Arrays.fill(zeros, (byte) '<');
        Path file = Files.write(
                folder.resolve("hostile.zip"),
                zip(Map.of(
                        "../out.csv", "id,text\nout,NUVIMO\n".getBytes(StandardCharsets.UTF_8),
                        "bomb.zip", zip(Map.of("bomb.xml", zeros)),
                        "readme.txt", "Hello".getBytes(StandardCharsets.UTF_8),
                        "marks.xml", (HEAD + caseFile("91000001", "NUVIMO") + FOOT).getBytes(StandardCharsets.UTF_8))));
        assertThat(Files.size(file)).isLessThan((64 << 20) / 10_000);

        CliRun run = index(file);

        assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
        assertThat(added(run)).isEqualTo(1);
        assertThat(run.err()).contains("hostile.zip!../out.csv: ", "hostile.zip!bomb.zip!bomb.xml: ", "Passed over 1 ");
        assertThat(folder.resolve("../out.csv")).doesNotExist();
    }

    @Test
    void whatIsNoRegisterFailsWithASentence() throws IOException {
        CliRun page = index("apc310101.zip", "<!DOCTYPE html><html><body>Not found</body></html>");
        CliRun empty = index("empty.xml", "");
        CliRun nothing = index(Files.createDirectory(folder.resolve("nothing")));

        assertThat(page.code()).isEqualTo(ExitCode.FAILED);
        assertThat(page.err())
                .contains("web page (HTML), as servers send in place of a file (fetch it again) in ", "apc310101.zip")
                .hasLineCount(1);
        assertThat(empty.err()).contains("empty file", "empty.xml").hasLineCount(1);
        assertThat(nothing.err()).contains("nothing").hasLineCount(1);
    }

    @Test
    void aFolderIsReadAgainWhenAFileInItChanges() throws IOException {
        Path days = Files.createDirectories(folder.resolve("register/2031"));
        Path cache = folder.resolve("cache");
        Map<String, String> environment = Map.of("TOUCHSTONE_CACHE", cache.toString());
        Files.writeString(days.resolve("01.csv"), "id,text\n1,NUVIMO\n");
        String[] search = {"search", "--marks", folder.resolve("register").toString(), "MOHE", "--json"};

        assertThat(CliRun.of(environment, search).out()).isEmpty();
        Files.writeString(days.resolve("02.csv"), "id,text\n2,MOHE\n");
        assertThat(CliRun.of(environment, search).out()).contains("\"id\":\"2\"");
    }
}
