package org.touchstone.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.matcher.Sighting;

class HostileTextTest {
    private static final int SIZE = 100_000;

    /** A good machine needs less than 100 ms for most; anything that grows with the square would need minutes. */
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static Fixture fixture;

    /** The marks are such as hostile texts could have many of. */
    @BeforeAll
    static void build() throws IOException {
        fixture = new Fixture(
                folder,
                "NUVIMO",
                "努维莫",
                "隼松",
                "海棠岚",
                "AAAAAA",
                "好好好",
                "好",
                "1010",
                "山山山山",
                "aoaoao",
                "WWWW",
                "ABABABAB");
    }

    @AfterAll
    static void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "i",
                "0",
                "1",
                "l",
                "好",
                "隼",
                "山",
                " ",
                "-",
                "*",
                "|",
                "$",
                "〇",
                "x",
                "\u0301",
                "\u0336",
                "\u200b",
                "\u202e",
                "\ud835",
                "\udc00",
                "a ",
                "a1",
                "1a",
                "A1",
                "aA",
                "好a",
                "a好",
                "好 ",
                "好*",
                "*努",
                "氵",
                "氵每",
                "女子",
                "乐行",
                "rn",
                "vv",
                "ю",
                "ヌ",
                "ー",
                "ッ",
                "누",
                "я",
                "ﷺ",
                "🔥",
                "👩\u200d🚀",
                "nuvimo",
                "nuvimo ",
                "努维莫",
                "nuwei",
                "nu wei mo ",
                "ab",
                "a-b ",
                "wei",
                "shi ",
                "行",
                "是",
                "的",
                "a\u0301",
                "n\u200bu",
                "山隐茶",
                "\r\n",
            })
    void longTextOfOneThingIsMatchedInTime(String unit) {
        String text = unit.repeat(SIZE / unit.length());
        List<Sighting> sightings =
                assertTimeoutPreemptively(FAR_TOO_LONG, () -> fixture.matcher.match("title", text), unit);
        assertThat(sightings).extracting(Sighting::mark).doesNotHaveDuplicates();
    }

    @Test
    void signIsFoundBeforeALongTail() {
        assertThat(fixture.see("NUVIMO", "nuvimo " + "好a".repeat(SIZE / 2))).isNotNull();
        assertThat(fixture.see("努维莫", "努维莫 " + "\u0301".repeat(SIZE))).isNotNull();
    }
}
