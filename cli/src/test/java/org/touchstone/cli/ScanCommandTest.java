package org.touchstone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

class ScanCommandTest {
    private static final String MARKS = """
            id,text,transliterations,niceClasses,status,brand
            CN-1,AURORIS,奥若丽,25,registered,auroris
            CN-2,NUVIMO,努维莫,9,registered,nuvimo
            CN-3,山隐茶,,30,registered,shanyin
            CN-4,KESTREL & PINE,隼松,18,registered,
            CN-5,OLDMARK,,3,expired,
            """;

    @TempDir
    private Path folder;

    private Path marks;

    @BeforeEach
    void writeMarks() throws IOException {
        marks = Files.writeString(folder.resolve("marks.csv"), MARKS);
    }

    private CliRun run(String... arguments) {
        return CliRun.of(Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), arguments);
    }

    private CliRun scan(String... more) {
        List<String> arguments = new ArrayList<>(List.of("scan", "--marks", marks.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private List<Hit> hits() throws IOException {
        List<Hit> hits = new ArrayList<>();
        try (var reader = RecordReader.open(folder.resolve("hits.jsonl"), Formats.HIT, ScanCommandTest::fail)) {
            reader.forEachRemaining(next -> hits.add(next.value()));
        }
        return hits;
    }

    private List<Rejection> rejections() throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        Path file = folder.resolve("hits.jsonl.rejected.jsonl");
        try (var reader = RecordReader.open(file, Formats.REJECTION, ScanCommandTest::fail)) {
            reader.forEachRemaining(next -> rejections.add(next.value()));
        }
        return rejections;
    }

    private static void fail(Rejection rejection) {
        throw new AssertionError(rejection.toString());
    }

    private String out() {
        return folder.resolve("hits.jsonl").toString();
    }

    @Test
    void languageDataThatCannotBeReadIsNamedAndTheRestIsScanned() throws IOException {
        String listings = file("listings.jsonl", "{\"id\":\"1\",\"title\":\"NUVIMO phone\"}");
        Path data = Files.createDirectories(folder.resolve("tessdata"));
        Files.writeString(data.resolve("chi_sim.traineddata"), "cut short");
        CliRun run = CliRun.of(
                Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString(), "TESSDATA_PREFIX", data.toString()),
                "scan",
                "--marks",
                marks.toString(),
                listings,
                "--read-images",
                "--out",
                out());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err().lines().filter(line -> line.contains("words in pictures are not read")))
                .singleElement()
                .asString()
                .contains(data.toString());
        assertThat(hits()).hasSize(1);
    }

    @Test
    void explainNamesAnExpiringMarkInBothLanguages() throws IOException {
        String marks = Files.writeString(
                        folder.resolve("expiring.csv"),
                        "id,text,status,registered,expires\nCN-9,PELLUNE,registered,2021-01-01,2031-01-31\n")
                .toString();
        String listings = Files.writeString(folder.resolve("l.csv"), "id,title\na,PELLUNE dress\n")
                .toString();
        String hits = folder.resolve("expiring.jsonl").toString();

        run("scan", "--no-images", "--marks", marks, "--on", "2030-12-31", listings, "--out", hits);

        assertThat(run("explain", "--hits", hits, "1").out())
                .contains("register: expires soon: 2031-01-31", "word: 'PELLUNE' in title");
        assertThat(run("--lang", "zh", "explain", "--hits", hits, "1").out())
                .contains("注册状态: 即将期满: 2031-01-31", "文字: 标题 中", "依据 字母相同")
                .doesNotContain("expires");
    }

    @Test
    void dayThatIsNoneIsNamedInBothLanguages() {
        CliRun english = CliRun.of("scan", "--marks", "marks.csv", "--on", "20260331", "-");
        CliRun chinese = CliRun.of("--lang", "zh", "scan", "--marks", "marks.csv", "--threads", "two", "-");

        assertThat(english.code()).isEqualTo(ExitCode.USAGE);
        assertThat(english.err())
                .contains("expected a day such as 2026-03-31 for --on, found '20260331'")
                .doesNotContain("java.");
        assertThat(chinese.err()).contains("应为整数（--threads），实际为“two”");
    }

    @Test
    void filesThatAreNotThereAreNamedInBothLanguages() throws IOException {
        CliRun marks = CliRun.of("--lang", "zh", "scan", "--marks", "nowhere.csv", "-");
        Path real = Files.writeString(folder.resolve("some.csv"), "id,text\n1,AURORIS\n");
        CliRun listings = CliRun.of("--lang", "zh", "scan", "--no-images", "--marks", real.toString(), "gone.csv");

        assertThat(marks.code()).isEqualTo(ExitCode.FAILED);
        assertThat(marks.err()).contains("文件或文件夹不存在：nowhere.csv");
        assertThat(listings.code()).isEqualTo(ExitCode.FAILED);
        assertThat(listings.err()).contains("文件或文件夹不存在：gone.csv");
    }

    @Test
    void readingAndLeavingImagesAtOnceIsRefused() throws IOException {
        CliRun run = scan(file("listings.jsonl", "{\"id\":\"1\",\"title\":\"x\"}"), "--read-images", "--no-images");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--read-images");
    }

    @Test
    void hitsAreRankedAndExplained() throws IOException {
        String listings = file("listings.jsonl", """
                {"id":"1","title":"新款 奥若丽 手提包"}
                {"id":"2","title":"适用于 NUVIMO 手机壳"}
                {"id":"3","title":"高仿 NUVIMO 手机 1:1"}
                {"id":"4","title":"plain cotton shirt"}
                {"id":"5","title":"oldmark soap"}
                """);

        CliRun run = scan(listings, "--out", out());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEmpty();
        List<Hit> hits = hits();
        assertThat(hits).extracting(Hit::listing).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(hits.get(0).listing()).isEqualTo("3");
        assertThat(hits.get(0).outlook()).isEqualTo(Outlook.COUNTERFEIT);
        assertThat(hits.get(2).listing()).isEqualTo("2");
        assertThat(hits.get(2).outlook()).isEqualTo(Outlook.LAWFUL_USE);
        Hit bag = hits.get(1);
        assertThat(bag.brand()).isEqualTo("auroris");
        assertThat(bag.evidence().get(0)).isInstanceOfSatisfying(Evidence.Word.class, word -> {
            assertThat("新款 奥若丽 手提包".substring(word.start(), word.end())).isEqualTo("奥若丽");
            assertThat(word.quote()).isEqualTo("奥若丽");
        });
        assertThat(bag.versions().model()).isEqualTo("none");
    }

    @Test
    void hitsGoToStdoutWithNothingElse() throws IOException {
        CliRun run = scan(file("listings.csv", "id,title\n1,AURORIS bag\n"));

        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("{\"rank\":1,").hasLineCount(1);
        assertThat(run.err()).contains("1 hits");
    }

    @Test
    void sameScanGivesTheSameFile() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append("{\"id\":\"%d\",\"title\":\"%s\"}\n".formatted(i, i % 3 == 0 ? "N U V I M O" : "AURORlS bag"));
        }
        String listings = file("listings.jsonl", lines.toString());
        scan(listings, "--out", out(), "--threads", "1");
        byte[] first = Files.readAllBytes(folder.resolve("hits.jsonl"));
        scan(listings, "--out", out(), "--threads", "4");

        assertThat(Files.readAllBytes(folder.resolve("hits.jsonl"))).isEqualTo(first);
        assertThat(hits()).hasSize(500);
    }

    /** The list of the specification: each is named, all else is scanned, the exit code is 3. */
    @Test
    void hostileInputIsNamedAndAllElseIsScanned() throws IOException {
        Path img = Files.createDirectories(folder.resolve("img"));
        Files.writeString(folder.resolve("secret.png"), "x");
        Files.write(img.resolve("huge.png"), hugePng());
        byte[] jpeg = encoded("jpg");
        Files.write(img.resolve("cut.jpg"), java.util.Arrays.copyOf(jpeg, jpeg.length / 2));
        Files.writeString(
                img.resolve("external.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='http://127.0.0.1/x.png'/></svg>");
        Files.write(img.resolve("good.png"), encoded("png"));
        Files.copy(img.resolve("good.png"), folder.resolve("logo.png"));
        Files.writeString(marks, "id,text,images,status\nCN-2,NUVIMO,logo.png,registered\n");
        Path listings = folder.resolve("listings.jsonl");
        try (OutputStream out = Files.newOutputStream(listings)) {
            for (String image : List.of(
                    "huge.png",
                    "cut.jpg",
                    "external.svg",
                    "../../etc/passwd",
                    "../../secret.png",
                    "gone.png",
                    "good.png")) {
                out.write(("{\"id\":\"%1$s\",\"title\":\"NUVIMO %1$s\",\"images\":[\"img/%1$s\"]}\n".formatted(image))
                        .getBytes(UTF_8));
            }
            out.write("{\"id\":\"gbk\",\"title\":\"手提包 NUVIMO\"}\n".getBytes(Charset.forName("GBK")));
            out.write("{\"id\":\"long\",\"title\":\"".getBytes(UTF_8));
            out.write("x".repeat(20 << 20).getBytes(UTF_8));
            out.write("\"}\n{\"id\":\"last\",\"title\":\"NUVIMO\"}\n".getBytes(UTF_8));
        }
        String csv = file("short.csv", "id,title\nonly-an-id\n8,NUVIMO\n");
        String headless = file("headless.csv", "name,words\nx,NUVIMO\n");

        CliRun run = scan(listings.toString(), csv, headless, "--out", out());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REJECTED);
        assertThat(hits())
                .extracting(Hit::listing)
                .contains(
                        "huge.png", "cut.jpg", "external.svg", "../../etc/passwd", "gone.png", "good.png", "last", "8");
        List<Rejection> rejections = rejections();
        assertThat(rejections).hasSize(10);
        assertThat(rejections)
                .extracting(Rejection::toString)
                .allSatisfy(named -> assertThat(run.err()).contains(named));
        assertThat(run.err())
                .contains(
                        "huge.png",
                        "cut.jpg",
                        "external.svg",
                        "within its folder",
                        "no such file",
                        "UTF-8",
                        "bytes",
                        "columns",
                        "header")
                .contains("10 records or images were rejected");
    }

    private static byte[] encoded(String format) throws IOException {
        BufferedImage image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(10, 10, 60, 60);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
        graphics.setColor(Color.WHITE);
        graphics.drawString("AUR", 40, 50);
        graphics.dispose();
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** The header of a PNG of 10,000 x 10,000 pixels; its data never get so far as to matter. */
    private static byte[] hugePng() throws IOException {
        byte[] png = encoded("png");
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(png);
        header.putInt(16, 10_000).putInt(20, 10_000);
        var crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    @Test
    void rejectedMarksAreNamedOnEveryScan() throws IOException {
        Files.writeString(marks, MARKS + "CN-6,,,25,registered,\nCN-7,BADCLASS,,46,registered,\n");
        String listings = file("listings.jsonl", "{\"id\":\"1\",\"title\":\"AURORIS\"}\n");

        for (int i = 0; i < 2; i++) {
            CliRun run = scan(listings, "--out", out());
            assertThat(run.code()).isEqualTo(ExitCode.REJECTED);
            assertThat(run.err()).contains("marks.csv:7: text: ", "marks.csv:8: niceClasses: ");
        }
    }

    @Test
    void changedMarksAreIndexedAgain() throws IOException {
        String listings = file("listings.jsonl", "{\"id\":\"1\",\"title\":\"VELLUTANA scarf\"}\n");
        assertThat(scan(listings).out()).isEmpty();

        Files.writeString(marks, MARKS + "CN-9,VELLUTANA,,25,registered,\n");

        assertThat(scan(listings).out()).contains("CN-9");
        CliRun again = scan(listings);
        assertThat(again.out()).contains("CN-9");
        assertThat(again.err()).doesNotContain("Indexed");
    }

    @Test
    void brandPolicySpeaksForItsSellers() throws IOException {
        String brands = file(
                "brands.yaml",
                "brands:\n  - {key: nuvimo, names: [NUVIMO], nicknames: [小努], authorisedSellers: [{name: 努维莫旗舰店}]}\n");
        String listings = file("listings.jsonl", """
                {"id":"shop","title":"NUVIMO 手机","seller":{"name":"努维莫旗舰店"}}
                {"id":"other","title":"NUVIMO 手机","seller":{"name":"小店"}}
                {"id":"nickname","title":"小努 手机"}
                """);

        scan(listings, "--brands", brands, "--out", out());

        assertThat(hits()).extracting(Hit::listing).contains("nickname").containsSubsequence("other", "shop");
        assertThat(hits())
                .filteredOn(hit -> hit.listing().equals("nickname"))
                .flatExtracting(Hit::evidence)
                .extracting(Evidence::note)
                .contains("nickname: nuvimo");
    }

    @Test
    void reportsAreWritten() throws IOException {
        String listings = file("listings.jsonl", "{\"id\":\"1\",\"title\":\"=NUVIMO\"}\n");
        for (String ending : List.of("html", "csv", "xlsx")) {
            Path report = folder.resolve("report." + ending);
            CliRun run = scan(listings, "--report", report.toString());
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
            assertThat(run.out()).isEmpty();
            assertThat(report).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, zh-CN", "en, en", "'', ''"})
    void reportIsInTheLanguageThatIsAskedFor(String option, String asked) throws IOException {
        String listings = file("listings.jsonl", "{\"id\":\"1\",\"title\":\"NUVIMO\"}\n");
        Path report = folder.resolve("report.html");
        String[] language = option.isEmpty() ? new String[0] : new String[] {"--lang", option};
        scan(Stream.concat(Stream.of(listings, "--report", report.toString()), Stream.of(language))
                .toArray(String[]::new));
        assertThat(Files.readString(report)).contains("data-asked=\"" + asked + "\"");
    }

    @Test
    void wrongUsageIsToldBeforeAnythingIsDone() throws IOException {
        String listings = file("listings.jsonl", "{\"id\":\"1\",\"title\":\"NUVIMO\"}\n");

        assertThat(scan(listings, "--report", "report.doc").code()).isEqualTo(ExitCode.USAGE);
        assertThat(scan(listings, "--min-score", "2").code()).isEqualTo(ExitCode.USAGE);
        assertThat(scan(listings, "--threads", "0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(scan(listings, "--index", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(scan("missing.jsonl").code()).isEqualTo(ExitCode.FAILED);
        assertThat(run("scan", listings).code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("scan", "--index", folder.resolve("none").toString(), listings)
                        .err())
                .contains("touchstone index --marks FILE --into");
    }

    @Test
    void minScoreLeavesOut() throws IOException {
        String listings = file("listings.jsonl", "{\"id\":\"1\",\"title\":\"适用于 NUVIMO 手机壳\"}\n");

        assertThat(scan(listings, "--min-score", "0.9").out()).isEmpty();
        assertThat(scan(listings).out()).isNotEmpty();
    }

    @Test
    void copyOfAnOfficialPhotoIsEvidenceForItsBrand() throws IOException {
        BufferedImage photo = packshot(7);
        ImageIO.write(photo, "png", folder.resolve("official.png").toFile());
        BufferedImage taken = new BufferedImage(460, 340, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = taken.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillRect(0, 0, 460, 340);
        g.drawImage(photo, 30, 20, null);
        g.dispose();
        ImageIO.write(taken, "jpeg", folder.resolve("taken.jpg").toFile());
        ImageIO.write(packshot(8), "png", folder.resolve("own.png").toFile());
        String brands = file(
                "brands.yaml",
                "brands:\n  - {key: auroris, officialShops: [AURORIS 官方], referenceImages: [official.png, lost.png]}\n");
        String listings = file("listings.jsonl", """
                {"id":"silent","title":"雨衣 防水","images":["taken.jpg"]}
                {"id":"named","title":"auroris 雨衣","images":["taken.jpg"]}
                {"id":"official","title":"雨衣","images":["official.png"],"seller":{"name":"AURORIS 官方"}}
                {"id":"other","title":"雨衣","images":["own.png"]}
                """);
        Path report = folder.resolve("report.html");
        CliRun run = scan(
                "--brands",
                brands,
                "--out",
                folder.resolve("hits.jsonl").toString(),
                "--report",
                report.toString(),
                listings);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REJECTED);
        assertThat(rejections()).extracting(Rejection::reason).containsExactly("no such file: 'lost.png'");
        List<Hit> hits = hits();
        assertThat(hits).extracting(Hit::listing).containsExactly("named", "silent", "official");
        assertThat(hits).extracting(Hit::mark).containsOnly("CN-1");
        assertThat(hits.get(0).evidence()).extracting(Evidence::kind).contains("word", "copy");
        assertThat(hits.get(1).score()).isGreaterThan(0.6);
        Evidence.Picture copy = (Evidence.Picture) hits.get(1).evidence().get(0);
        assertThat(copy.view()).isEqualTo("official.png");
        assertThat(copy.box().overlap(new org.touchstone.hit.Box(30, 20, 400, 300)))
                .isGreaterThan(0.85);
        assertThat(hits.get(2).outlook()).isEqualTo(Outlook.LAWFUL_USE);
        assertThat(Files.readString(report)).contains("picture.official", "note.official-photo");
    }

    /** A picture full of shapes, the same for the same number. */
    private static BufferedImage packshot(int number) {
        java.util.Random random = new java.util.Random(number);
        BufferedImage photo = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = photo.createGraphics();
        for (int i = 0; i < 60; i++) {
            g.setColor(new Color(random.nextInt(1 << 24)));
            g.fillOval(
                    random.nextInt(400) - 40,
                    random.nextInt(300) - 40,
                    20 + random.nextInt(90),
                    20 + random.nextInt(90));
        }
        g.dispose();
        return photo;
    }
}
