package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.Registration;
import org.touchstone.record.Rejection;

class MarkIndexTest {
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

    @Test
    void registrationComesBackAsItWentIn() throws IOException {
        Registration auroris = Registers.word("A1", "AURORIS", "registered");
        build(null, auroris, Registers.word("A2", "奥若丽", "registered"));
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.registration("A1")).contains(auroris);
            assertThat(index.registration("A3")).isEmpty();
        }
    }

    @Test
    void forEachGivesAllInTheirOrder() throws IOException {
        build(null, Registers.word("B", "NUVIMO", "registered"), Registers.word("A", "AURORIS", "expired"));
        List<String> ids = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(dir)) {
            index.forEach(registration -> ids.add(registration.id()));
        }
        assertThat(ids).containsExactly("B", "A");
    }

    @Test
    void infoCountsWhatIsInForceAndWhatIsNot() throws IOException {
        Files.write(source.resolve("a.png"), new byte[] {2, 7});
        build(new FakeAnalyser(), Registers.image("A", "AURORIS", "a.png"), Registers.word("B", "NUVIMO", "expired"));
        try (MarkIndex index = MarkIndex.open(dir)) {
            IndexInfo info = index.info();
            assertThat(info.registrations()).isEqualTo(2);
            assertThat(info.ended()).isEqualTo(1);
            assertThat(info.signs()).isEqualTo(2);
            assertThat(info.images()).isEqualTo(1);
            assertThat(info.views()).isEqualTo(2);
            assertThat(info.imageAnalyser()).isEqualTo("fake-1");
            assertThat(info.fingerprint()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void viewsAndThumbnailsComeBack() throws IOException {
        Files.write(source.resolve("a.png"), new byte[] {2, 7});
        Files.write(source.resolve("b.png"), new byte[] {3, 8});
        build(new FakeAnalyser(), Registers.image("A", "", "a.png"), Registers.image("B", "", "b.png"));
        try (MarkIndex index = MarkIndex.open(dir, new FakeAnalyser())) {
            assertThat(index.views().count()).isEqualTo(4);
            StoredView view = index.views().view(2);
            assertThat(view.registration()).isEqualTo("B");
            assertThat(view.image()).isEqualTo("b.png");
            assertThat(view.view().variant()).isEqualTo("registered");
            assertThat(view.view().features()).containsExactly(3, 8);
            assertThat(view.view().fingerprint()[0]).isEqualTo((byte) 3);
            assertThat(view.view().vector()).containsExactly(0, 0, 0, 1);
            assertThat(index.thumbnail("A", "a.png")).hasValue(new byte[] {2, 7});
            assertThat(index.thumbnail("A", "b.png")).isEmpty();
            List<Neighbour> nearest = index.views().nearest(new float[] {0, 0, 1, 0}, 2, all(index));
            assertThat(nearest).extracting(Neighbour::view).containsExactlyInAnyOrder(0, 1);
            assertThat(nearest.get(0).cosine()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    private static ViewSet all(MarkIndex index) {
        return index.views().among(MarkFilter.ALL);
    }

    @Test
    void nearestKeepsToTheMarksAskedFor() throws IOException {
        List<Registration> marks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Files.write(source.resolve(i + ".png"), new byte[] {2});
            Registration mark = Registers.image("M" + i, "", i + ".png");
            String office = i % 2 == 0 ? "CN" : "US";
            List<Integer> classes = i < 3 ? List.of(9, 25) : i < 5 ? List.of(25) : List.of();
            marks.add(mark.change()
                    .office(office)
                    .number(mark.id())
                    .niceClasses(classes)
                    .build());
        }
        build(new FakeAnalyser(), marks.toArray(Registration[]::new));
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(found(index, Set.of(), Set.of())).isEqualTo("M0 M1 M2 M3 M4 M5");
            assertThat(found(index, Set.of("cn"), Set.of())).isEqualTo("M0 M2 M4");
            assertThat(found(index, Set.of(), Set.of(9))).isEqualTo("M0 M1 M2");
            assertThat(found(index, Set.of("US"), Set.of(25))).isEqualTo("M1 M3");
            assertThat(found(index, Set.of("CN", "US"), Set.of(9, 25))).isEqualTo("M0 M1 M2 M3 M4");
            assertThat(found(index, Set.of("EM"), Set.of())).isEmpty();
        }
    }

    private static String found(MarkIndex index, Set<String> offices, Set<Integer> classes) {
        ViewSet wanted = index.views().among(new MarkFilter(offices, classes, null));
        List<Neighbour> found = index.views().nearest(new float[] {0, 0, 1, 0}, 20, wanted);
        assertThat(found).hasSize(wanted.count()).allMatch(neighbour -> wanted.contains(neighbour.view()));
        return found.stream()
                .map(neighbour -> index.views().view(neighbour.view()).registration())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void analyserWithoutModelLeavesVectorsOut() throws IOException {
        Files.write(source.resolve("a.png"), new byte[] {2});
        build(new FakeAnalyser("fake-1", "none", 0), Registers.image("A", "", "a.png"));
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.views().view(0).view().vector()).isEmpty();
            assertThat(index.views().nearest(new float[] {1, 0, 0, 0}, 5, all(index)))
                    .isEmpty();
        }
    }

    @Test
    void openRefusesAnotherAnalyser() throws IOException {
        build(new FakeAnalyser(), Registers.word("A", "AURORIS", "registered"));
        assertThatThrownBy(() -> MarkIndex.open(dir, new FakeAnalyser("fake-2", "model-1", 4)))
                .isInstanceOf(IndexMismatchException.class)
                .hasMessageContaining("fake-2")
                .hasMessageEndingWith("touchstone index --marks FILE --into " + dir);
        assertThatThrownBy(() -> MarkIndex.open(dir, new FakeAnalyser("fake-1", "model-2", 4)))
                .isInstanceOf(IndexMismatchException.class)
                .hasMessageContaining("model-2");
    }

    @Test
    void openOfNothingNamesTheCommand() {
        assertThatThrownBy(() -> MarkIndex.open(dir))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("touchstone index --marks FILE");
    }

    @Test
    void emptyRegisterMakesAnEmptyIndex() throws IOException {
        build(null);
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.info().registrations()).isZero();
            assertThat(index.registration("A")).isEmpty();
            assertThat(index.views().count()).isZero();
            assertThat(index.views().nearest(new float[] {1}, 3, all(index))).isEmpty();
            assertThat(index.thumbnail("A", "a.png")).isEmpty();
        }
    }
}
