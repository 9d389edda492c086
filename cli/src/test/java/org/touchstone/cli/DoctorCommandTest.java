package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    @Test
    void doctorFindsAllWell() {
        CliRun run =
                CliRun.of(Map.of("TOUCHSTONE_CACHE", folder.resolve("cache").toString()), "doctor");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains(
                        "Java, 21 or newer",
                        "OpenCV",
                        "Image model, encoder: touchstone-encoder",
                        "Image model, regions: ",
                        "none  Chromium");
        assertThat(run.out().lines()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void doctorWithoutUsableCacheFails() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        CliRun run = CliRun.of(Map.of("TOUCHSTONE_CACHE", file.toString()), "doctor", "--json");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out())
                .contains("{\"check\":\"cache\",\"state\":\"failed\"")
                .contains("{\"check\":\"java\",\"state\":\"good\"");
        assertThat(run.err()).contains("Failed checks: 1");
    }
}
