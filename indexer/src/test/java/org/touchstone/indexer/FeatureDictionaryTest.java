package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.mark.Registration;

class FeatureDictionaryTest {
    @TempDir
    Path temp;

    private Path index() {
        return temp.resolve("index");
    }

    private Registration mark(String id, String seen) throws IOException {
        Files.writeString(temp.resolve(seen), seen);
        return Registers.image(id, "", seen);
    }

    private void build(Registration... marks) throws IOException {
        MarkIndexWriter.update(
                index(), Registers.file(temp, "m.csv", marks), new FakeAnalyser(), rejection -> {}, n -> {});
    }

    /** What is found for each letter of the English alphabet: whose it is and at which place. */
    private static String found(FeatureDictionary features, ViewDictionary views) {
        FeatureCursor cursor = features.cursor();
        List<String> found = new ArrayList<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            int count = cursor.read(FakeAnalyser.words(String.valueOf(letter).getBytes(StandardCharsets.UTF_8))
                    .words()[0]);
            for (int i = 0; i < count; i++) {
                int place = -5 - cursor.place(i);
                assertThat(cursor.signature(i)).isEqualTo(-1L - place);
                found.add(letter + views.view(cursor.view(i)).registration() + place);
            }
        }
        return String.join(" ", found);
    }

    private String found() throws IOException {
        try (MarkIndex index = MarkIndex.open(index())) {
            return found(index.features(), index.views());
        }
    }

    @Test
    void featuresAreFoundByTheirWords() throws IOException {
        build(mark("A", "bat"), mark("B", "tab"));
        assertThat(found()).isEqualTo("aA1 aB1 bA0 bB2 tA2 tB0");
    }

    @Test
    void updateForgetsTheFeaturesOfWhatWasReplaced() throws IOException {
        build(mark("A", "bat"), mark("B", "tab"));
        build(mark("A", "zoo"));
        assertThat(found()).isEqualTo("aB1 bB2 oA1 oA2 tB0 zA0");
    }

    @Test
    void indexWithoutImagesHasNone() throws IOException {
        MarkIndexWriter.build(
                index(),
                Registers.file(temp, "m.csv", Registers.word("A", "AURORIS", "registered")),
                null,
                rejection -> {},
                n -> {});
        try (MarkIndex index = MarkIndex.open(index())) {
            assertThat(index.features().count()).isZero();
            assertThat(index.features().cursor().read(7)).isZero();
        }
    }

    @Test
    void whatIsWrittenInManyPartsIsTheSame() throws IOException {
        build(mark("A", "bat"), mark("B", "tab"), mark("C", "abba"), mark("D", "ttt"));
        String whole = found();
        try (MarkIndex index = MarkIndex.open(index());
                Directory parts = new ByteBuffersDirectory();
                Directory lucene = FSDirectory.open(IndexFolder.current(index()));
                DirectoryReader reader = DirectoryReader.open(lucene)) {
            FeatureDictionary.write(parts, Segment.ofViews(Segment.of(reader)), 2);
            FeatureDictionary.verify(parts);
            try (FeatureDictionary features = FeatureDictionary.open(parts)) {
                assertThat(found(features, index.views())).isEqualTo(whole);
            }
        }
    }

    @Test
    void countThatFallsIsRefused() throws IOException {
        build(mark("A", "bat"));
        Path file = IndexFolder.current(index()).resolve(FeatureDictionary.NAME);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(file, bytes);
        assertThatThrownBy(() -> MarkIndex.open(index()))
                .isInstanceOf(IndexMismatchException.class)
                .hasMessageContaining("damaged: " + FeatureDictionary.NAME);
    }

    @Test
    void flippedBitIsFoundByVerify() throws IOException {
        build(mark("A", "bat"));
        Path file = IndexFolder.current(index()).resolve(FeatureDictionary.NAME);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 30] ^= 4;
        Files.write(file, bytes);
        assertThatThrownBy(() -> MarkIndex.verify(index()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(FeatureDictionary.NAME);
    }
}
