package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
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

    /** Signs and pieces of them among anything. */
    @Provide
    Arbitrary<String> titles() {
        Arbitrary<String> any = Arbitraries.chars().all().map(String::valueOf);
        Arbitrary<String> pieces = Arbitraries.of(
                "nuvimo", "nuv", "imo", "努维莫", "努", "維", "wei", "隼松", "AURORIS", "aur*ris", "kestrel", "&", "pine", " ",
                "-", "\u200b", "\u0336", "*", "$", "1", "0", "❤", "\ud835", "\udc0d", "𝐍", "Ａ");
        return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(4, pieces))
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list));
    }

    @Property(tries = 400)
    void quoteIsTheRawTextBetweenTheOffsets(@ForAll("titles") String title) {
        for (Sighting sighting : FIXTURE.matcher.match("title", title)) {
            Evidence.Word word = (Evidence.Word) sighting.evidence();
            assertThat(word.quote())
                    .isEqualTo(title.substring(word.start(), word.end()))
                    .isNotEmpty();
            assertThat(word.similarity()).isBetween(0.0, 1.0);
            assertThat(word.weight()).isBetween(0.0, Weights.MOST + 4);
            assertThat(word.how()).isNotEmpty();
        }
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

    @Example
    void noTextIsSlow() {
        for (String piece : List.of(
                "a", "i", "隼", "乐行", " ", "-", "\u0336", "\ud835", "1", "$", "nuvimo", "努维莫", "a ", "*努", "a1")) {
            String text = piece.repeat(100_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> FIXTURE.matcher.match("title", text), piece);
        }
    }
}
