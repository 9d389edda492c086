package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.touchstone.hit.Evidence;
import org.touchstone.matcher.Sighting;

class TextMatcherPropertyTest {
    private static final Fixture FIXTURE = fixture();

    private static Fixture fixture() {
        try {
            return new Fixture(Files.createTempDirectory("touchstone-text"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs and pieces of them among anything: halves of pairs, marks that hang, hidden ones, right to left, pictures. */
    @Provide
    Arbitrary<String> titles() {
        Arbitrary<String> any = Arbitraries.chars().all().map(String::valueOf);
        Arbitrary<String> points =
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
        Arbitrary<String> han = Arbitraries.chars().range('\u4e00', '\u9fff').map(String::valueOf);
        Arbitrary<String> latin = Arbitraries.chars().range('!', '~').map(String::valueOf);
        Arbitrary<String> odd = Arbitraries.of(
                "\u200b",
                "\u200d",
                "\u202e",
                "\u202c",
                "\u2066",
                "\u2069",
                "\u0336",
                "\u0301",
                "\ufe0f",
                "\u3099",
                "\ud835",
                "\udc0d",
                "\u0000",
                "\n",
                "👩\u200d🚀",
                "🇫🇮",
                "❤",
                "𝐍",
                "Ａ",
                "א",
                "ع",
                "ﷺ",
                "ю",
                "ヌ",
                "ヴィ",
                "ー",
                "누",
                "Ну",
                "〇",
                "𠮷");
        Arbitrary<String> pieces = Arbitraries.of(
                "nuvimo", "nuv", "imo", "努维莫", "努", "維", "wei", "隼松", "隼", "AURORIS", "aur*ris", "kestrel", "&", "pine",
                "pell", "佩岚", "rn", "vv", "cl", "x", " ", "-", "*", "$", "1", "0", "氵", "每");
        return Arbitraries.frequencyOf(
                        Tuple.of(1, any),
                        Tuple.of(1, points),
                        Tuple.of(2, han),
                        Tuple.of(2, latin),
                        Tuple.of(3, odd),
                        Tuple.of(6, pieces))
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    @Property(tries = 1000)
    void evidenceIsWithinTheTextAndItsBounds(@ForAll("titles") String title) {
        for (Sighting sighting : FIXTURE.matcher.match("title", title)) {
            Evidence.Word word = (Evidence.Word) sighting.evidence();
            assertThat(word.start()).isBetween(0, title.length() - 1);
            assertThat(word.end()).isBetween(word.start() + 1, title.length());
            assertThat(word.quote()).isEqualTo(title.substring(word.start(), word.end()));
            assertThat(word.similarity()).isBetween(0.0, 1.0);
            assertThat(word.weight()).isBetween(0.0, Weights.MOST);
            assertThat(word.how()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(word.field()).isEqualTo("title");
        }
    }

    @Property(tries = 300)
    void markIsSeenOnceAndTheHeaviestFirst(@ForAll("titles") String title) {
        List<Sighting> sightings = FIXTURE.matcher.match("title", title);
        assertThat(sightings).extracting(Sighting::mark).doesNotHaveDuplicates();
        assertThat(sightings)
                .extracting(sighting -> sighting.evidence().weight())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property(tries = 200)
    void signIsFoundWhateverStandsAroundIt(@ForAll("titles") String before, @ForAll("titles") String after) {
        String title = before + " / 努维莫 / " + after;
        assertThat(FIXTURE.matcher.match("title", title))
                .extracting(Sighting::mark)
                .contains("努维莫");
    }

    @Property(tries = 100)
    void matchIsTheSameEveryTime(@ForAll("titles") String title) {
        assertThat(FIXTURE.matcher.match("title", title)).isEqualTo(FIXTURE.matcher.match("title", title));
    }
}
