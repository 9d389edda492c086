package org.touchstone.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
    private static final byte[] ONE = bytes("id,text\n1,NUVIMO\n");
    private static final byte[] TWO = bytes("{\"id\":\"2\",\"text\":\"MOHE\"}\n");

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
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

    private RegisterRun read(String name, byte[] content) throws IOException {
        return RegisterRun.of(Files.write(folder.resolve(name), content));
    }

    @Test
    void everyRegisterInAnArchiveIsReadInTheOrderOfTheNames() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("b/2.dat", TWO);
        entries.put("a/1", ONE);
        entries.put("readme.txt", bytes("Hello\nthere"));
        entries.put("manual.pdf", bytes("%PDF-1.4"));
        entries.put("1.png", "\u0089PNG".getBytes(StandardCharsets.ISO_8859_1));
        entries.put("__MACOSX/._1", bytes("x"));
        entries.put("c/3.gz", gzip(bytes("[{\"id\":\"3\",\"text\":\"QINGHE\"}]")));
        entries.put("d.zip", zip(Map.of("4.tsv", bytes("注册号\t商标\n4\t山隐\n"))));

        RegisterRun run = read("all.dat", zip(entries));

        assertThat(run.ids()).containsExactly("1", "2", "3", "CN-4");
        assertThat(run.rejections()).isEmpty();
        assertThat(run.bystanders()).hasSize(3).allMatch(name -> name.contains("all.dat!"));
        assertThat(run.changes().get(3).source()).endsWith("all.dat!d.zip!4.tsv");
    }

    @Test
    void ofATruncatedTableWhatIsThereIsRead() throws IOException {
        StringBuilder marks = new StringBuilder("注册号,商标名称\n");
        for (int i = 0; i < 50_000; i++) {
            marks.append(i + 1).append(",山隐").append(i * 7919 % 50_021).append('\n');
        }
        byte[] whole = gzip(marks.toString().getBytes(java.nio.charset.Charset.forName("GBK")));

        RegisterRun run = read("marks.csv.gz", Arrays.copyOf(whole, whole.length / 2));

        assertThat(run.ids()).hasSizeGreaterThan(1000).startsWith("CN-1");
        assertThat(run.rejections().toString()).contains("marks.csv.gz", "found damage after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../1.csv", "a/../../1.csv", "/1.csv", "C:\\1.csv", "c:/1.csv", "..\\1.csv"})
    void namesThatLeadOutAreRejected(String name) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(name, ONE);
        entries.put("x.jsonl", TWO);

        RegisterRun run = read("x.zip", zip(entries));

        assertThat(run.ids()).containsExactly("2");
        assertThat(run.rejections()).hasSize(1);
        assertThat(run.rejections().get(0).toString()).contains("x.zip!" + name.replace('\\', '/'), "leads out of it");
    }

    @Test
    @Timeout(60)
    void bombsAreRejectedByName() throws IOException {
        byte[] blank = new byte[30 << 20];
        Arrays.fill(blank, (byte) ' ');
        blank[0] = '[';
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.json", blank);
        entries.put("b.zip", zip(Map.of("inner.json", blank)));
        entries.put("c.zip", zip(Map.of("inner.zip", zip(Map.of("innermost.json", blank)))));
        entries.put("d.jsonl", TWO);

        RegisterRun run = read("bomb.zip", zip(entries));

        assertThat(run.ids()).containsExactly("2");
        assertThat(run.rejections())
                .extracting(one -> one.source().replaceFirst(".*bomb", "bomb"))
                .contains("bomb.zip!a.json", "bomb.zip!b.zip!inner.json")
                .anyMatch(source -> source.startsWith("bomb.zip!c.zip"));
    }

    @Test
    void registersThatAreCompressedAHundredfoldAreRead() throws IOException {
        StringBuilder marks = new StringBuilder("id,text,goods\n");
        for (int i = 0; i < 30_000; i++) {
            marks.append(i)
                    .append(",NUVIMO,")
                    .append("clothing; footwear; headgear; ".repeat(10))
                    .append('\n');
        }
        byte[] packed = zip(Map.of("marks.csv", bytes(marks.toString())));
        assertThat(marks.length() / packed.length).isGreaterThan(50);

        RegisterRun run = read("marks.zip", packed);

        assertThat(run.rejections()).isEmpty();
        assertThat(run.ids()).hasSize(30_000);
    }

    @Test
    void damagedAndEncryptedEntriesCostThemselvesOnly() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.csv", bytes("id,text\n" + "1,NUVIMO\n2,MOHE\n".repeat(500)));
        entries.put("b.csv", ONE);
        entries.put("c.jsonl", TWO);
        byte[] zip = zip(entries);
        for (int i = 60; i < 75; i++) {
            zip[i] = (byte) 0xff; // within the data of the first entry
        }
        int central = lastIndexOf(zip, "b.csv") - 46;
        zip[central + 8] |= 1; // says that it is encrypted

        RegisterRun run = read("x.zip", zip);

        assertThat(run.ids()).contains("2");
        assertThat(run.rejections().stream().map(Object::toString))
                .anyMatch(text -> text.contains("x.zip!a.csv"))
                .anyMatch(text -> text.contains("x.zip!b.csv: expected an entry without a password"));
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    @Test
    void ofATruncatedGzipWhatIsThereIsRead() throws IOException {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            marks.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"text\":\"M")
                    .append(i * 7919 % 50_021)
                    .append("\"}\n");
        }
        byte[] whole = gzip(bytes(marks.toString()));

        RegisterRun run = read("marks.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));

        assertThat(run.ids()).hasSizeGreaterThan(1000);
        assertThat(run.rejections()).isNotEmpty();
        assertThat(run.rejections().get(run.rejections().size() - 1).toString())
                .contains("marks.jsonl.gz", "found damage after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><body>404</body></html>",
                "<HTML><head>",
                "%PDF-1.5",
                "PK\u0003\u0004 cut off",
                "Rar!",
                "\u001f\u008b\b",
                "abc\0def"
            })
    void whatIsNoRegisterIsRefusedByName(String content) throws IOException {
        Path file = Files.write(folder.resolve("marks.xml"), content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> RegisterRun.of(file))
                .isInstanceOf(NoRegisterException.class)
                .hasMessageContaining("expected a register, found ")
                .hasMessageContaining("marks.xml");
    }

    @Test
    void anEmptyFolderIsNoRegister() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> RegisterRun.of(empty))
                .isInstanceOf(NoRegisterException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNamesAndNotBeyond() throws IOException {
        Path days = Files.createDirectories(folder.resolve("days"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.write(outside.resolve("secret.csv"), bytes("id,text\nsecret,NUVIMO\n"));
        Files.createDirectories(days.resolve("2031/01"));
        Files.write(days.resolve("2031/01/02.csv"), bytes("id,text\n1,LATER\n"));
        Files.write(days.resolve("2031/01/01.csv"), ONE);
        Files.write(days.resolve("broken.xml"), bytes("<unknown/>"));
        Files.write(days.resolve("readme.md"), bytes("# Hello"));
        Files.write(days.resolve("1.png"), new byte[] {1});
        Files.write(days.resolve(".hidden.csv"), bytes("id,text\nhidden,NUVIMO\n"));
        Files.createSymbolicLink(days.resolve("link.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(days.resolve("linked"), outside);

        RegisterRun run = RegisterRun.of(days);

        assertThat(run.registrations()).extracting(one -> one.mark().text()).containsExactly("NUVIMO", "LATER");
        assertThat(run.rejections()).hasSize(1);
        assertThat(run.rejections().get(0).toString()).contains("broken.xml", "<unknown>");
        assertThat(run.bystanders()).hasSize(1);
        assertThat(Register.files(days))
                .extracting(file -> file.getFileName().toString())
                .contains("01.csv", "02.csv", "broken.xml", "1.png")
                .doesNotContain("secret.csv");
    }

    @Property(tries = 300)
    void noBytesDoMoreThanBeingRefused(@ForAll byte[] noise, @ForAll int at) throws IOException {
        byte[] zip = zip(Map.of("a.csv", ONE, "b.jsonl", TWO));
        for (int i = 0; i < noise.length; i++) {
            zip[Math.floorMod(at + i, zip.length)] = noise[i];
        }
        Path file = Files.createTempFile("noise", ".zip");
        Files.write(file, zip);
        try (Register register = Register.open(file, null, rejection -> {})) {
            register.forEachRemaining(record -> record.read());
        } catch (NoRegisterException e) {
            assertThat(e).hasMessageContaining("found");
        } finally {
            Files.delete(file);
        }
    }
}
