package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void commitReplaces() throws IOException {
        Path file = Files.writeString(folder.resolve("hits.jsonl"), "old");

        AtomicFile.write(file, "new".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(file).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("hits.jsonl");
    }

    @Test
    void closedWithoutCommitLeavesTheOld() throws IOException {
        Path file = Files.writeString(folder.resolve("hits.jsonl"), "old");

        try (AtomicFile half = AtomicFile.create(file)) {
            half.stream().write('x');
        }

        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("hits.jsonl");
    }

    @Test
    void deviceIsRefusedAndStays() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device));

        assertThatThrownBy(() -> AtomicFile.write(device, new byte[] {'x'}))
                .isInstanceOf(IOException.class)
                .hasMessage("expected the name of a file to write, found a device or pipe: /dev/null");
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void folderIsRefused() {
        assertThatThrownBy(() -> AtomicFile.write(folder, new byte[] {'x'})).hasMessageContaining("found a folder");
    }

    @Test
    void linkStaysAndItsFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("hits.jsonl"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest"), file);

        AtomicFile.write(link, new byte[] {'x'});

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");
    }

    @Test
    void leftoverOfAKilledRunIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("hits.jsonl.part"), "half a file that is longer than the whole one");

        AtomicFile.write(folder.resolve("hits.jsonl"), new byte[] {'x'});

        assertThat(folder.resolve("hits.jsonl")).hasContent("x");
    }
}
