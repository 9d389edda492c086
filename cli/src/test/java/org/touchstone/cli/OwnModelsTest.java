package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From marks to hits with a model of the user's own. */
class OwnModelsTest {
    @TempDir
    private Path folder;

    private String own;
    private String marks;
    private String index;

    @BeforeEach
    void draw() throws IOException {
        own = TinyModels.encoder(folder.resolve("own")).toString();
        index = folder.resolve("index").toString();
        star(folder.resolve("star.png"), 200);
        star(Files.createDirectories(folder.resolve("photos")).resolve("offer.png"), 200);
        marks = Files.writeString(folder.resolve("marks.csv"), "id,office,images\n1,XX,star.png\n")
                .toString();
    }

    private static void star(Path file, int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, side, side);
        g.setColor(new Color(0x993311));
        Polygon star = new Polygon();
        for (int i = 0; i < 10; i++) {
            double radius = side * (i % 2 == 0 ? 0.42 : 0.17);
            star.addPoint((int) (side / 2.0 + radius * Math.sin(i * Math.PI / 5)), (int)
                    (side / 2.0 - radius * Math.cos(i * Math.PI / 5)));
        }
        g.fillPolygon(star);
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private CliRun run(String... arguments) {
        return runWith(Map.of(), arguments);
    }

    private CliRun runWith(Map<String, String> environment, String... arguments) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TOUCHSTONE_CACHE", folder.resolve("cache").toString());
        return CliRun.of(all, arguments);
    }

    private CliRun scan(String... more) {
        String[] arguments = {"scan", "--index", index, folder.resolve("photos").toString(), "--threads", "1"};
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    @Test
    void indexOfAnOwnModelIsScannedWithThatModelOnly() {
        CliRun indexed = run("index", "--marks", marks, "--into", index, "--models", own);
        assertThat(indexed.code()).as(indexed.err()).isZero();
        assertThat(run("index", "info", index, "--json").out()).contains("\"model\":\"many-1@");

        CliRun without = scan();
        assertThat(without.code()).isEqualTo(ExitCode.FAILED);
        assertThat(without.out()).isEmpty();
        assertThat(without.err().strip())
                .contains("was made with the image model 'many-1@", "and 'touchstone-encoder-", "with --models")
                .endsWith("touchstone index --marks FILE --into " + index)
                .hasLineCount(1);

        CliRun with = scan("--models", own);
        assertThat(with.code()).as(with.err()).isZero();
        assertThat(with.out()).contains("\"mark\":\"1\"", "\"model\":\"many-1@");
    }

    @Test
    void indexOfAnotherModelIsNotScannedOrUpdatedWithAnOwnOne() {
        assertThat(run("index", "--marks", marks, "--into", index).code()).isZero();
        assertThat(scan("--models", own).err())
                .contains("was made with the image model 'touchstone-encoder-", "'many-1@");
        CliRun updated = run("index", "--marks", marks, "--into", index, "--update", "--models", own);
        assertThat(updated.code()).isEqualTo(ExitCode.FAILED);
        assertThat(updated.err().strip())
                .contains("was made with the image model 'touchstone-encoder-")
                .endsWith("touchstone index --marks FILE --into " + index);
    }

    @Test
    void textsAreScannedWithoutAnyModel() throws IOException {
        run("index", "--marks", marks, "--into", index, "--models", own);
        CliRun texts = scan("--no-images");
        assertThat(texts.code()).as(texts.err()).isZero();
    }

    @Test
    void variableNamesTheFolderToo() {
        Map<String, String> environment = Map.of("TOUCHSTONE_MODELS", own);
        String photo = folder.resolve("star.png").toString();
        CliRun found = runWith(environment, "search", "--marks", marks, "--image", photo, "--json");
        assertThat(found.code()).as(found.err()).isZero();
        assertThat(found.out()).contains("\"id\":\"1\"", "embedding");
        assertThat(runWith(environment, "models", "list").out()).contains("many-1");
        assertThat(runWith(environment, "doctor").out()).contains("Image model, encoder: many-1@");
    }

    @Test
    void cachedIndexIsMadeAgainForAnotherModel() {
        String photos = folder.resolve("photos").toString();
        assertThat(run("scan", "--marks", marks, photos).out()).contains("\"model\":\"touchstone-encoder-");
        assertThat(run("scan", "--marks", marks, photos, "--models", own).out()).contains("\"model\":\"many-1@");
    }

    @Test
    void folderThatIsNotThereIsWrongUsage() {
        String none = folder.resolve("none").toString();
        CliRun named = run("scan", "--marks", marks, folder.toString(), "--models", none);
        assertThat(named.code()).isEqualTo(ExitCode.USAGE);
        assertThat(named.err()).contains("--models: expected a folder with models, found none at '" + none + "'");
        CliRun variable = runWith(Map.of("TOUCHSTONE_MODELS", none), "models", "list");
        assertThat(variable.code()).isEqualTo(ExitCode.USAGE);
        assertThat(variable.err()).contains("TOUCHSTONE_MODELS: expected a folder");
    }
}
