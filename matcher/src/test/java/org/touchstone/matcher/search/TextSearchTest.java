package org.touchstone.matcher.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.indexer.RegistrationQuery;
import org.touchstone.indexer.RegistrationSet;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.search.Likeness.Ground;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterRecord;

class TextSearchTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @TempDir
    static Path folder;

    private static MarkIndex index;
    private static TextSearch search;

    @BeforeAll
    static void build() throws IOException {
        List<Located<Registration>> marks = new ArrayList<>();
        for (String text : List.of(
                "KELVORA",
                "Kelvora Premium",
                "MARNOW",
                "clarido",
                "康纬弗",
                "海岚",
                "月见屿",
                "雲棲白鷺",
                "卡迪罗",
                "SHANYIN",
                "Tilda Carrowmere",
                "THE HARBOUR OF KELVORALAND",
                "山",
                "云栖白鹭茶",
                "bellaminsterworthington")) {
            add(marks, Registration.word(text, text));
        }
        add(marks, ended("a ended", "TORVANE"));
        add(
                marks,
                Registration.builder("b live", Mark.word("TORVANE"))
                        .status("registered")
                        .build());
        add(
                marks,
                Registration.builder("c live", Mark.word("TORVANE"))
                        .status("registered")
                        .build());
        MarkIndexWriter.build(
                folder.resolve("index"), RegisterRecord.all(marks.iterator()), null, rejection -> {}, n -> {});
        index = MarkIndex.open(folder.resolve("index"));
        RegistrationSet inForce = index.find(RegistrationQuery.ALL.inForceOn(TODAY));
        search = new TextSearch(index, index.find(RegistrationQuery.ALL), inForce);
    }

    private static void add(List<Located<Registration>> marks, Registration mark) {
        marks.add(new Located<>(mark, "marks.csv", folder, marks.size() + 2));
    }

    private static Registration ended(String id, String text) {
        return Registration.builder(id, Mark.word(text))
                .status("expired")
                .dates(LocalDate.of(2000, 1, 1), LocalDate.of(2001, 1, 1), LocalDate.of(2011, 1, 1))
                .build();
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static List<Ground> grounds(String query, String mark) {
        return search.search(query, Way.ALL, 100).stream()
                .filter(one -> one.registration().equals(mark))
                .flatMap(one -> one.likenesses().stream())
                .map(Likeness::ground)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "KELVORA, KELVORA, SAME",
        "ｋｅｌ-ｖｏｒａ, KELVORA, SAME",
        "云栖白鹭, 雲棲白鷺, SCRIPT",
        "KE1V0RA, KELVORA, LETTER_SHAPES",
        "Кelvora, KELVORA, LETTER_SHAPES",
        "rnarnow, MARNOW, LETTER_SHAPES",
        "darido, clarido, LETTER_SHAPES",
        "每岚, 海岚, CHARACTER_SHAPES",
        "氵每岚, 海岚, CHARACTER_PARTS",
        "海山风, 海岚, CHARACTER_PARTS",
        "康玮弗, 康纬弗, SYLLABLES",
        "kangweifu, 康纬弗, PINYIN",
        "康伟赋, 康纬弗, SYLLABLES",
        "kangweihu, 康纬弗, LIKE_PINYIN",
        "刚纬夫, 康纬弗, ''",
        "山隐, SHANYIN, PINYIN",
        "cardiro, 卡迪罗, ''",
        "qelvora, KELVORA, NAMES",
        "celvora, KELVORA, NAMES",
        "kelvura, KELVORA, NAMES",
        "kelvota, KELVORA, EDITS",
        "kelvta, KELVORA, EDITS",
        "kelvobta, KELVORA, EDITS",
        "xelvoratt, KELVORA, ''",
        "kexlvoxra, KELVORA, EDITS",
        "bellaminsterwrthingtn, bellaminsterworthington, EDITS",
        "月见岛, 月见屿, EDITS",
        "kelvora, Kelvora Premium, WORD_OF_MARK",
        "kelvora, THE HARBOUR OF KELVORALAND, PART_OF_MARK",
        "白鹭, 云栖白鹭茶, WORD_OF_MARK",
        "new kelvora shoes, KELVORA, WORD_OF_QUERY",
        "新款海岚正品, 海岚, WORD_OF_QUERY",
        "carrowmere, Tilda Carrowmere, WORD_OF_MARK",
        "kelvorashop, KELVORA, PART_OF_QUERY",
        "mykelvorashop, KELVORA, ''",
        "康wei弗, 康纬弗, PINYIN",
        "岚海, 海岚, EDITS",
        "月屿, 月见屿, EDITS",
        "山, 山, SAME"
    })
    void marksAreFoundOnTheirGround(String query, String mark, String ground) {
        if (ground.isEmpty()) {
            assertThat(grounds(query, mark)).isEmpty();
        } else {
            assertThat(grounds(query, mark)).contains(Ground.valueOf(ground));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomasin", "lorbeck", "石头城"})
    void marksThatAreNotAlikeAreNotFound(String query) {
        assertThat(search.search(query, Way.ALL, 100)).isEmpty();
    }

    @Test
    void onlyTheWaysAskedForCount() {
        assertThat(search.search("kelvora", Set.of(Way.CONTAINS), 100))
                .extracting(TextMatch::registration)
                .containsExactly("Kelvora Premium", "THE HARBOUR OF KELVORALAND");
        assertThat(search.search("kelvota", Set.of(Way.EXACT, Way.SOUNDS), 100)).isEmpty();
        assertThat(search.search("KELVORA", Set.of(Way.EXACT), 100)).hasSize(1);
    }

    @Test
    void similarComesFirstThenInForceThenById() {
        assertThat(search.search("torvane", Way.ALL, 100))
                .extracting(TextMatch::registration)
                .containsExactly("b live", "c live", "a ended");
        List<TextMatch> kelvora = search.search("kelvora", Way.ALL, 100);
        assertThat(kelvora)
                .extracting(TextMatch::registration)
                .containsExactly("KELVORA", "Kelvora Premium", "THE HARBOUR OF KELVORALAND");
        assertThat(kelvora.get(0).similarity()).isEqualTo(1);
        assertThat(search.search("kelvora", Way.ALL, 1)).hasSize(1);
    }

    @Test
    void onlyMarksOfTheSetAreFound() {
        RegistrationSet inForce = index.find(RegistrationQuery.ALL.inForceOn(TODAY));
        assertThat(new TextSearch(index, inForce, inForce).search("torvane", Way.ALL, 100))
                .extracting(TextMatch::registration)
                .containsExactly("b live", "c live");
    }

    @Test
    void syllablesAreSaidAsPeopleWriteThem() {
        Likeness alike =
                search.search("康玮弗", Set.of(Way.SOUNDS), 1).get(0).likenesses().get(0);
        assertThat(alike.query()).isEqualTo("kang wei fu");
        assertThat(alike.mark()).isEqualTo("kang wei fu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!", "\0", "a", "好", "\ud800", "💎", "\u202ekelvora", "%s%n", "*"})
    void strangeQueriesAreAnswered(String query) {
        assertThat(search.search(query, Way.ALL, 100))
                .allSatisfy(match -> assertThat(match.similarity()).isBetween(0.0, 1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "山", "海岚", "kelvora ", "rn", "0", "шан", "长", "w m d ", "氵每", "好a", "ａ", "\ud83d"})
    void longQueriesTakeNoLongTime(String piece) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> search.search(piece.repeat(50_000), Way.ALL, 100));
    }

    @Test
    void anyQueryHasSimilaritiesInRangeAndTheSameAnswerTwice() {
        Random random = new Random(5);
        String letters = "kelvorashnyi 海岚山康纬弗01-m";
        for (int i = 0; i < 500; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                query.append(letters.charAt(random.nextInt(letters.length())));
            }
            List<TextMatch> found = search.search(query.toString(), Way.ALL, 100);
            assertThat(found)
                    .allSatisfy(match ->
                            assertThat(match.similarity()).isGreaterThan(0).isLessThanOrEqualTo(1));
            assertThat(search.search(query.toString(), Way.ALL, 100))
                    .extracting(TextMatch::registration)
                    .isEqualTo(found.stream().map(TextMatch::registration).toList());
        }
    }
}
