package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.indexer.sign.SignView;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.register.RegisterRecord;

class MarkIndexWriterTest {
    @TempDir
    Path temp;

    private Path dir;
    private Path source;
    private final List<Rejection> rejections = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        dir = temp.resolve("index");
        source = Files.createDirectory(temp.resolve("register"));
    }

    private IndexReport build(ImageAnalyser analyser, Registration... registrations) throws IOException {
        return MarkIndexWriter.build(
                dir, Registers.file(source, "marks.csv", registrations), analyser, rejections::add, n -> {});
    }

    private IndexReport update(ImageAnalyser analyser, Registration... registrations) throws IOException {
        return MarkIndexWriter.update(
                dir, Registers.file(source, "later.csv", registrations), analyser, rejections::add, n -> {});
    }

    private String textOf(String id) throws IOException {
        try (MarkIndex index = MarkIndex.open(dir)) {
            return index.registration(id).orElseThrow().mark().text();
        }
    }

    private List<Path> builds() throws IOException {
        try (Stream<Path> list = Files.list(dir)) {
            return list.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void repeatedIdInOneFileIsRejectedByName() throws IOException {
        IndexReport report =
                build(null, Registers.word("A", "AURORIS", "registered"), Registers.word("A", "NUVIMO", "registered"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(2);
            assertThat(rejection.reason()).contains("'A'");
        });
        assertThat(textOf("A")).isEqualTo("AURORIS");
    }

    @Test
    void repeatedIdInALaterFileReplacesTheEarlier() throws IOException {
        List<RegisterRecord> both = new ArrayList<>();
        Registers.file(source, "a.csv", Registers.word("A", "AURORIS", "registered"))
                .forEachRemaining(both::add);
        Registers.file(source, "b.csv", Registers.word("A", "NUVIMO", "registered"))
                .forEachRemaining(both::add);
        IndexReport report = MarkIndexWriter.build(dir, both.iterator(), null, rejections::add, n -> {});
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(rejections).isEmpty();
        assertThat(textOf("A")).isEqualTo("NUVIMO");
    }

    @Test
    void updateTellsAddedChangedEndedAndLeavesTheRestAlone() throws IOException {
        build(
                null,
                Registers.word("A", "AURORIS", "registered"),
                Registers.word("B", "NUVIMO", "registered"),
                Registers.word("C", "KESTREL", "registered"));
        IndexReport report = update(
                null,
                Registers.word("A", "AURORIS", "registered"),
                Registers.word("B", "NUVIMO", "expired"),
                Registers.word("D", "SHANYIN", "registered"));
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.ended()).isEqualTo(1);
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.info().registrations()).isEqualTo(4);
            assertThat(index.info().ended()).isEqualTo(1);
            assertThat(index.info().signs()).isEqualTo(4);
            assertThat(numbers(index, "nuvlmo")).isEmpty();
            assertThat(numbers(index, "shanyln")).hasSize(1);
        }
    }

    private static List<Integer> numbers(MarkIndex index, String skeleton) {
        List<Integer> numbers = new ArrayList<>();
        index.signs(LocalDate.of(2026, 1, 1)).cursor().find(SignView.SKELETON, skeleton, 10, numbers::add);
        return numbers;
    }

    @Test
    void updatedIndexEqualsOneBuiltAnew() throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"), Registers.word("B", "NUVIMO", "registered"));
        update(null, Registers.word("B", "NUVIMO PLUS", "registered"));
        String updated = MarkIndex.verify(dir).fingerprint();
        build(null, Registers.word("B", "NUVIMO PLUS", "registered"), Registers.word("A", "AURORIS", "registered"));
        assertThat(MarkIndex.verify(dir).fingerprint()).isEqualTo(updated);
    }

    @Test
    void fingerprintCountsTheImagesBytes() throws IOException {
        Files.write(source.resolve("a.png"), new byte[] {1});
        build(new FakeAnalyser(), Registers.image("A", "", "a.png"));
        String before = MarkIndex.verify(dir).fingerprint();
        Files.write(source.resolve("a.png"), new byte[] {2});
        IndexReport report = update(new FakeAnalyser(), Registers.image("A", "", "a.png"));
        assertThat(report.changed()).isEqualTo(1);
        assertThat(MarkIndex.verify(dir).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void updateWithoutAnIndexBuildsOne() throws IOException {
        assertThat(update(null, Registers.word("A", "AURORIS", "registered")).added())
                .isEqualTo(1);
    }

    @Test
    void updateRefusesAnotherImageModel() throws IOException {
        build(new FakeAnalyser(), Registers.word("A", "AURORIS", "registered"));
        assertThatThrownBy(() -> update(new FakeAnalyser("fake-1", "model-2", 4)))
                .isInstanceOf(IndexMismatchException.class);
        assertThatThrownBy(() -> update(null)).isInstanceOf(IndexMismatchException.class);
    }

    @Test
    void unreadableImageIsRejectedAndTheMarkStays() throws IOException {
        Files.writeString(source.resolve("a.png"), "broken");
        IndexReport report = build(
                new FakeAnalyser(),
                Registers.image("A", "AURORIS", "a.png"),
                Registers.image("B", "", "a.png"),
                Registers.image("C", "NUVIMO", "../../etc/passwd"));
        assertThat(report.added()).isEqualTo(3);
        assertThat(rejections).extracting(Rejection::reason).anyMatch(reason -> reason.contains("not an image"));
        assertThat(rejections).extracting(Rejection::reason).anyMatch(reason -> reason.contains("within its folder"));
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.registration("A")).isPresent();
            assertThat(index.registration("B")).isPresent();
            assertThat(index.views().count()).isZero();
        }
    }

    @Test
    void leftoversOfAKilledBuildAreSweptByTheNext() throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"));
        Path half = Files.createDirectory(dir.resolve("build-77"));
        Files.writeString(half.resolve("_0.cfs"), "half a segment");
        Files.writeString(dir.resolve("current.part"), "build-7");
        assertThat(textOf("A")).isEqualTo("AURORIS");
        build(null, Registers.word("A", "NUVIMO", "registered"));
        assertThat(textOf("A")).isEqualTo("NUVIMO");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void failingBuildLeavesTheOldIndex() throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"));
        Iterator<Located<Registration>> failing = new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Located<Registration> next() {
                if (given++ > 3) {
                    throw new java.io.UncheckedIOException(new IOException("disk gone"));
                }
                return new Located<>(Registers.word("N" + given, "NUVIMO", "registered"), "x.csv", source, given);
            }
        };
        assertThatThrownBy(
                        () -> MarkIndexWriter.build(dir, RegisterRecord.all(failing), null, rejections::add, n -> {}))
                .hasMessageContaining("disk gone");
        assertThat(textOf("A")).isEqualTo("AURORIS");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void damagedPointerIsRefusedAndMendedByTheNextBuild() throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"));
        Files.writeString(dir.resolve("current"), "../../elsewhere");
        assertThatThrownBy(() -> MarkIndex.open(dir))
                .isInstanceOf(IndexMismatchException.class)
                .hasMessageEndingWith("touchstone index --marks FILE --into " + dir);
        build(null, Registers.word("A", "NUVIMO", "registered"));
        assertThat(textOf("A")).isEqualTo("NUVIMO");
    }

    @ParameterizedTest
    @ValueSource(strings = {Sieve.NAME, FeatureDictionary.NAME})
    void damagedFilesAreRefused(String file) throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"));
        Path build = builds().get(0);
        Files.write(build.resolve(file), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> MarkIndex.open(dir))
                .isInstanceOf(IndexMismatchException.class)
                .hasMessageEndingWith("touchstone index --marks FILE --into " + dir);
    }

    @Test
    void indexOfAnotherVersionIsRefusedWithTheCommand() throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"));
        Map<String, String> said = MarkIndex.verify(dir).toCommit();
        said.put("analyser", "0");
        try (Directory directory = FSDirectory.open(builds().get(0));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(said.entrySet());
            writer.commit();
        }
        assertThatThrownBy(() -> MarkIndex.open(dir))
                .isInstanceOf(IndexMismatchException.class)
                .hasMessageContaining("text analyser")
                .hasMessageEndingWith("touchstone index --marks FILE --into " + dir);
    }

    @Test
    void secondWriterIsKeptOut() throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"));
        try (IndexFolder held = IndexFolder.lock(dir)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> build(null, Registers.word("A", "NUVIMO", "registered")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process");
        }
        assertThat(textOf("A")).isEqualTo("AURORIS");
    }

    @Test
    void folderWithSomebodysFilesIsRefused() throws IOException {
        Files.createDirectories(dir);
        Files.writeString(dir.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> build(null, Registers.word("A", "AURORIS", "registered")))
                .hasMessageContaining("thesis.txt");
        assertThat(dir.resolve("thesis.txt")).exists();
    }

    @Test
    void openIndexStaysAsItWasWhenAnotherIsPutInForce() throws IOException {
        build(null, Registers.word("A", "AURORIS", "registered"));
        try (MarkIndex before = MarkIndex.open(dir)) {
            build(null, Registers.word("A", "NUVIMO", "registered"));
            assertThat(before.registration("A").orElseThrow().mark().text()).isEqualTo("AURORIS");
        }
        assertThat(textOf("A")).isEqualTo("NUVIMO");
    }

    @Test
    void manyRegistrationsKeepTheirOrder() throws IOException {
        Registration[] many = new Registration[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = Registers.word("N" + i, "NUVIMO " + i, "registered");
        }
        build(null, many);
        List<String> ids = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(dir)) {
            index.forEach(registration -> ids.add(registration.id()));
        }
        assertThat(ids).startsWith("N0", "N1", "N2").endsWith("N499").hasSize(500);
    }
}
