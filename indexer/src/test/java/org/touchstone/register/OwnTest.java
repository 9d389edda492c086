package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.mark.Registration;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;

/** The project's own format, in all the forms in which it may come. */
class OwnTest {
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @TempDir
    private Path folder;

    private Path workbook(String name, String... rows) throws IOException {
        Path file = folder.resolve(name);
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (String row : rows) {
            sheet.append("<row>");
            for (String cell : row.split(",", -1)) {
                sheet.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"" + TYPES + "\"><sheets><sheet name=\"Notes\" r:id=\"r2\"/>"
                            + "<sheet name=\"Marks\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/>"
                            + "<Relationship Id=\"r2\" Type=\"x/worksheet\" Target=\"n.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/n.xml",
                    "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Hello</t></is></c></row></sheetData></worksheet>");
            put(zip, "xl/s.xml", sheet + "</sheetData></worksheet>");
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void sheetsHaveTheColumnsOfTheFormat() throws IOException {
        RegisterRun run = RegisterRun.of(workbook(
                "marks.dat", "My marks", "id,text,niceClasses,registry", "1,NUVIMO,9|35,x", "2,MOHE,46,", "3,,,"));

        assertThat(run.ids()).containsExactly("1");
        assertThat(run.only().niceClasses()).containsExactly(9, 35);
        assertThat(run.only().other()).containsKey("registry");
        assertThat(run.rejections().stream().map(Object::toString))
                .anyMatch(text -> text.contains("marks.dat[Marks]:4: niceClasses: "))
                .anyMatch(text -> text.contains("marks.dat[Marks]:5: text: "))
                .hasSize(2);
    }

    @Test
    void sheetsInArchivesAreReadAndLeaveNothingBehind() throws IOException {
        Path book = workbook("marks.xlsx", "注册号,商标名称", "1,山隐");
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a/marks.xlsx"));
            Files.copy(book, out);
            out.closeEntry();
        }
        long before = temporaryFiles();

        RegisterRun run = RegisterRun.of(zip);

        assertThat(run.ids()).containsExactly("CN-1");
        assertThat(run.changes().get(0).source()).endsWith("all.zip!a/marks.xlsx[Marks]");
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("touchstone.*\\.tmp"))
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"marks.csv", "marks.txt", "marks"})
    void whatIsWrittenIsReadBackWhateverTheNameIs(String name) throws IOException {
        Registration mark = Registration.word("CN-1", "山隐")
                .change()
                .office("CN")
                .number("1")
                .build();
        String line = Json.line(Formats.REGISTRATION.write(mark));

        assertThat(RegisterRun.of(Files.writeString(folder.resolve(name), line)).registrations())
                .containsExactly(mark);
        assertThat(RegisterRun.of(Files.writeString(folder.resolve(name), "\ufeff\"id\";\"text\"\n1;NUVIMO\n"))
                        .ids())
                .containsExactly("1");
    }

    @Test
    void headersThatLackAColumnAreNamed() throws IOException {
        RegisterRun run = RegisterRun.of(Files.writeString(folder.resolve("marks.csv"), "id,colour\n1,red\n"));

        assertThat(run.registrations()).isEmpty();
        assertThat(run.rejections().get(0).reason()).contains("images or text", "id, colour");
    }
}
