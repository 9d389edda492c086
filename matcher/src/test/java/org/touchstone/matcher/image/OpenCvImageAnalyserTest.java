package org.touchstone.matcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.indexer.AnalysedImage;
import org.touchstone.indexer.ImageView;

class OpenCvImageAnalyserTest {
    private final OpenCvImageAnalyser plain = new OpenCvImageAnalyser(null);
    private final OpenCvImageAnalyser encoding = new OpenCvImageAnalyser(new MarkIndexes.EdgeEncoder());

    @Test
    void analyseMakesViewsAndAThumbnail() throws IOException {
        AnalysedImage analysed = plain.analyse(Drawings.mark(1));
        assertThat(analysed.views())
                .extracting(ImageView::variant)
                .startsWith("registered")
                .doesNotContain("reversed");
        ImageView registered = analysed.views().get(0);
        assertThat(registered.fingerprint()).hasSize(32);
        assertThat(registered.vector()).isEmpty();
        assertThat(Reference.unpack(registered.features()).features().count()).isGreaterThan(10);
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(analysed.thumbnail()));
        assertThat(Math.max(thumbnail.getWidth(), thumbnail.getHeight())).isEqualTo(160);
        assertThat(plain.model()).isEqualTo("none");
        assertThat(plain.dimension()).isZero();
    }

    @Test
    void analyseWithEncoderAddsVectorsAndTheReversedView() throws IOException {
        AnalysedImage analysed = encoding.analyse(Drawings.mark(1));
        assertThat(analysed.views()).extracting(ImageView::variant).startsWith("registered", "reversed");
        assertThat(analysed.views())
                .allSatisfy(view -> assertThat(view.vector()).hasSize(288));
        assertThat(encoding.model()).isEqualTo("edges");
        assertThat(encoding.dimension()).isEqualTo(288);
    }

    @Test
    void analyseTakesTheFigureOffItsTile() throws IOException {
        BufferedImage tile = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = Drawings.graphics(tile);
        g.setColor(new Color(90, 20, 140));
        g.fillRect(0, 0, 300, 300);
        g.setColor(Color.WHITE);
        g.drawRect(0, 0, 299, 299);
        g.fillOval(60, 40, 130, 130);
        g.fillRect(160, 120, 60, 140);
        g.dispose();
        assertThat(plain.analyse(tile).views())
                .extracting(ImageView::variant)
                .contains("light")
                .doesNotContain("silhouette");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,9000", "3000,2", "500,500"})
    void analyseTakesAnySize(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        assertThat(encoding.analyse(image).views()).isNotEmpty();
    }

    @Test
    void analyseNamesWhatIsNoImage(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("mark.png"), "not a picture");
        assertThatThrownBy(() -> plain.analyse(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> plain.analyse(folder.resolve("missing.png"))).isInstanceOf(IOException.class);
    }
}
