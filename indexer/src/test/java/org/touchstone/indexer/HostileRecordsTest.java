package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.record.Rejection;

/** Whatever a record holds, the run goes on, and the record beside it is found. */
@Timeout(60)
class HostileRecordsTest {
    @TempDir
    Path temp;

    private Path dir;
    private int runs;
    private final List<Rejection> rejections = new ArrayList<>();

    @BeforeEach
    void makeFolder() {
        dir = temp.resolve("index");
    }

    private IndexReport index(Registration... registrations) throws IOException {
        return MarkIndexWriter.update(
                dir, Registers.file(temp, "f" + runs++, registrations), new FakeAnalyser(), rejections::add, n -> {});
    }

    private void hasAll(Registration... registrations) throws IOException {
        index(registrations);
        try (MarkIndex index = MarkIndex.open(dir)) {
            for (Registration one : registrations) {
                assertThat(index.registration(one.id())).contains(one);
            }
        }
    }

    private static Registration registration(String id, Mark mark) {
        return Registration.of(id, mark);
    }

    private static Mark mark(String text, List<String> aliases, List<String> images, List<String> codes) {
        return new Mark(MarkFeature.COMBINED, text, "", List.of(), List.of(), aliases, images, codes);
    }

    @Test
    void aVeryLongOffice() throws IOException {
        Files.writeString(temp.resolve("a.png"), "image");
        hasAll(
                Registers.image("A", "", "a.png")
                        .change()
                        .office("o".repeat(100_000))
                        .number("7".repeat(100_000))
                        .build(),
                Registration.word("B", "Quillon"));
    }

    @Test
    void aVeryLongPathOfAnImage() throws IOException {
        Files.writeString(temp.resolve("a.png"), "image");
        hasAll(Registers.image("A", "Brindle", "./".repeat(50_000) + "a.png"), Registration.word("B", "Quillon"));
    }

    @Test
    void aVeryLongText() throws IOException {
        hasAll(Registration.word("A", "quillon ".repeat(100_000)), Registration.word("B", "Quillon"));
    }

    @Test
    void aCodeOfManyParts() throws IOException {
        hasAll(
                registration("A", mark("Brindle", List.of(), List.of(), List.of("1.".repeat(500_000)))),
                Registration.word("B", "Quillon"));
    }

    @Test
    void moreNamesThanAnybodyUses() throws IOException {
        List<String> aliases = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            aliases.add("Quillon " + i);
        }
        hasAll(registration("A", mark("Brindle", aliases, List.of(), List.of())), Registration.word("B", "Quillon"));
        assertThat(rejections)
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("1000"));
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.info().signs()).isLessThan(3000);
        }
    }

    @Test
    void idsThatTheIndexCannotTellApart() throws IOException {
        index(Registration.word("A\ud83d", "Quillon"), Registration.word("A\ufffd", "Brindle"));
        index(Registration.word("A\ufffd", "Carrowmere"));
        assertThat(rejections)
                .singleElement()
                .satisfies(one -> assertThat(one.field()).isEqualTo("id"));
        assertThat(MarkIndex.verify(dir).registrations()).isOne();
    }

    @Test
    void anImageNamedManyTimes() throws IOException {
        hasAll(
                registration("A", mark("Brindle", List.of(), Collections.nCopies(100_000, "none.png"), List.of())),
                Registration.word("B", "Quillon"));
    }
}
