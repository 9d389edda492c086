package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void listOfFolderWithoutModelsFails() {
        CliRun run = CliRun.of("models", "list", "--models", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("expected a manifest.json in");
    }
}
