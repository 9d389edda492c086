package org.touchstone.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.imports.ExportException;
import org.touchstone.crawler.imports.Mapping;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordReader;
import org.touchstone.record.Rejection;

class ImporterTest {
    @TempDir
    private Path folder;

    private final List<Rejection> rejections = new ArrayList<>();
    private Path into;

    @BeforeEach
    void place() {
        into = folder.resolve("into");
    }

    private ImportReport run(Path... from) throws IOException {
        return new Importer(Mapping.NONE, ZoneId.of("Asia/Shanghai"), rejections::add, count -> {})
                .run(List.of(from), into);
    }

    private List<Listing> listings() throws IOException {
        List<Listing> listings = new ArrayList<>();
        try (RecordReader<Listing> reader =
                RecordReader.open(into.resolve("listings.jsonl"), Formats.LISTING, rejection -> {
                    throw new AssertionError(rejection.toString());
                })) {
            reader.forEachRemaining(located -> listings.add(located.value()));
        }
        return listings;
    }

    private static byte[] png(int colour) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void leavesAFolderAsACrawlDoes() throws IOException {
        byte[] image = png(1);
        file("in/img/a.png", image);
        file("in/img/b.png", image);
        Path csv = file("in/export.csv", "商品ID,标题,主图\n1,山隐茶,img/a.png\n2,白毫,img/b.png\n3,银针,img/gone.png\n,,\n4,,\n");
        ImportReport report = run(csv);
        assertThat(report.listings()).isEqualTo(3);
        assertThat(report.images()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(2).isEqualTo(rejections.size());
        String kept = "images/" + ContentDigest.of(image).substring(0, 32) + ".png";
        assertThat(listings()).extracting(Listing::images).containsExactly(List.of(kept), List.of(kept), List.of());
        assertThat(into.resolve(kept)).hasBinaryContent(image);
        assertThat(listings().getLast().other().get("source").path("sha256").asText())
                .isEqualTo(ContentDigest.of(Files.readAllBytes(csv)));
        assertThat(Files.readAllLines(into.resolve("rejected.jsonl"))).hasSize(2);
        assertThat(Json.mapper().readTree(into.resolve("report.json").toFile()))
                .isEqualTo(Json.mapper().readTree(report.toJson().toString()));
        assertThat(run(csv).toJson().path("images").asInt()).isEqualTo(1);
    }

    @Test
    void idsThatRepeatAreMadeDifferent() throws IOException {
        Path a = file("a.csv", "商品ID,标题\n1,山隐茶 红\n1,山隐茶 绿\n2,白毫\n");
        Path b = file("b.csv", "商品ID,标题\n1,山隐茶 蓝\n");
        assertThat(run(a, b).repeated()).isEqualTo(2);
        assertThat(listings()).extracting(Listing::id).containsExactly("1", "1~2", "2", "1~4");
    }

    @Test
    void aFolderOfScreenshotsAndATableThatTellsMore() throws IOException {
        file("shots/店铺一/微信图片_20240301123456.png", png(1));
        file("shots/山隐茶 白毫 20240302.png", png(2));
        file("shots/IMG_0001.jpg", png(3));
        file("shots/broken.png", "no image");
        file("shots/清单.csv", "截图,标题,价格,链接\n店铺一/微信图片_20240301123456.png,山隐茶 红罐,¥99,https://item.jd.com/10001.html\n");
        ImportReport report = run(folder.resolve("shots"));
        assertThat(report.listings()).isEqualTo(3);
        List<Listing> listings = listings();
        assertThat(listings).extracting(Listing::id).containsExactly("jd:10001", "IMG_0001.jpg", "山隐茶 白毫 20240302.png");
        assertThat(listings.getFirst().title()).isEqualTo("山隐茶 红罐");
        assertThat(listings.getFirst().capturedAt()).isEqualTo("2024-03-01T04:34:56Z");
        assertThat(listings.getLast().title()).isEqualTo("山隐茶 白毫");
        assertThat(listings).allMatch(listing -> listing.images().size() == 1);
        assertThat(rejections).singleElement().asString().startsWith("broken.png: images: expected an image");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Path secret = file("mine/secret.csv", "商品标题,价格\n山隐茶,9\n");
        Path picture = file("mine/p.png", png(7));
        Path sent = file("sent/茶壶.png", png(8)).getParent();
        Files.createSymbolicLink(sent.resolve("shop.csv"), secret);
        Files.createSymbolicLink(sent.resolve("马克杯.png"), picture);
        Files.createSymbolicLink(sent.resolve("same.png"), sent.resolve("茶壶.png"));
        run(sent);
        assertThat(listings()).extracting(Listing::title).containsExactlyInAnyOrder("茶壶", "same");
        assertThat(rejections).extracting(Rejection::source).containsExactlyInAnyOrder("shop.csv", "马克杯.png");
    }

    @Test
    void whatIsInTheTargetIsNotImportedAgain() throws IOException {
        file("a.png", png(1));
        run(folder);
        assertThat(run(folder).listings()).isEqualTo(1);
    }

    @Test
    void aFailedImportLeavesTheOneBefore() throws IOException {
        run(file("a.csv", "标题\n山隐茶\n"));
        String before = Files.readString(into.resolve("listings.jsonl"));
        Path unknown = file("b.csv", "甲,乙\n1,2\n");
        assertThatThrownBy(() -> run(unknown)).isInstanceOf(ExportException.class);
        assertThat(into.resolve("listings.jsonl")).hasContent(before);
        try (Stream<Path> files = Files.list(into)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void ofSeveralFilesTheOneThatIsNoneIsNamed() throws IOException {
        ImportReport report = run(file("b.csv", "甲,乙\n1,2\n"), file("a.csv", "标题\n山隐茶\n"));
        assertThat(report.listings()).isEqualTo(1);
        assertThat(rejections).singleElement().asString().startsWith("b.csv: expected a column of titles or images");
    }

    @Test
    void aCrawlIsNotOverwritten() throws IOException {
        Files.createDirectories(into);
        Files.write(into.resolve("crawl.db"), new byte[0]);
        Path csv = file("a.csv", "标题\n山隐茶\n");
        assertThatThrownBy(() -> run(csv)).hasMessageContaining("found a crawl");
    }

    @Test
    void manyIdsAreTold() {
        SeenIds ids = new SeenIds();
        for (int i = 0; i < 10_000; i++) {
            assertThat(ids.add("id" + i)).isTrue();
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(ids.add("id" + i)).isFalse();
        }
    }
}
