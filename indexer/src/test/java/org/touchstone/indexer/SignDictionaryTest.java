package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignView;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;

class SignDictionaryTest {
    @TempDir
    Path temp;

    private List<WordSign> find(SignView view, String key) throws IOException {
        Mark mark = new Mark(
                MarkFeature.WORD,
                "AURORIS",
                "",
                List.of("奥若丽"),
                List.of("Dawn Rose"),
                List.of("小奥"),
                List.of(),
                List.of());
        MarkIndexWriter.build(
                temp.resolve("index"),
                Registers.file(temp, "m.csv", Registration.of("A", mark), Registers.word("B", "AURORIS", "ended")),
                null,
                rejection -> {},
                n -> {});
        List<WordSign> found = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(temp.resolve("index"))) {
            SignDictionary signs = index.signs(LocalDate.of(2026, 1, 1));
            List<WordSign> all = new ArrayList<>();
            signs.forEach(all::add);
            assertThat(all).hasSize(6).allMatch(sign -> sign.registration().equals("A"));
            if (signs.mayHave(view, KeyHash.of(key))) {
                signs.cursor().find(view, key, 10, number -> found.add(signs.sign(number)));
            }
        }
        return found;
    }

    @Test
    void signsAreFoundInEveryViewWithTheirOrigin() throws IOException {
        assertThat(find(SignView.EXACT, "AURORIS")).singleElement().satisfies(sign -> {
            assertThat(sign.registration()).isEqualTo("A");
            assertThat(sign.origin()).isEqualTo(SignOrigin.TEXT);
        });
        assertThat(find(SignView.FOLDED, "auroris")).hasSize(1);
        assertThat(find(SignView.SKELETON, "aurorls")).hasSize(1);
        assertThat(find(SignView.SIMPLIFIED, "奥若丽"))
                .singleElement()
                .satisfies(sign -> assertThat(sign.origin()).isEqualTo(SignOrigin.TRANSLITERATION));
        assertThat(find(SignView.PINYIN, "xlaoao"))
                .singleElement()
                .satisfies(sign -> assertThat(sign.origin()).isEqualTo(SignOrigin.ALIAS));
        assertThat(find(SignView.NEAR, "auorls")).hasSize(1);
        assertThat(find(SignView.NEAR, "奥*")).isEmpty();
        assertThat(find(SignView.NEAR, "小*"))
                .singleElement()
                .satisfies(sign -> assertThat(sign.origin()).isEqualTo(SignOrigin.ALIAS));
        assertThat(find(SignView.SKELETON, "dawnrose"))
                .singleElement()
                .satisfies(sign -> assertThat(sign.origin()).isEqualTo(SignOrigin.TRANSLATION));
        assertThat(find(SignView.SKELETON, "rose"))
                .singleElement()
                .satisfies(sign -> assertThat(sign.origin()).isEqualTo(SignOrigin.ELEMENT));
        assertThat(find(SignView.SOUND, "LLS")).hasSize(1);
        assertThat(find(SignView.SOUND, "-L-L-S")).hasSize(1);
        assertThat(find(SignView.SOUND, "aoluoli")).isEmpty();
    }

    @Test
    void findGivesAtMostAsManyAsAskedFor() throws IOException {
        Registration[] many = new Registration[5];
        for (int i = 0; i < many.length; i++) {
            many[i] = Registers.word("M" + i, "NUVIMO", "registered");
        }
        MarkIndexWriter.build(
                temp.resolve("index"), Registers.file(temp, "m.csv", many), null, rejection -> {}, n -> {});
        try (MarkIndex index = MarkIndex.open(temp.resolve("index"))) {
            List<Integer> found = new ArrayList<>();
            index.signs().cursor().find(SignView.SKELETON, "nuvlmo", 3, found::add);
            assertThat(found).hasSize(3).isSorted();
        }
    }

    @Test
    void cursorGivesSignsInAnyOrder() throws IOException {
        String[] marks = {"NUVIMO", "努维莫", "AURORIS", "KRESTLYN"};
        Registration[] many = new Registration[marks.length];
        for (int i = 0; i < marks.length; i++) {
            many[i] = Registers.word("M" + i, marks[i], "registered");
        }
        MarkIndexWriter.build(
                temp.resolve("index"), Registers.file(temp, "m.csv", many), null, rejection -> {}, n -> {});
        try (MarkIndex index = MarkIndex.open(temp.resolve("index"))) {
            SignCursor cursor = index.signs().cursor();
            List<Integer> numbers = new ArrayList<>();
            index.signs().forEach(sign -> numbers.add(sign.number()));
            for (int i : new int[] {2, 0, 3, 3, 1, 2}) {
                assertThat(cursor.sign(numbers.get(i)).form()).isEqualTo(marks[i]);
                assertThat(cursor.sign(numbers.get(i)).registration()).isEqualTo("M" + i);
            }
        }
    }

    @Test
    void beginGivesTheSignsWithABeginningOrNoneWhenTheyAreMany() throws IOException {
        MarkIndexWriter.build(
                temp.resolve("index"),
                Registers.file(
                        temp,
                        "m.csv",
                        Registers.word("A", "NUVIMO", "registered"),
                        Registers.word("B", "NUVANDER", "registered"),
                        Registers.word("C", "AURORIS", "registered")),
                null,
                rejection -> {},
                n -> {});
        try (MarkIndex index = MarkIndex.open(temp.resolve("index"))) {
            SignDictionary signs = index.signs();
            List<String> found = new ArrayList<>();
            signs.cursor()
                    .begin(
                            SignView.SKELETON,
                            "nuv",
                            2,
                            number -> found.add(signs.sign(number).registration()));
            assertThat(found).containsExactly("B", "A");
            found.clear();
            signs.cursor()
                    .begin(
                            SignView.SKELETON,
                            "nuv",
                            1,
                            number -> found.add(signs.sign(number).registration()));
            assertThat(found).isEmpty();
            signs.cursor().begin(SignView.SKELETON, "zz", 9, number -> found.add("none"));
            assertThat(found).isEmpty();
        }
    }

    @Test
    void findGivesNothingForAKeyThatIsNotThere() throws IOException {
        assertThat(find(SignView.SKELETON, "nuvlmo")).isEmpty();
    }
}
