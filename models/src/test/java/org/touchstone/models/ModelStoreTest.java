package org.touchstone.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelStoreTest {
    @TempDir
    private Path folder;

    @Test
    void bundledEncoderIsWhole() throws Exception {
        StoredModel model = ModelStore.bundled().first(ModelManifest.ENCODER).orElseThrow();
        assertThat(model.location()).isEqualTo("bundled");
        assertThat(model.manifest().licence()).isEqualTo("Apache-2.0");
        assertThat(model.content()).isNotEmpty();
    }

    @Test
    void listPrefersUsersModels() throws Exception {
        Files.createDirectories(folder.resolve("a"));
        TestModels.tiny(folder.resolve("a"));
        ModelStore store = ModelStore.in(folder);
        assertThat(store.list().get(0).manifest().id()).isEqualTo("tiny-1");
        assertThat(store.first(ModelManifest.ENCODER).orElseThrow().location())
                .contains(folder.resolve("a").toString());
        assertThat(store.list()).hasSizeGreaterThan(1);
    }

    @Test
    void contentAlteredFails() throws Exception {
        Path file = TestModels.tiny(folder).resolve("tiny.onnx");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        StoredModel model = ModelStore.in(folder).first(ModelManifest.ENCODER).orElseThrow();
        assertThatThrownBy(model::content)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("expected sha256 " + model.manifest().sha256() + ", found ")
                .hasMessageContaining("put the original back");
    }

    @Test
    void contentMissingFails() throws Exception {
        Files.delete(TestModels.tiny(folder).resolve("tiny.onnx"));
        StoredModel model = ModelStore.in(folder).first(ModelManifest.ENCODER).orElseThrow();
        assertThatThrownBy(model::content)
                .hasMessageContaining("expected the model file")
                .hasMessageContaining("found none");
    }

    @Test
    void listOfNoModelsFails() {
        assertThatThrownBy(() -> ModelStore.in(folder).list()).hasMessageContaining("expected a manifest.json in");
        assertThatThrownBy(() -> ModelStore.in(folder.resolve("none")).list())
                .hasMessageContaining("expected a folder with models");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"kind\": \"encoder\"  | \"kind\": \"virus\"       | field kind: expected 'encoder' or 'regions', found 'virus'",
                "\"file\": \"tiny.onnx\" | \"file\": \"../x.onnx\"  | field file: expected the name of a file",
                "\"layout\": \"NCHW\"   | \"layout\": \"NHWC\"      | field input.layout: expected 'NCHW'",
                "\"width\": 8           | \"width\": 99999          | field input.width: expected 1 to 2048",
                "\"sha256\"             | \"sha\"                   | field sha256: expected a text",
                "\"id\": \"tiny-1\"     | \"id\": 7                 | field id: expected a text, found '7'",
                "{                      | [                         | expected a JSON object, found broken JSON",
            })
    void listOfBrokenManifestFails(String text, String other, String expected) throws Exception {
        TestModels.tinyWith(folder, text, other);
        assertThatThrownBy(() -> ModelStore.in(folder).list())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("manifest.json")
                .hasMessageContaining(expected);
    }

    @Test
    void bundledListNeedsNoFolder() throws Exception {
        List<StoredModel> models = ModelStore.bundled().list();
        assertThat(models)
                .allSatisfy(model -> assertThat(model.manifest().kind()).isIn("encoder", "regions"));
    }
}
