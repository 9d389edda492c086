package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
                MarkFeature.WORD, "AURORIS", List.of("奥若丽"), List.of("Dawn Rose"), List.of("小奥"), List.of(), List.of());
        MarkIndexWriter.build(
                temp.resolve("index"),
                Registers.file(temp, "m.csv", Registration.of("A", mark), Registers.word("B", "AURORIS", "ended")),
                null,
                rejection -> {},
                n -> {});
        List<WordSign> found = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(temp.resolve("index"))) {
            SignDictionary signs = index.signs();
            assertThat(signs.count()).isEqualTo(4);
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
        assertThat(find(SignView.GRAM, "rse")).isEmpty();
        assertThat(find(SignView.GRAM, "ros"))
                .singleElement()
                .satisfies(sign -> assertThat(sign.origin()).isEqualTo(SignOrigin.TRANSLATION));
        assertThat(find(SignView.SOUND, "ARRS")).hasSize(1);
    }

    @Test
    void findGivesNothingForAKeyThatIsNotThere() throws IOException {
        assertThat(find(SignView.SKELETON, "nuvlmo")).isEmpty();
    }
}
