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
                "\"file\": \"tiny.onnx\" | \"file\": \"/etc/hosts\" | field file: expected the name of a file",
                "\"layout\": \"NCHW\"   | \"layout\": \"CHW\"       | field input.layout: expected 'NCHW' or 'NHWC'",
                "\"width\": 8           | \"width\": 99999          | field input.width: expected 1 to 2048",
                "\"width\": 8           | \"width\": \"8\"            | field input.width: expected a whole number, found '\"8\"'",
                "\"width\": 8           | \"width\": 8.5            | field input.width: expected a whole number",
                "\"width\": 8           | \"width\": 1e999999999    | field input.width: expected a whole number",
                "\"colour\": \"RGB\"    | \"colour\": \"grey\"      | field input.colour: expected 'RGB' or 'BGR'",
                "\"range\"              | \"reach\"                | field input.range: expected two rising numbers",
                "\"RGB\"                | \"RGB\", \"mean\": [1, 2]  | field input.mean: expected 3 numbers, found '[1.0, 2.0]'",
                "\"RGB\"                | \"RGB\", \"mean\": \"no\"  | field input.mean: expected 3 numbers",
                "\"RGB\"                | \"RGB\", \"mean\": [1, 2, \"3\"] | field input.mean: expected a list of numbers",
                "\"RGB\"                | \"RGB\", \"std\": [1, 0, 1] | field input.std: expected 3 numbers above 0",
                "\"RGB\"                | \"RGB\", \"std\": [1, 1, 1e999] | field input.std: expected 3 numbers above 0",
                "\"dimension\": 4       | \"dimension\": 4096       | field output.dimension: expected 1 to 1024",
                "\"dimension\": 4       | \"dimension\": 4, \"normalised\": 1 | field output.normalised: expected true or false",
                "\"dimension\": 4       | \"dimension\": 4, \"unrelated\": 1.0 | field output.unrelated: expected 0 to 0.95",
                "\"embedding\"          | \"\"                     | field output.name: expected the name of one of",
                "\"encoder\"            | \"regions\"              | field output.dimension: expected 5 for a model of regions",
                "Apache-2.0             | \\u001b[31m              | field licence: expected an SPDX identifier or a short name",
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
    void manifestSaysAllThatItMay() throws Exception {
        TestModels.own(
                folder,
                "encoder",
                "many",
                ", \"mean\": [0.48, 0.46, 0.41], \"std\": [0.27, 0.26, 0.28]",
                "\"name\": \"mean\", \"dimension\": 3, \"normalised\": false, \"unrelated\": 0.6");
        ModelManifest manifest =
                ModelStore.in(folder).first(ModelManifest.ENCODER).orElseThrow().manifest();
        assertThat(manifest.input())
                .isEqualTo(new ModelManifest.Input(
                        "pixels", 8, 8, "NCHW", 0, 1, "RGB", List.of(0.48, 0.46, 0.41), List.of(0.27, 0.26, 0.28)));
        assertThat(manifest.output()).isEqualTo(new ModelManifest.Output("mean", 3, false, 0.6));
        assertThat(manifest.licence()).isEqualTo("CC BY-NC 4.0");
    }

    @Test
    void manifestNeedsNoNewField() throws Exception {
        TestModels.tiny(folder);
        ModelManifest manifest =
                ModelStore.in(folder).first(ModelManifest.ENCODER).orElseThrow().manifest();
        assertThat(manifest.input().mean()).containsExactly(0.0, 0.0, 0.0);
        assertThat(manifest.input().std()).containsExactly(1.0, 1.0, 1.0);
        assertThat(manifest.output()).isEqualTo(new ModelManifest.Output("embedding", 4, true, 0));
    }

    @Test
    void hostileManifestsFail() throws Exception {
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, " ".repeat(2 << 20));
        assertThatThrownBy(() -> ModelStore.in(folder).list())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("expected at most 1048576 bytes");
        Files.writeString(manifest, "[".repeat(500_000));
        assertThatThrownBy(() -> ModelStore.in(folder).list())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("nesting depth");
        Files.writeString(manifest, "{\"kind\": \"" + "x".repeat(900_000) + "\\n\"}");
        assertThatThrownBy(() -> ModelStore.in(folder).list())
                .isInstanceOf(ModelException.class)
                .message()
                .hasSizeLessThan(folder.toString().length() + 300)
                .hasLineCount(1);
    }

    @Test
    void sizeIsTheFiles() throws Exception {
        StoredModel model = ModelStore.in(TestModels.tiny(folder))
                .first(ModelManifest.ENCODER)
                .orElseThrow();
        assertThat(model.size()).isEqualTo(Files.size(folder.resolve("tiny.onnx")));
    }

    @Test
    void bundledListNeedsNoFolder() throws Exception {
        List<StoredModel> models = ModelStore.bundled().list();
        assertThat(models)
                .allSatisfy(model -> assertThat(model.manifest().kind()).isIn("encoder", "regions"));
    }
}
