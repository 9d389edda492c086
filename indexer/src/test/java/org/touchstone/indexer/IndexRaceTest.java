package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.Registration;

class IndexRaceTest {
    @TempDir
    Path temp;

    @Test
    void readersOpenTheOldIndexOrTheNewOneWhileAWriterSwaps() throws Exception {
        Path dir = temp.resolve("index");
        MarkIndexWriter.build(
                dir, Registers.file(temp, "f", Registration.word("A", "Quillon")), null, rejection -> {}, n -> {});
        AtomicBoolean done = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Long> opened = threads.submit(() -> {
                long count = 0;
                while (!done.get()) {
                    try (MarkIndex index = MarkIndex.open(dir)) {
                        assertThat(index.info().registrations()).isOne();
                        count++;
                    }
                }
                return count;
            });
            try (IndexFolder folder = IndexFolder.lock(dir)) {
                for (int i = 0; i < 300 && !opened.isDone(); i++) {
                    swap(folder, IndexFolder.current(dir));
                }
            } finally {
                done.set(true);
            }
            assertThat(opened.get()).isPositive();
        }
    }

    private static void swap(IndexFolder folder, Path before) throws IOException {
        Path build = folder.begin();
        try (Stream<Path> files = Files.list(before)) {
            for (Path file : files.toList()) {
                Files.copy(file, build.resolve(file.getFileName()));
            }
        }
        folder.swapIn(build);
    }
}
