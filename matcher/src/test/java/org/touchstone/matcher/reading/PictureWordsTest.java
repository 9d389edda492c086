package org.touchstone.matcher.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.hit.Box;
import org.touchstone.hit.Evidence;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.BrandPolicies;
import org.touchstone.matcher.Scanner;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.register.RegisterRecord;

/** Reads drawn pictures; what needs language data is left out on a machine that has none. */
class PictureWordsTest {
    @TempDir
    static Path folder;

    private static MarkIndex index;

    @BeforeAll
    static void build() throws IOException {
        List<Located<Registration>> marks = Stream.of("NUVIMO", "努维莫", "AURORIS")
                .map(text -> new Located<>(Registration.word(text, text), "marks.csv", folder, 2))
                .toList();
        MarkIndexWriter.build(
                folder.resolve("index"), RegisterRecord.all(marks.iterator()), null, rejection -> {}, n -> {});
        index = MarkIndex.open(folder.resolve("index"));
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static LanguageData data(String language) {
        LanguageData data = LanguageData.find(System.getenv()).orElse(null);
        assumeTrue(data != null && data.languages().contains(language), "no " + language + ".traineddata");
        return data;
    }

    private static PictureWords reader(String language) throws IOException {
        return new PictureWords(data(language), new TextMatcher(index));
    }

    /** A font of this machine that can write a text; leaves the test out where there is none. */
    private static Font font(String text) {
        Font font = Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(one -> one.canDisplayUpTo(text) < 0 && one.getFontName().matches(".*(Sans|Hei|Gothic|Arial).*"))
                .findFirst()
                .orElse(null);
        assumeTrue(font != null, "no font for " + text);
        return font.deriveFont(Font.BOLD, 48);
    }

    private record Drawing(BufferedImage image, Box box) {}

    /** A label on goods: 640 x 480, the text in dark blue on cream. */
    private static Drawing label(String text, Font font) {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(236, 228, 210));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(new Color(30, 34, 90));
        pen.setFont(font);
        FontMetrics metrics = pen.getFontMetrics();
        java.awt.Rectangle ink = font.createGlyphVector(pen.getFontRenderContext(), text)
                .getPixelBounds(pen.getFontRenderContext(), 180, 220);
        pen.drawString(text, 180, 220);
        pen.dispose();
        assertThat(metrics.stringWidth(text)).isLessThan(450);
        return new Drawing(image, new Box(ink.x, ink.y, ink.width, ink.height));
    }

    private static Evidence.Word only(PictureWords.Found found) {
        assertThat(found.whole()).isTrue();
        assertThat(found.sightings()).hasSize(1);
        return (Evidence.Word) found.sightings().getFirst().evidence();
    }

    @Test
    void brokenLanguageDataIsNamed() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("eng.traineddata"), "no such thing");
        LanguageData data = new LanguageData(broken, List.of("eng"));
        assertThatThrownBy(() -> new PictureWords(data, new TextMatcher(index)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken")
                .hasMessageContaining("install");
        assertThatThrownBy(() -> PictureWords.check(data)).isInstanceOf(IOException.class);
    }

    @Test
    void latinWordIsReadWhereItStands() throws IOException {
        Drawing label = label("NUVIMO", font("NUVIMO"));
        try (PictureWords reader = reader("eng")) {
            Evidence.Word word = only(reader.match("img/1.jpg", label.image));
            assertThat(word.against()).isEqualTo("NUVIMO");
            assertThat(word.field()).isEqualTo(Evidence.Word.PICTURES);
            assertThat(word.spot().image()).isEqualTo("img/1.jpg");
            assertThat(word.spot().box().overlap(label.box)).isGreaterThan(0.5);
            assertThat(word.weight()).isBetween(2.0, PictureWords.MOST);
        }
    }

    @Test
    void chineseWordIsReadWhereItStands() throws IOException {
        LanguageData data = data("chi_sim");
        Drawing label = label("努维莫", font("努维莫试"));
        try (PictureWords reader = new PictureWords(data, new TextMatcher(index))) {
            Evidence.Word word = only(reader.match("img/1.jpg", label.image));
            assertThat(word.against()).isEqualTo("努维莫");
            assertThat(word.spot().box().overlap(label.box)).isGreaterThan(0.5);
        }
    }

    @Test
    void neighboursNameAndNoiseAreNoSign() throws IOException {
        BufferedImage noise = label("", font("NUVIMO")).image;
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            noise.setRGB(random.nextInt(640), random.nextInt(480), random.nextInt(1 << 24));
        }
        try (PictureWords reader = reader("eng")) {
            assertThat(reader.match("1.jpg", label("NUVIMA", font("NUVIMA")).image)
                            .sightings())
                    .isEmpty();
            assertThat(reader.match("1.jpg", noise).sightings()).isEmpty();
            assertThat(reader.match("1.jpg", new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))
                            .sightings())
                    .isEmpty();
            assertThat(reader.match("1.jpg", new BufferedImage(3000, 2, BufferedImage.TYPE_INT_RGB))
                            .sightings())
                    .isEmpty();
        }
    }

    @Test
    void readingEndsWhenItsTimeIsUp() throws IOException {
        BufferedImage page = label("", font("NUVIMO")).image;
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setFont(font("NUVIMO").deriveFont(9f));
        for (int y = 10; y < 480; y += 11) {
            pen.drawString("the quick brown fox jumps over the lazy dog and a NUVIMO case for your phone", 4, y);
        }
        pen.dispose();
        try (PictureWords reader = new PictureWords(data("eng"), new TextMatcher(index), Duration.ofMillis(1))) {
            assertThat(reader.match("1.jpg", page).whole()).isFalse();
            // and the next picture is read anew
            assertThat(reader.match("1.jpg", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))
                            .sightings())
                    .isEmpty();
        }
    }

    @Test
    void threadsReadSideBySide() throws Exception {
        BufferedImage nuvimo = label("NUVIMO", font("NUVIMO")).image;
        BufferedImage auroris = label("AURORIS", font("AURORIS")).image;
        try (PictureWords reader = reader("eng");
                ExecutorService workers = Executors.newFixedThreadPool(3)) {
            List<Future<List<String>>> read = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                BufferedImage image = i % 2 == 0 ? nuvimo : auroris;
                read.add(workers.submit(() -> reader.match("1.jpg", image).sightings().stream()
                        .map(Sighting::mark)
                        .toList()));
            }
            for (int i = 0; i < 9; i++) {
                assertThat(read.get(i).get()).containsExactly(i % 2 == 0 ? "NUVIMO" : "AURORIS");
            }
        }
    }

    @Test
    void hitTellsThePictureAndTheBoxAsStored() throws IOException {
        Drawing label = label("NUVIMO", font("NUVIMO"));
        ImageIO.write(label.image, "png", folder.resolve("label.png").toFile());
        Listing listing = Listing.builder("1")
                .title("phone case")
                .images(List.of("label.png", "gone.png"))
                .build();
        List<Rejection> rejections = new ArrayList<>();
        try (PictureWords reader = reader("eng")) {
            Scanner scanner = new Scanner(
                            index,
                            new TextMatcher(index),
                            null,
                            new BrandPolicies(List.of(), Clock.systemUTC()),
                            new Versions("1", "", "", ""))
                    .reading(reader);
            List<Hit> hits = scanner.scan(new Located<>(listing, "listings.jsonl", folder, 1), rejections::add);
            assertThat(hits).singleElement().satisfies(hit -> {
                assertThat(hit.mark()).isEqualTo("NUVIMO");
                assertThat(hit.outlook()).isEqualTo(Outlook.UNCLEAR);
                assertThat(((Evidence.Word) hit.evidence().getFirst())
                                .spot()
                                .box()
                                .overlap(label.box))
                        .isGreaterThan(0.5);
            });
        }
        assertThat(rejections)
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("gone.png"));
    }

    @Test
    void aChineseCharacterIsWorthTwoLetters() {
        assertThat(PictureWords.letters("努维")).isEqualTo(4);
        assertThat(PictureWords.letters("莫")).isLessThan(3);
        assertThat(PictureWords.letters("N. S")).isLessThan(3);
        assertThat(PictureWords.letters("A-2 B")).isEqualTo(3);
    }

    @Test
    void theSurerTheReaderTheMoreASignWeighs() {
        assertThat(PictureWords.weight(7, 1)).isEqualTo(PictureWords.MOST);
        assertThat(PictureWords.weight(7, PictureWords.LEAST_SURE)).isEqualTo(2);
        assertThat(PictureWords.weight(1, 1)).isEqualTo(1);
        assertThat(PictureWords.weight(3, 0.7)).isBetween(1.0, 3.0);
    }
}
