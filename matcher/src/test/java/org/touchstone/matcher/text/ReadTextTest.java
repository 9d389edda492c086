package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.hit.Evidence;
import org.touchstone.matcher.Sighting;

/** Lines that a machine has read: its mistakes are no disguises. */
class ReadTextTest {
    @TempDir
    static Path folder;

    private static Fixture fixture;

    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(folder);
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    private static List<Sighting> seen(String line) {
        return fixture.matcher.matchRead("images", line);
    }

    @ParameterizedTest
    @CsvSource({
        "NUVIMO, NUVIMO",
        "nuvimo sport 2026, NUVIMO",
        "N U V I M O, NUVIMO",
        "努维莫, 努维莫",
        "努維莫运动, 努维莫",
        "KESTREL & PINE, KESTREL & PINE"
    })
    void ownLettersCountAsPlainSight(String line, String mark) {
        assertThat(seen(line))
                .filteredOn(one -> one.mark().equals(mark))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.evidence().weight()).isBetween(Weights.LEAST, Weights.PLAIN);
                    assertThat(((Evidence.Word) one.evidence()).field()).isEqualTo("images");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUVIM0",
                "NUV1MO",
                "nuvirno",
                "NUVIMA",
                "NUIMO",
                "xnuvimox",
                "怒唯莫",
                "努维漠",
                "nuweimo",
                "努 纟隹莫",
                "",
                "|| ~ ,,"
            })
    void whatTheReaderMayHaveMistakenCountsForNothing(String line) {
        assertThat(seen(line)).isEmpty();
    }
}
