package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.cli.attack.image.ImageOperator;
import org.touchstone.cli.attack.image.ImageOperators;
import org.touchstone.cli.attack.image.Level;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordReader;

class ImageAttackTest {
    @TempDir
    private static Path folder;

    private static Path marks;

    @BeforeAll
    static void drawMarks() throws IOException {
        draw("kite.png", pen -> {
            pen.setColor(new Color(0x1b4f9c));
            pen.fillPolygon(new int[] {150, 250, 150, 50}, new int[] {20, 130, 280, 130}, 4);
            pen.setColor(Color.WHITE);
            pen.drawLine(150, 30, 150, 270);
            pen.drawOval(105, 90, 90, 90);
        });
        draw("cups.png", pen -> {
            pen.setColor(new Color(0x8c2f1d));
            pen.drawArc(40, 60, 120, 160, 180, 180);
            pen.drawArc(130, 60, 120, 160, 180, 180);
            pen.drawLine(30, 140, 270, 140);
            pen.fillOval(120, 30, 50, 50);
        });
        marks = Files.writeString(folder.resolve("marks.csv"), """
                        id,text,images,status,brand
                        CN-1,,kite.png,registered,kite
                        CN-2,NUVIMO,cups.png,registered,
                        CN-3,,gone.png,registered,
                        CN-4,OLDMARK,kite.png,expired,
                        """);
    }

    private static void draw(String name, Consumer<Graphics2D> drawing) throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 300);
        pen.setStroke(new BasicStroke(12));
        drawing.accept(pen);
        pen.dispose();
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    private static CliRun attack(String... more) {
        List<String> arguments = new ArrayList<>(List.of("attack", "--images", "--marks", marks.toString()));
        arguments.addAll(List.of(more));
        return CliRun.of(
                Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), arguments.toArray(String[]::new));
    }

    @Test
    void matrixAndContactSheetShowWhatIsFound() throws IOException {
        Path sheet = folder.resolve("out/sheet.png");
        CliRun run = attack("--only", "untouched,faded,mirror", "--sheet", sheet.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REJECTED);
        assertThat(run.err()).contains("gone.png", "Tried 12 variants of 2 pictures", "sheet.png");
        assertThat(run.out())
                .containsSubsequence("disguise", "tried", "strength", "Weak by nature", "mirror", "Of 8 variants")
                .containsPattern("untouched +2 +100% +100%  = +100%/100% ")
                .containsPattern("faded +6 +\\d+% +\\d+%  50% .*75% .*90% ")
                .doesNotContain("rotate");
        BufferedImage drawn = ImageIO.read(sheet.toFile());
        assertThat(drawn.getWidth()).isGreaterThan(900);
        assertThat(drawn.getRGB(36 + 2, 112 + 28 + 72))
                .as("left edge of the first frame")
                .isNotEqualTo(0xfffafaf8);
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files).as("no part is left").hasSize(1);
        }
    }

    @Test
    void outcomeIsOneJsonObjectAndTheSameForTheSameSeed() throws IOException {
        String sheet = folder.resolve("json.png").toString();
        CliRun run = attack("--json", "--seed", "4", "--only", "cover,gamma", "--sheet", sheet);

        JsonNode outcome = Json.mapper().readTree(run.out());
        assertThat(run.out().lines()).hasSize(1);
        assertThat(outcome.get("seed").asLong()).isEqualTo(4);
        assertThat(outcome.get("images").asInt()).isEqualTo(2);
        assertThat(outcome.at("/strong/attacked").asInt()).isEqualTo(12);
        assertThat(outcome.at("/operators/0/operator").asText()).isEqualTo("cover");
        assertThat(outcome.at("/operators/0/levels/2/level").asText()).isEqualTo("40%");
        assertThat(outcome.at("/operators/0/levels/2/attacked").asInt()).isEqualTo(2);
        assertThat(attack("--json", "--seed", "4", "--only", "cover,gamma", "--sheet", sheet)
                        .out())
                .isEqualTo(run.out());
    }

    @Test
    void missesAreListingsWithTheirPicturesAndTheSheetStandsBesideThem() throws IOException {
        Path misses = folder.resolve("kept/misses.jsonl");
        CliRun run = attack("--misses", misses.toString(), "--only", "blur,emboss", "--json");
        JsonNode strong = Json.mapper().readTree(run.out()).get("strong");

        List<Listing> listings = new ArrayList<>();
        try (var reader = RecordReader.open(misses, Formats.LISTING, rejection -> {
            throw new AssertionError(rejection.toString());
        })) {
            reader.forEachRemaining(next -> listings.add(next.value()));
        }

        assertThat(listings)
                .hasSize(strong.get("attacked").asInt() - strong.get("found").asInt())
                .allSatisfy(listing -> assertThat(
                                misses.resolveSibling(listing.images().getFirst()))
                        .isNotEmptyFile());
        assertThat(misses.resolveSibling("misses.png")).isNotEmptyFile();
    }

    @Test
    void samplesAreDrawnFromManyAndChineseIsSpoken() {
        CliRun run = attack(
                "--lang", "zh", "--per-operator", "1", "--only", "scale", "--sheet", folder.resolve("zh.png") + "");

        assertThat(run.out()).contains("伪装", "缩小", "各强度");
        assertThat(run.err()).contains("样张一览");
    }

    @Test
    void marksWithoutPicturesAreAFailure() throws IOException {
        Path words = Files.writeString(folder.resolve("words.csv"), "id,text\nCN-1,NUVIMO\n");
        CliRun run = CliRun.of(
                Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()),
                "attack",
                "--images",
                "--marks",
                words.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("pictures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--only=spaced", "--sheet=sheet.jpg", "--per-operator=0"})
    void wrongUsageIsToldBeforeAnythingIsDone(String option) {
        CliRun run = attack(option);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void operatorsAreListedWithTheirStrengthsInBothLanguages() {
        for (String language : List.of("en", "zh")) {
            List<String> lines = CliRun.of("attack", "--list", "--images", "--lang", language)
                    .out()
                    .lines()
                    .toList();
            assertThat(lines).hasSameSizeAs(ImageOperators.ALL);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i)).startsWith(ImageOperators.ALL.get(i).key() + " ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/attack.md", "docs/attack.zh-CN.md"})
    void everyOperatorIsInTheManual(String page) throws IOException {
        String manual = Files.readString(Projects.root().resolve(page));
        for (ImageOperator operator : ImageOperators.ALL) {
            List<String> labels = operator.levels().stream().map(Level::label).toList();
            assertThat(manual)
                    .contains("\n| `" + operator.key() + "`" + (operator.weak() ? "\\*" : "") + " | "
                            + String.join(", ", labels) + " | ");
        }
    }
}
