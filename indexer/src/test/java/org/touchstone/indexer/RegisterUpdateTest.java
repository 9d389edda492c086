package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.indexer.sign.SignView;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.mark.Standing;
import org.touchstone.mark.Status;
import org.touchstone.record.Located;
import org.touchstone.record.Rejection;
import org.touchstone.register.RegisterChange;
import org.touchstone.register.RegisterRecord;

/** Day after day into one index: the latest counts, what the office removes is gone, and marks are found on their days. */
class RegisterUpdateTest {
    @TempDir
    Path temp;

    private Path dir;
    private final List<Rejection> rejections = new ArrayList<>();

    @BeforeEach
    void makeFolder() {
        dir = temp.resolve("index");
    }

    private static RegisterChange put(String id, String text, LocalDate asOf) {
        Dates dates = new Dates(null, null, null, null, null, null, null, null, asOf);
        return new RegisterChange.Put(Registration.builder(id, Mark.word(text))
                .status("registered")
                .dates(dates)
                .build());
    }

    private static LocalDate may(int day) {
        return LocalDate.of(2026, 5, day);
    }

    private IndexReport update(String source, RegisterChange... changes) throws IOException {
        List<RegisterRecord> records = new ArrayList<>();
        for (RegisterChange change : changes) {
            Located<RegisterChange> located = new Located<>(change, source, temp, records.size() + 1L);
            records.add(() -> new RegisterRecord.Reading(located, List.of()));
        }
        return MarkIndexWriter.update(dir, records.iterator(), null, rejections::add, n -> {});
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(dir)) {
            index.forEach(one -> texts.add(one.id() + " " + one.mark().text()));
        }
        texts.sort(null);
        return texts;
    }

    private List<String> found(LocalDate day, String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(dir)) {
            SignDictionary signs = day == null ? index.signs() : index.signs(day);
            signs.cursor()
                    .find(
                            SignView.EXACT,
                            text,
                            100,
                            number -> found.add(signs.sign(number).registration()));
        }
        return found;
    }

    @Test
    void recordOfAnEarlierDayDoesNotReplaceALaterOne() throws IOException {
        update("monday", put("A", "AURORIS", may(4)));
        IndexReport late = update("tuesday", put("A", "NUVIMO", may(5)));
        assertThat(late.changed()).isEqualTo(1);
        IndexReport again = update("monday", put("A", "AURORIS", may(4)));
        assertThat(again.outdated()).isEqualTo(1);
        assertThat(again.changed()).isZero();
        assertThat(texts()).containsExactly("A NUVIMO");
        assertThat(rejections).isEmpty();
    }

    @Test
    void latestOfSeveralFilesInOneRunCountsWhateverTheirOrder() throws IOException {
        List<RegisterRecord> records = new ArrayList<>();
        for (int day : new int[] {5, 4, 6, 3}) {
            Located<RegisterChange> located = new Located<>(put("A", "DAY" + day, may(day)), "file " + day, temp, 1);
            records.add(() -> new RegisterRecord.Reading(located, List.of()));
        }
        IndexReport report = MarkIndexWriter.build(dir, records.iterator(), null, rejections::add, n -> {});
        assertThat(texts()).containsExactly("A DAY6");
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.outdated()).isEqualTo(2);
    }

    @Test
    void numberThatStandsTwiceInAFileIsNamedAndTheLaterDayCounts() throws IOException {
        update(
                "file",
                put("A", "AURORIS", may(5)),
                put("A", "NUVIMO", may(4)),
                put("B", "KESTREL", null),
                put("B", "X", null));
        assertThat(texts()).containsExactly("A AURORIS", "B KESTREL");
        assertThat(rejections).extracting(Rejection::field).containsExactly("id", "id");
        assertThat(rejections.get(0).reason()).contains("'A' stands in this file already", "later one counts");
        assertThat(rejections.get(1).reason()).contains("first one counts");
    }

    @Test
    void whatTheOfficeRemovesIsGoneAndAnOlderFileDoesNotBringItBack() throws IOException {
        update("monday", put("A", "AURORIS", may(4)), put("B", "NUVIMO", may(4)));
        IndexReport report =
                update("tuesday", new RegisterChange.Removal("A", may(5)), new RegisterChange.Removal("C", may(5)));
        assertThat(report.removed()).isEqualTo(1);
        assertThat(report.ended()).isEqualTo(1);
        assertThat(texts()).containsExactly("B NUVIMO");
        assertThat(found(null, "AURORIS")).isEmpty();
        assertThat(update("monday", put("A", "AURORIS", may(4))).outdated()).isEqualTo(1);
        assertThat(texts()).containsExactly("B NUVIMO");
        assertThat(update("wednesday", put("A", "AURORIS", may(6))).added()).isEqualTo(1);
        assertThat(texts()).containsExactly("A AURORIS", "B NUVIMO");
        assertThat(MarkIndex.verify(dir).registrations()).isEqualTo(2);
    }

    @Test
    void removedAndPutAgainInOneRunStays() throws IOException {
        update("monday", put("A", "AURORIS", may(4)));
        List<RegisterChange> changes =
                Arrays.asList(new RegisterChange.Removal("A", may(5)), put("A", "AURORIS", may(6)));
        List<RegisterRecord> records = new ArrayList<>();
        for (RegisterChange change : changes) {
            Located<RegisterChange> located = new Located<>(change, "file " + records.size(), temp, 1);
            records.add(() -> new RegisterRecord.Reading(located, List.of()));
        }
        MarkIndexWriter.update(dir, records.iterator(), null, rejections::add, n -> {});
        assertThat(texts()).containsExactly("A AURORIS");
        assertThat(found(null, "AURORIS")).containsExactly("A");
    }

    @Test
    void manyDaysGiveTheSameAsAllAtOnce() throws IOException {
        for (int day = 1; day <= 20; day++) {
            update("day " + day, put("A" + day, "AURORIS", may(day)), put("B", "NUVIMO" + day, may(day)));
        }
        String daily = MarkIndex.verify(dir).fingerprint();
        List<RegisterChange> all = new ArrayList<>();
        for (int day = 1; day <= 20; day++) {
            all.add(put("A" + day, "AURORIS", may(day)));
        }
        all.add(put("B", "NUVIMO20", may(20)));
        dir = temp.resolve("other");
        update("all", all.toArray(RegisterChange[]::new));
        assertThat(MarkIndex.verify(dir).fingerprint()).isEqualTo(daily);
        assertThat(found(null, "AURORIS")).hasSize(20).doesNotHaveDuplicates();
        dir = temp.resolve("index");
        assertThat(found(null, "AURORIS")).hasSize(20).doesNotHaveDuplicates();
        assertThat(found(null, "NUVIMO20")).containsExactly("B");
        assertThat(found(null, "NUVIMO19")).isEmpty();
    }

    @Test
    void marksAreFoundOnTheDaysOnWhichTheyAreInForce() throws IOException {
        Status cancelled = new Status("710", Standing.DEAD, may(10), false);
        Dates year = new Dates(null, null, null, null, may(1), null, may(20), null, may(21));
        Registration live = Registration.builder("live", Mark.word("AURORIS"))
                .status("registered")
                .dates(year)
                .build();
        Registration dead = live.change().id("dead").status(cancelled).build();
        Registration pending = live.change()
                .id("pending")
                .status("pending")
                .dates(Dates.UNKNOWN)
                .build();
        update("file", new RegisterChange.Put(live), new RegisterChange.Put(dead), new RegisterChange.Put(pending));
        assertThat(found(null, "AURORIS")).containsExactly("live", "dead", "pending");
        assertThat(found(LocalDate.of(2026, 4, 30), "AURORIS")).isEmpty();
        assertThat(found(may(1), "AURORIS")).containsExactly("live", "dead");
        assertThat(found(may(10), "AURORIS")).containsExactly("live", "dead");
        assertThat(found(may(11), "AURORIS")).containsExactly("live");
        assertThat(found(may(20), "AURORIS")).containsExactly("live");
        assertThat(found(may(21), "AURORIS")).isEmpty();
    }

    @Test
    void whatIsDeadWhenTheIndexIsBuiltIsNotInForceFromThenOn() throws IOException {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        Registration contradictory = Registration.builder("A", Mark.word("AURORIS"))
                .status("expired")
                .dates(null, may(1), today.plusYears(4))
                .build();
        update("file", new RegisterChange.Put(contradictory));
        assertThat(found(may(2), "AURORIS")).containsExactly("A");
        assertThat(found(today, "AURORIS")).isEmpty();
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.find(RegistrationQuery.ALL.inForceOn(may(2))).count())
                    .isEqualTo(1);
            assertThat(index.find(RegistrationQuery.ALL.inForceOn(today)).count())
                    .isZero();
            assertThat(index.find(RegistrationQuery.ALL.notEndedOn(today)).count())
                    .isZero();
        }
    }

    @Test
    void registrationsAreCountedByWhatTheyAre() throws IOException {
        update("file", put("A", "AURORIS", null), put("B", "奥若丽", null));
        update("later", put("C", "奥若丽 AURORIS", null), new RegisterChange.Removal("A", null));
        try (MarkIndex index = MarkIndex.open(dir)) {
            assertThat(index.counts().get(Facet.SCRIPT)).isEqualTo(Map.of("han", 1L, "han+latin", 1L));
            assertThat(index.counts().get(Facet.STATUS)).isEqualTo(Map.of("live", 2L));
            assertThat(index.counts().get(Facet.CLASS)).isEmpty();
        }
    }
}
