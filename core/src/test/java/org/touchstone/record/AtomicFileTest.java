package org.touchstone.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void leftoverOfAKilledRunIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("hits.jsonl.part"), "half a file that is longer than the whole one");

        AtomicFile.write(folder.resolve("hits.jsonl"), new byte[] {'x'});

        assertThat(folder.resolve("hits.jsonl")).hasContent("x");
    }
}
