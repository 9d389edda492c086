package org.touchstone.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.image.ImageEncoder;

class DjlImageEncoderTest {
    @TempDir
    private Path folder;

    private ImageEncoder encoder;

    @BeforeEach
    void load() throws Exception {
        encoder = ModelStore.in(TestModels.tiny(folder)).loadEncoder().orElseThrow();
    }

    @AfterEach
    void close() {
        encoder.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
    void encodeMeanColour(int type) {
        float[] vector = encoder.encode(List.of(TestModels.plain(50, 30, new Color(255, 51, 0), type)))[0];
        double length = Math.sqrt(1 + 0.04 + 0 + 1);
        assertThat(vector).hasSize(4);
        assertThat(vector[0]).isCloseTo((float) (1 / length), within(1e-5f));
        assertThat(vector[1]).isCloseTo((float) (0.2 / length), within(1e-5f));
        assertThat(vector[2]).isCloseTo(0, within(1e-5f));
        assertThat(vector[3]).isCloseTo((float) (1 / length), within(1e-5f));
    }

    @Test
    void encodeKeepsOrderThroughSeveralBatches() {
        List<BufferedImage> images = new ArrayList<>();
        for (int i = 0; i < 2 * DjlImageEncoder.BATCH + 3; i++) {
            images.add(TestModels.plain(1 + i, 3, new Color(3 * i, 0, 0), BufferedImage.TYPE_3BYTE_BGR));
        }
        float[][] vectors = encoder.encode(images);
        for (int i = 0; i < images.size(); i++) {
            assertThat(vectors[i][0] / vectors[i][3]).isCloseTo(3 * i / 255f, within(1e-5f));
        }
    }

    @Test
    void encodeNothing() {
        assertThat(encoder.encode(List.of())).isEmpty();
    }

    @Test
    void encodeTransparentOnWhite() {
        BufferedImage clear = new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB);
        assertThat(encoder.encode(List.of(clear))[0])
                .containsExactly(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, within(1e-5f));
    }

    @Test
    void encodeFromManyThreads() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<float[]>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Color colour = new Color(i, 0, 0);
                results.add(threads.submit(() ->
                        encoder.encode(List.of(TestModels.plain(9, 9, colour, BufferedImage.TYPE_3BYTE_BGR)))[0]));
            }
            for (int i = 0; i < results.size(); i++) {
                float[] vector = results.get(i).get();
                assertThat(vector[0] / vector[3]).isCloseTo(i / 255f, within(1e-5f));
            }
        }
    }

    @Test
    void idNamesWeights() {
        assertThat(encoder.id()).matches("tiny-1@[0-9a-f]{8}");
        assertThat(encoder.dimension()).isEqualTo(4);
    }

    /** ONNX Runtime 1.29 took the JVM down here, when the command line was long. */
    @Test
    void loadBundledOnSmallStack() throws Exception {
        FutureTask<Boolean> load = new FutureTask<>(() -> {
            try (ImageEncoder bundled = ModelStore.bundled().loadEncoder().orElseThrow()) {
                return bundled.dimension() > 0;
            }
        });
        new Thread(null, load, "small-stack", 512 << 10).start();
        assertThat(load.get()).isTrue();
    }

    @Test
    void loadWithWrongDimensionFails(@TempDir Path wrong) throws Exception {
        ModelStore store = ModelStore.in(TestModels.tinyWith(wrong, "\"dimension\": 4", "\"dimension\": 128"));
        assertThatThrownBy(store::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("expected vectors of 128 numbers and length 1, found 4 and length 1");
    }

    @Test
    void loadWithWrongInputFails(@TempDir Path wrong) throws Exception {
        ModelStore store = ModelStore.in(TestModels.tinyWith(wrong, "\"width\": 8", "\"width\": 16"));
        assertThatThrownBy(store::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("expected a model that takes Input[name=pixels, width=16");
    }

    @Test
    void loadOfWhatIsNoModelFails(@TempDir Path wrong) throws Exception {
        Path file = TestModels.tiny(wrong).resolve("tiny.onnx");
        Files.writeString(file, "no model");
        assertThatThrownBy(ModelStore.in(wrong)::loadEncoder).hasMessageContaining("expected sha256");
        String found =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        String manifest = Files.readString(wrong.resolve("manifest.json"));
        Files.writeString(
                wrong.resolve("manifest.json"),
                manifest.replaceAll("\"sha256\": \"\\w+\"", "\"sha256\": \"" + found + "\""));
        assertThatThrownBy(ModelStore.in(wrong)::loadEncoder)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("cannot be run");
    }
}
