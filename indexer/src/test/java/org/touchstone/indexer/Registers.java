package org.touchstone.indexer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.touchstone.mark.Goods;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterRecord;

/** Registers for tests, of fictional marks. */
final class Registers {
    private Registers() {}

    static Registration word(String id, String text, String status) {
        return Registration.builder(id, Mark.word(text))
                .office("XX")
                .number(id)
                .niceClasses(List.of(25))
                .goods(List.of(Goods.of("hats")))
                .holder("Holder")
                .status(status)
                .dates(LocalDate.of(2020, 1, 2), null, null)
                .brand("brand")
                .build();
    }

    static Registration image(String id, String text, String... images) {
        return Registration.of(
                id,
                new Mark(
                        text.isEmpty() ? MarkFeature.FIGURATIVE : MarkFeature.COMBINED,
                        text,
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(images),
                        List.of()));
    }

    static Iterator<RegisterRecord> file(Path folder, String name, Registration... registrations) {
        List<Located<Registration>> located = new ArrayList<>();
        for (Registration registration : registrations) {
            located.add(new Located<>(registration, name, folder, located.size() + 1));
        }
        return RegisterRecord.all(located.iterator());
    }
}
