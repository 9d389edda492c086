package org.touchstone.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTest {
    /** With any of these in the environment, ONNX Runtime is silent of its own accord; continuous builds have CI. */
    private static final Set<String> SILENCERS =
            Set.of("ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "CI", "XDG_CACHE_HOME");

    @Test
    void loadAsksForNothingAndWritesNothingAtHome(@TempDir Path home) throws Exception {
        // In a JVM of its own, without the properties that the build passes to tests: the code must set them itself.
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Duser.home=" + home,
                        "--enable-native-access=ALL-UNNAMED",
                        OfflineProbe.class.getName())
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(SILENCERS);
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).matches("vector of \\d+");
        // ONNX Runtime's telemetry keeps its events in the cache folder, and a log in the temporary one.
        assertThat(Path.of("/tmp/mat-debug-" + process.pid() + ".log")).doesNotExist();
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.toList()).isEqualTo(List.of());
        }
    }
}
