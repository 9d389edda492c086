package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.models.ModelStore;
import org.touchstone.models.StoredModel;
import org.touchstone.record.Json;

class ModelsCommandTest {
    private static final String MANIFEST = """
            {"kind": "encoder", "id": "spoilt-1", "file": "spoilt.onnx",
             "input": {"name": "pixels", "width": 8, "height": 8, "layout": "NCHW", "range": [0, 255], "colour": "RGB"},
             "output": {"name": "embedding", "dimension": 4}, "licence": "Apache-2.0",
             "sha256": "0000000000000000000000000000000000000000000000000000000000000000"}
            """;

    @TempDir
    private Path folder;

    @Test
    void listShowsBundledModel() throws Exception {
        CliRun run = CliRun.of("models", "list", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode model = Json.mapper().readTree(run.out().lines().findFirst().orElseThrow());
        assertThat(model.path("kind").asText()).isEqualTo("encoder");
        assertThat(model.path("sha256").asText()).hasSize(64);
        assertThat(CliRun.of("models").out()).contains(model.path("model").asText());
    }

    @Test
    void verifyBundledModelIsWhole() {
        CliRun run = CliRun.of("models", "verify");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("whole, runs");
    }

    @Test
    void verifyAlteredModelFails() throws Exception {
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        Files.writeString(folder.resolve("spoilt.onnx"), "spoilt");
        CliRun run = CliRun.of("models", "verify", "--models", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("spoilt-1", "expected sha256 0000", "found ");
    }

    @Test
    void listSaysWhichModelsAreInUse() throws Exception {
        TinyModels.encoder(folder.resolve("a"));
        TinyModels.regions(folder.resolve("b"));
        CliRun run = CliRun.of("models", "list", "--models", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().toList().subList(0, 4))
                .satisfiesExactly(
                        heading -> assertThat(heading).matches("use +kind +model +input +output +licence +size +place"),
                        own -> assertThat(own)
                                .matches("in use +encoder +many-1 +8 x 8 RGB +3 +CC-BY-4.0 +0.0 MB +.*many.onnx"),
                        finder -> assertThat(finder).matches("in use +regions +corner-1 +8 x 8 RGB +5 .*corner.onnx"),
                        bundled -> assertThat(bundled).matches("- +encoder +touchstone-encoder-.* MB +bundled"));
        CliRun chinese = CliRun.of("--lang", "zh", "models", "list", "--models", folder.toString());
        assertThat(chinese.out()).contains("使用中", "种类");
        JsonNode json = Json.mapper()
                .readTree(CliRun.of("models", "--json", "--models", folder.toString())
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertThat(json.path("inUse").asBoolean()).isTrue();
        assertThat(json.path("bytes").asLong()).isEqualTo(Files.size(folder.resolve("a/many.onnx")));
        assertThat(json.path("output").asText()).isEqualTo("mean");
    }

    @Test
    void listOfMissingFileGoesOn() throws Exception {
        Files.delete(TinyModels.encoder(folder).resolve("many.onnx"));
        CliRun run = CliRun.of("models", "list", "--models", folder.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("no file", "bundled");
    }

    @Test
    void verifyTriesBothKindsAndMeasuresHowAlikeSignsAre() throws Exception {
        TinyModels.encoder(folder.resolve("a"));
        TinyModels.regions(folder.resolve("b"));
        CliRun run = CliRun.of("models", "verify", "--models", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("many-1@", "corner-1@", "touchstone-encoder-");
        assertThat(run.err()) // a mean colour tells little apart
                .contains("many-1@", "different signs have a mean cosine of 0.", "say in output \"unrelated\": 0.")
                .doesNotContain("touchstone-encoder-");
    }

    @Test
    void benchMeasuresBothKinds() throws Exception {
        TinyModels.encoder(folder.resolve("a"));
        TinyModels.regions(folder.resolve("b"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = CliRun.silent(Map.of(), out);
        List<StoredModel> own = ModelStore.in(folder).list().stream()
                .filter(model -> !model.location().equals("bundled"))
                .toList();
        new ModelBench(console, true, 1_000_000).run(own);
        int threads = Runtime.getRuntime().availableProcessors() > 1 ? 2 : 1;
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3 * threads); // a finder takes one picture at a time
        for (String line : lines) {
            JsonNode json = Json.mapper().readTree(line);
            assertThat(json.path("imagesPerSecond").asDouble()).isPositive();
            assertThat(json.path("milliseconds").asDouble()).isPositive();
            assertThat(json.path("coldLoad").asDouble()).isPositive();
        }
        out.reset();
        new ModelBench(console, false, 1_000_000).run(own);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1 + 3 * threads)
                .first()
                .asString()
                .matches("model +kind +threads +load, ms +batch +images/s +ms a batch");
    }

    @Test
    void listOfFolderWithoutModelsFails() {
        CliRun run = CliRun.of("models", "list", "--models", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("expected a manifest.json in");
    }
}
