package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;

/** Letters that a right-to-left override shows in reverse. */
class ShownTextTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(folder, "NUVIMO", "海棠岚");
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ab, ab",
        "a<bc>d, a<cb>d",
        "a<bc, a<cb",
        "<ab> <cd>, <ba> <dc>",
        "<a<bc>d>e, <d>cb<a>e",
    })
    void whatIsOverriddenIsTurnedRound(String written, String shown) {
        String text = ShownText.of(controls(written)).map(ShownText::text).orElse(written);
        assertThat(text.replaceAll("\\p{Cf}", "")).isEqualTo(shown.replaceAll("[<>]", ""));
        assertThat(text).hasSameSizeAs(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", ">", "<", "<>", "<a>b", "<<<"})
    void whereNothingIsTurnedRoundThereIsNoOtherText(String written) {
        assertThat(ShownText.of(controls(written))
                        .map(ShownText::text)
                        .orElse("")
                        .replaceAll("\\p{Cf}", ""))
                .isEmpty();
    }

    @Test
    void paragraphEndsTheOverride() {
        assertThat(ShownText.of("\u202eab\ncd").orElseThrow().text()).isEqualTo("\u202eba\ncd");
    }

    @ParameterizedTest
    @CsvSource({
        "NUVIMO, case <OMIVUN> black, OMIVUN",
        "NUVIMO, <kcalb omivun esac, omivun",
        "NUVIMO, NUV<OMI> case, NUV<OMI",
        "海棠岚, <岚棠海> 香水, 岚棠海",
    })
    void signShownInReverseIsFoundWhereItIsWritten(String mark, String title, String quote) {
        String raw = controls(title);
        Evidence.Word word = fixture.see(mark, raw);
        assertThat(word).as(title).isNotNull();
        assertThat(word.quote()).isEqualTo(controls(quote));
        assertThat(raw.substring(word.start(), word.end())).isEqualTo(word.quote());
        assertThat(word.how()).contains("reordered");
        assertThat(word.weight()).isGreaterThan(Weights.PLAIN);
    }

    @Test
    void signBesideAnOverrideIsWhatItWas() {
        assertThat(fixture.see("NUVIMO", controls("NUVIMO <xyz>")))
                .isEqualTo(fixture.see("NUVIMO", controls("NUVIMO <x>yz")));
    }

    private static String controls(String text) {
        return text.replace('<', '\u202e').replace('>', '\u202c');
    }
}
