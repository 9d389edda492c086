package org.touchstone.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.image.ImageEncoder;
import org.touchstone.image.Region;
import org.touchstone.image.RegionFinder;

/** Models as others export them. */
class OwnModelTest {
    private static final String ANY_LENGTH = "\"name\": \"mean\", \"dimension\": 3, \"normalised\": false";

    @TempDir
    private Path folder;

    private ModelStore own(String file, String input, String output) throws IOException {
        return ModelStore.in(TestModels.own(folder, "encoder", file, input, output));
    }

    private static float[] encode(ModelStore store, Color colour) throws IOException {
        try (ImageEncoder encoder = store.loadEncoder().orElseThrow()) {
            BufferedImage image = TestModels.plain(9, 9, colour, BufferedImage.TYPE_3BYTE_BGR);
            return encoder.encode(List.of(image, image, image))[2];
        }
    }

    @Test
    void outputIsTheNamedOneAndOfLengthOne() throws Exception {
        float[] vector = encode(own("many", "", ANY_LENGTH), new Color(255, 0, 255));
        assertThat(vector)
                .containsExactly(new float[] {(float) Math.sqrt(0.5), 0, (float) Math.sqrt(0.5)}, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"many, NCHW, RGB, 4, 1, 0", "many, NCHW, BGR, 0.8, 1, 2", "last, NHWC, RGB, 4, 1, 0"})
    void meanAndStdAreAppliedInTheOrderOfColour(
            String file, String layout, String colour, double first, double second, double third) throws Exception {
        String input = ", \"layout\": \"" + layout + "\", \"colour\": \"" + colour
                + "\", \"mean\": [0, 0.2, 0.2], \"std\": [0.25, 0.8, 0.4]";
        float[] vector = encode(own(file, input, ANY_LENGTH), new Color(255, 255, 51));
        double length = Math.sqrt(first * first + second * second + third * third);
        assertThat(vector[0]).isCloseTo((float) (first / length), within(1e-5f));
        assertThat(vector[1]).isCloseTo((float) (second / length), within(1e-5f));
        assertThat(vector[2]).isCloseTo((float) (third / length), within(1e-5f));
    }

    @Test
    void aModelThatSaysNothingStillGivesLengthOne() throws Exception {
        assertThat(encode(own("many", "", ANY_LENGTH), Color.BLACK))
                .containsExactly(new float[] {0.57735f, 0.57735f, 0.57735f}, within(1e-5f));
    }

    @Property(tries = 200)
    void channelsAreStretchedThenNormalised(
            @ForAll @IntRange(max = 255) int value,
            @ForAll @DoubleRange(min = -2, max = 2) double low,
            @ForAll @DoubleRange(min = 0.1, max = 300) double span,
            @ForAll @DoubleRange(min = -200, max = 200) double mean,
            @ForAll @DoubleRange(min = 0.01, max = 99) double std) {
        ModelManifest.Input input = new ModelManifest.Input(
                "x", 1, 1, "NCHW", low, low + span, "RGB", List.of(mean, 0.0, mean), List.of(std, 1.0, std));
        float[] tensor = PictureTranslator.tensor(input, List.of(new float[] {value, value, 0}));
        double stretched = low + value / 255.0 * span;
        assertThat((double) tensor[0]).isCloseTo((stretched - mean) / std, within(1e-2));
        assertThat((double) tensor[1]).isCloseTo(stretched, within(1e-3));
        assertThat((double) tensor[2]).isCloseTo((low - mean) / std, within(1e-2));
    }

    @Test
    void sideAndUnrelatedAreTheManifests() throws Exception {
        try (ImageEncoder encoder = own("many", "", ANY_LENGTH + ", \"unrelated\": 0.6")
                .loadEncoder()
                .orElseThrow()) {
            assertThat(encoder.side()).isEqualTo(8);
            assertThat(encoder.unrelated()).isEqualTo(0.6);
            assertThat(encoder.id()).startsWith("many-1@");
        }
    }

    @Test
    void missingOutputIsNamedWithThoseThatAreThere() throws Exception {
        ModelStore store = own("many", "", "\"name\": \"embedding\", \"dimension\": 3");
        assertThatThrownBy(store::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no output 'embedding' but 'tokens', 'mean'");
    }

    @Test
    void vectorsOfAnyLengthMustBeDeclared() throws Exception {
        ModelStore store = own("many", "", "\"name\": \"mean\", \"dimension\": 3");
        assertThatThrownBy(store::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("found 3 and length 0.0")
                .hasMessageContaining("\"normalised\": false");
    }

    @Test
    void wrongInputNameAndMoreInputsFail() throws Exception {
        assertThatThrownBy(own("many", ", \"name\": \"image\"", ANY_LENGTH)::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("expected a graph with the one input 'image', found 'pixels'");
        assertThatThrownBy(own("pair", "", "\"name\": \"both\", \"dimension\": 3")::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("found 'pixels', 'words'");
    }

    @Test
    void aBatchOfOneFails() throws Exception {
        assertThatThrownBy(own("single", "", ANY_LENGTH)::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("any number of them at once: export it with a first axis of any length");
    }

    @Test
    void regionsReplaceTheFinder() throws Exception {
        TestModels.own(folder, "regions", "corner", "", "\"name\": \"regions\", \"dimension\": 5");
        try (RegionFinder finder = ModelStore.in(folder).loadRegionFinder().orElseThrow()) {
            assertThat(finder.id()).startsWith("corner-1@");
            List<Region> found = finder.find(TestModels.plain(80, 80, Color.GRAY, BufferedImage.TYPE_3BYTE_BGR));
            assertThat(found)
                    .containsExactly(new Region(0, 0, 40, 40, found.get(0).score()));
            assertThat(found.get(0).score()).isCloseTo(0.9, within(1e-6));
        }
    }

    @Test
    void bothKindsStandInOneFolder() throws Exception {
        TestModels.own(folder.resolve("a"), "regions", "corner", "", "\"name\": \"regions\", \"dimension\": 5");
        TestModels.own(folder.resolve("b"), "encoder", "many", "", ANY_LENGTH);
        ModelStore store = ModelStore.in(folder);
        assertThat(store.first(ModelManifest.REGIONS).orElseThrow().manifest().id())
                .isEqualTo("corner-1");
        assertThat(store.first(ModelManifest.ENCODER).orElseThrow().manifest().id())
                .isEqualTo("many-1");
    }

    @Test
    void kindsAreNotTakenForEachOther() throws Exception {
        StoredModel regions = ModelStore.in(
                        TestModels.own(folder, "regions", "corner", "", "\"name\": \"regions\", \"dimension\": 5"))
                .first(ModelManifest.REGIONS)
                .orElseThrow();
        assertThatThrownBy(() -> DjlImageEncoder.load(regions, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
