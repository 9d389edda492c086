package org.touchstone.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTest {
    @Test
    void loadAsksForNothingAndWritesNothingAtHome(@TempDir Path home) throws Exception {
        // In a JVM of its own, without the properties that the build passes to tests: the code must set them itself.
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Duser.home=" + home,
                        "--enable-native-access=ALL-UNNAMED",
                        OfflineProbe.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).matches("vector of \\d+");
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.toList()).isEqualTo(List.of());
        }
    }
}
