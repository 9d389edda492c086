package org.touchstone.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.listing.Listing;

class PhotoStudioTest {
    @TempDir
    private Path folder;

    /** White, 1000 x 500, with a red square of 50 at 600, 200. */
    @BeforeEach
    void draw() throws IOException {
        BufferedImage image = new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1000, 500);
        pen.setColor(Color.RED);
        pen.fillRect(600, 200, 50, 50);
        pen.dispose();
        ImageIO.write(image, "png", folder.resolve("photo.png").toFile());
    }

    private static BufferedImage picture(String data) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void photoIsReducedAndItsBoxWithIt() throws IOException {
        Photo photo = PhotoStudio.photo(folder, "photo.png", List.of(new Box(600, 200, 50, 50)));
        assertThat(photo.width()).isEqualTo(480);
        assertThat(photo.height()).isEqualTo(240);
        assertThat(photo.boxes()).containsExactly(new Box(288, 96, 24, 24));
        assertThat(new Color(picture(photo.data()).getRGB(300, 108))).isEqualTo(Color.RED);
    }

    @Test
    void wordReadInAPhotoIsBoxedAsALogoIs() {
        Evidence word = new Evidence.Word(
                "word",
                Evidence.Word.PICTURES,
                0,
                6,
                "NUVIMO",
                "NUVIMO",
                1,
                List.of("exact"),
                4.5,
                "",
                new Evidence.Spot("photo.png", new Box(600, 200, 50, 50)));
        Hit hit = new Hit(1, 0.5, "1", "m", "", Outlook.UNCLEAR, List.of(word), new Versions("", "", "", ""));
        Listing listing =
                Listing.builder("1").images(List.of("other.png", "photo.png")).build();
        assertThat(PhotoStudio.photos(hit, listing, folder)).singleElement().satisfies(photo -> {
            assertThat(photo.name()).isEqualTo("photo.png");
            assertThat(photo.boxes()).containsExactly(new Box(288, 96, 24, 24));
        });
    }

    @Test
    void smallSignIsShownEnlarged() throws IOException {
        Photo photo = PhotoStudio.photo(folder, "photo.png", List.of(new Box(600, 200, 50, 50)));
        BufferedImage closeUp = picture(photo.closeUp());
        assertThat(closeUp.getWidth()).isEqualTo(58);
        assertThat(new Color(closeUp.getRGB(29, 29))).isEqualTo(Color.RED);
        assertThat(PhotoStudio.photo(folder, "photo.png", List.of(new Box(0, 0, 900, 400)))
                        .closeUp())
                .isEmpty();
    }

    @Test
    void boxOutsideThePictureIsCut() {
        assertThat(PhotoStudio.photo(folder, "photo.png", List.of(new Box(5000, 10, 20, 20)))
                        .boxes())
                .isEmpty();
        assertThat(PhotoStudio.photo(folder, "photo.png", List.of(new Box(900, 0, Integer.MAX_VALUE, 500)))
                        .boxes())
                .containsExactly(new Box(432, 0, 48, 240));
    }

    @Test
    void photoThatIsNoneSaysWhy() throws IOException {
        Files.writeString(folder.resolve("text.jpg"), "no picture");
        assertThat(PhotoStudio.photo(folder, "text.jpg", List.of()).fault()).contains("expected");
        assertThat(PhotoStudio.photo(folder, "missing.png", List.of()).fault()).contains("no such file");
        assertThat(PhotoStudio.photo(folder, "../../etc/passwd", List.of()).fault())
                .contains("within its folder");
        assertThat(PhotoStudio.photo(folder, "https://a.example/x.png", List.of())
                        .fault())
                .contains("crawl it first");
        assertThat(PhotoStudio.photo(folder, "missing.png", List.of()).isShown())
                .isFalse();
    }

    @Test
    void photoWithTheHeaviestSignComesFirst() {
        Listing listing =
                Listing.builder("l").images(List.of("a.png", "photo.png")).build();
        Hit hit = new Hit(
                1,
                0.5,
                "l",
                "m",
                "",
                Outlook.UNCLEAR,
                List.of(logo("a.png", 1), logo("photo.png", 9)),
                new Versions("", "", "", ""));
        assertThat(PhotoStudio.photos(hit, listing, folder))
                .extracting(Photo::name)
                .containsExactly("photo.png", "a.png");
    }

    @Test
    void photosWithoutASignShowTheFirst() {
        Listing listing =
                Listing.builder("l").images(List.of("photo.png", "b.png")).build();
        Hit hit = new Hit(1, 0.5, "l", "m", "", Outlook.UNCLEAR, List.of(), new Versions("", "", "", ""));
        assertThat(PhotoStudio.photos(hit, listing, folder))
                .extracting(Photo::name)
                .containsExactly("photo.png");
    }

    @Test
    void markWithoutAPictureHasNone() {
        assertThat(PhotoStudio.mark("m", new byte[0])).isNull();
        Photo broken = PhotoStudio.mark("m", new byte[] {1, 2, 3});
        assertThat(broken).isNotNull();
        assertThat(broken.isShown()).isFalse();
    }

    private static Evidence logo(String image, double weight) {
        return new Evidence.Picture("logo", image, new Box(0, 0, 10, 10), "v", 1, List.of(), weight, "");
    }
}
