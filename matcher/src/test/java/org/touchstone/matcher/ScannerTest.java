package org.touchstone.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.hit.Hit;
import org.touchstone.hit.Outlook;
import org.touchstone.hit.Versions;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.listing.Listing;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterRecord;

class ScannerTest {
    @TempDir
    static Path folder;

    private static MarkIndex index;
    private static Scanner scanner;

    @BeforeAll
    static void build() throws IOException {
        List<Located<Registration>> marks = new ArrayList<>();
        for (String mark : List.of("NUVIMO", "努维莫", "KRESTLYN")) {
            List<Integer> classes = mark.equals("KRESTLYN") ? List.of(25) : List.of();
            marks.add(new Located<>(registration(mark, mark, classes), "marks.csv", folder, marks.size() + 2));
        }
        MarkIndexWriter.build(
                folder.resolve("index"), RegisterRecord.all(marks.iterator()), null, rejection -> {}, n -> {});
        index = MarkIndex.open(folder.resolve("index"));
        scanner = scanner(index);
    }

    private static Scanner scanner(MarkIndex marks) {
        return new Scanner(
                marks,
                new TextMatcher(marks),
                null,
                new BrandPolicies(List.of(), Clock.systemUTC()),
                new Versions("1", "", "", ""));
    }

    private static Registration registration(String id, String text, List<Integer> classes) {
        return Registration.builder(id, Mark.word(text))
                .niceClasses(classes)
                .status("registered")
                .build();
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static Located<Listing> listing(String id, String title) {
        return new Located<>(Listing.builder(id).title(title).build(), "listings.jsonl", folder, 1);
    }

    private static Hit only(String title) {
        List<Hit> hits = scanner.scan(listing("1", title), rejection -> {});
        assertThat(hits).hasSize(1);
        return hits.get(0);
    }

    @Test
    void listingWithoutASignHasNoHit() {
        assertThat(scanner.scan(listing("1", "leather case for a phone"), rejection -> {}))
                .isEmpty();
    }

    @Test
    void disguiseScoresHighAndPlainSightInTheMiddle() {
        Hit plain = only("new nuvimo case");
        Hit disguise = only("new nuv1mo case");
        assertThat(plain.score()).isBetween(0.5, 0.62);
        assertThat(plain.outlook()).isEqualTo(Outlook.UNCLEAR);
        assertThat(disguise.score()).isBetween(0.8, 0.95);
        assertThat(disguise.outlook()).isEqualTo(Outlook.INFRINGEMENT);
    }

    @Test
    void goodsOfOtherClassesTakeTheWeightFromASign() {
        assertThat(only("krestlyn hat").score())
                .isGreaterThan(only("krestlyn fresh fruit").score());
        assertThat(only("krestlyn fresh fruit").evidence())
                .anySatisfy(evidence -> assertThat(evidence.kind()).isEqualTo("goods"));
    }

    @Test
    void doubtfulSignIsOnlyAHitWhereTheGoodsMayBeTheMarks() throws IOException {
        Iterator<Located<Registration>> marks = Stream.of(
                        registration("hats", "努维", List.of(25)),
                        registration("phones", "努维", List.of(9)),
                        registration("unknown", "努维", List.of()))
                .map(mark -> new Located<>(mark, "marks.csv", folder, 2))
                .iterator();
        MarkIndexWriter.build(folder.resolve("goods"), RegisterRecord.all(marks), null, rejection -> {}, n -> {});
        try (MarkIndex goods = MarkIndex.open(folder.resolve("goods"))) {
            assertThat(scanner(goods).scan(listing("1", "怒唯帽子男"), rejection -> {}))
                    .extracting(Hit::mark)
                    .containsExactlyInAnyOrder("hats", "unknown");
            assertThat(scanner(goods).scan(listing("1", "努维帽子男"), rejection -> {}))
                    .hasSize(3);
        }
    }

    @Test
    void accessoryScoresLowerThanTheGoodsThemselves() {
        assertThat(only("leather case for nuvimo watch").score())
                .isLessThan(only("nuvimo watch").score());
    }

    @Test
    void hitsOfAListingAreBestFirstOneAMark() {
        List<Hit> hits = scanner.scan(listing("1", "nuvimo 努〇莫 krestlyn nuvimo 手机壳"), rejection -> {});
        assertThat(hits).extracting(Hit::mark).containsExactlyInAnyOrder("NUVIMO", "努维莫", "KRESTLYN");
        assertThat(hits.get(0).mark()).isEqualTo("努维莫");
        assertThat(hits).extracting(Hit::score).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void everyListingOfALongSourceIsScannedOnceByAllThreads() throws IOException {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Iterator<Located<Listing>> source = IntStream.range(0, 500)
                .mapToObj(i -> listing("L" + i, i % 2 == 0 ? "new nuvimo case" : "new case"))
                .iterator();
        long count = scanner.scan(
                source, 4, (located, hits) -> seen.add(located.value().id()), rejection -> {}, n -> {});
        assertThat(count).isEqualTo(500);
        assertThat(seen).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void scanStopsWhenTheSinkFails() {
        Iterator<Located<Listing>> source = IntStream.range(0, 100)
                .mapToObj(i -> listing("L" + i, "nuvimo"))
                .iterator();
        assertThatThrownBy(() -> scanner.scan(
                        source,
                        2,
                        (located, hits) -> {
                            throw new IOException("disk full");
                        },
                        rejection -> {},
                        n -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }
}
