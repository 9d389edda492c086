package org.touchstone.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.touchstone.mark.Dates;
import org.touchstone.mark.Mark;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterChange;
import org.touchstone.register.RegisterRecord;

/** An index that is brought up to date file by file holds what one holds that is built of all files at once. */
class UpdateEqualsBuildTest {
    private static final Path HERE = Path.of(".");

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void fileByFileOrAllAtOnce(@ForAll("registers") List<List<RegisterChange>> files) throws IOException {
        Path temp = Files.createTempDirectory("equal");
        try {
            Path once = temp.resolve("once");
            Path daily = temp.resolve("daily");
            List<RegisterRecord> all = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                all.addAll(records(files.get(i), "file-" + i));
                update(daily, records(files.get(i), "file-" + i).iterator());
            }
            update(once, all.iterator());
            assertThat(shown(daily)).isEqualTo(shown(once));
            assertThat(MarkIndex.verify(daily).fingerprint())
                    .isEqualTo(MarkIndex.verify(once).fingerprint());
        } finally {
            try (Stream<Path> paths = Files.walk(temp)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static IndexReport update(Path dir, Iterator<RegisterRecord> records) throws IOException {
        return MarkIndexWriter.update(dir, records, null, rejection -> {}, n -> {});
    }

    private static List<RegisterRecord> records(List<RegisterChange> changes, String source) {
        List<RegisterRecord> records = new ArrayList<>();
        for (RegisterChange change : changes) {
            Located<RegisterChange> located = new Located<>(change, source, HERE, records.size() + 1L);
            records.add(() -> new RegisterRecord.Reading(located, List.of()));
        }
        return records;
    }

    private static List<String> shown(Path dir) throws IOException {
        List<String> shown = new ArrayList<>();
        try (MarkIndex index = MarkIndex.open(dir)) {
            index.forEach(one -> shown.add(one.toString()));
            shown.add(index.counts().toString());
            List<String> signs = new ArrayList<>();
            index.signs().forEach(sign -> signs.add(sign.registration() + " " + sign.form()));
            signs.sort(null);
            shown.addAll(signs);
        }
        shown.sort(null);
        return shown;
    }

    @Provide
    Arbitrary<List<List<RegisterChange>>> registers() {
        Arbitrary<LocalDate> days = Arbitraries.integers()
                .between(1, 4)
                .map(day -> LocalDate.of(2026, 5, day))
                .injectNull(0.3);
        Arbitrary<String> ids = Arbitraries.of("A", "B", "C");
        Arbitrary<RegisterChange> puts = Combinators.combine(
                        ids, Arbitraries.of("Quillon", "Brindle Two"), Arbitraries.of("live", "dead", "filed"), days)
                .as((id, text, status, day) -> new RegisterChange.Put(Registration.builder(id, Mark.word(text))
                        .status(status)
                        .dates(new Dates(null, null, null, null, null, null, null, null, day))
                        .build()));
        Arbitrary<RegisterChange> removals = Combinators.combine(ids, days).as(RegisterChange.Removal::new);
        return Arbitraries.frequencyOf(Tuple.of(4, puts), Tuple.of(1, removals))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
