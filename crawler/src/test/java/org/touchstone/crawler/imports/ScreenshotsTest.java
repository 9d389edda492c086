package org.touchstone.crawler.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.listing.Listing;

class ScreenshotsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMG_1234.jpg",
                "DSC00012.JPG",
                "微信图片_20240301123456.jpg",
                "Screenshot_2024-03-01-12-34-56-789_com.shop.app.png",
                "截屏2024-03-01 下午2.34.56.png",
                "Screen Shot 2024-03-01 at 2.34.56 PM.png",
                "截图 (3).png",
                "企业微信截图_17092676961234.png",
                "mmexport1709267696123.jpg",
                "d41d8cd98f00b204e9800998ecf8427e.png",
                "0a1b2c3d-1111-2222-3333-444455556666.webp",
                "a/b/001.png",
                "image(1).png"
            })
    void namesThatSayNothing(String path) {
        assertThat(Screenshots.title(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "山隐茶 白毫_20240301.png, 山隐茶 白毫",
        "x/SHANYIN tea tin.jpg, SHANYIN tea tin",
        "截图_山隐茶旗舰店.png, 山隐茶旗舰店",
        "Pellune-bag-red.webp, Pellune-bag-red"
    })
    void namesThatSaySomething(String path, String title) {
        assertThat(Screenshots.title(path)).isEqualTo(title);
    }

    @Test
    void aPictureIsTiedToItsBytes() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Path file = Files.write(folder.resolve("shop/微信图片_20240301123456.png"), new byte[] {1, 2, 3});
        Listing listing = Screenshots.listing(folder, "shop/微信图片_20240301123456.png", SHANGHAI);
        assertThat(listing.id()).isEqualTo("shop/微信图片_20240301123456.png");
        assertThat(listing.title()).isEmpty();
        assertThat(listing.images()).containsExactly(listing.id());
        assertThat(listing.capturedAt()).isEqualTo("2024-03-01T04:34:56Z");
        assertThat(listing.other().get("source").path("sha256").asText())
                .isEqualTo(SourceFile.of(file, "x").sha256());
        assertThat(listing.other().get("source").path("timeFrom").asText()).isEqualTo("name");
    }

    @Test
    void withoutATimeInTheNameExifThenTheFile() throws IOException {
        Path exif = folder.resolve("a.jpg");
        Files.write(
                exif,
                "\u00ff\u00d8\u00ff\u00e1xxExif\0\0MM....2024:03:02 08:00:00\0..2024:03:01 12:34:56\0"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Screenshots.listing(folder, "a.jpg", SHANGHAI).capturedAt()).isEqualTo("2024-03-01T04:34:56Z");
        Path plain = Files.write(folder.resolve("b.jpg"), new byte[10]);
        Files.setLastModifiedTime(plain, FileTime.from(Instant.parse("2023-01-02T03:04:05Z")));
        Listing listing = Screenshots.listing(folder, "b.jpg", SHANGHAI);
        assertThat(listing.capturedAt()).isEqualTo("2023-01-02T03:04:05Z");
        assertThat(listing.other().get("source").path("timeFrom").asText()).isEqualTo("file");
    }

    @Test
    void hiddenFilesAndTheTargetAreLeftOut() throws IOException {
        for (String path :
                new String[] {"a.png", ".hidden/b.png", "sub/c.JPG", "out/images/d.png", "sub/e.txt", "f.csv"}) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        }
        assertThat(Screenshots.files(folder, folder.resolve("out"), true)).containsExactly("a.png", "sub/c.JPG");
        assertThat(Screenshots.files(folder, folder.resolve("out"), false)).containsExactly("f.csv");
    }
}
