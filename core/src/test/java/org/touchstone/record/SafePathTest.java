package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
    @TempDir
    private Path outside;

    @Test
    void withinFolder() throws IOException, FieldException {
        Path folder = Files.createDirectories(outside.resolve("list/img")).getParent();
        Path image = Files.writeString(folder.resolve("img/一.png"), "x");

        assertThat(SafePath.within(folder, "images", "img/../img/一.png")).isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "../../etc/passwd",
                "/etc/passwd",
                "img/../../secret",
                "missing.png",
                "\0",
                "https://shop.example/1.png",
                "."
            })
    void outsideOrMissingIsRefused(String path) throws IOException {
        Path folder = Files.createDirectories(outside.resolve("list"));
        Files.writeString(outside.resolve("secret"), "x");

        assertThatExceptionOfType(FieldException.class).isThrownBy(() -> SafePath.within(folder, "images", path));
    }

    @Test
    void linkOutOfFolderIsRefused() throws IOException {
        Path folder = Files.createDirectories(outside.resolve("list"));
        Path secret = Files.writeString(outside.resolve("secret"), "x");
        Files.createSymbolicLink(folder.resolve("link.png"), secret);

        assertThatExceptionOfType(FieldException.class)
                .isThrownBy(() -> SafePath.within(folder, "images", "link.png"))
                .withMessageContaining("link out of it");
    }
}
