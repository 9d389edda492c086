package org.touchstone.matcher.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.touchstone.hit.Evidence;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.mark.Mark;
import org.touchstone.mark.MarkFeature;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.Sighting;
import org.touchstone.record.Located;
import org.touchstone.register.RegisterRecord;

/** An index of fictional marks, and what a matcher sees of them in a text. */
final class Fixture implements AutoCloseable {
    final MarkIndex index;
    final TextMatcher matcher;

    Fixture(Path folder) throws IOException {
        this(folder, all());
    }

    /** An index of other word marks, each its own id. */
    Fixture(Path folder, String... marks) throws IOException {
        this(folder, Stream.of(marks).map(text -> Registration.word(text, text)).toList());
    }

    private Fixture(Path folder, List<Registration> registrations) throws IOException {
        List<Located<Registration>> located = new ArrayList<>();
        registrations.forEach(value -> located.add(new Located<>(value, "marks.csv", folder, located.size() + 2)));
        MarkIndexWriter.build(
                folder.resolve("index"), RegisterRecord.all(located.iterator()), null, rejection -> {}, n -> {});
        index = MarkIndex.open(folder.resolve("index"));
        matcher = new TextMatcher(index);
    }

    private static List<Registration> all() {
        List<Registration> registrations = new ArrayList<>();
        for (String text : List.of(
                "AURORIS",
                "NUVIMO",
                "KESTREL & PINE",
                "隼松",
                "努维莫",
                "山隐茶",
                "SHANYIN",
                "LUMO",
                "QX",
                "Harbor",
                "Velvet",
                "云栖白鹭",
                "月见屿",
                "Torvane",
                "Torvani",
                "RB",
                "TASHIRO 田代屋",
                "蔻岚蒂")) {
            registrations.add(Registration.word(text, text));
        }
        registrations.add(Registration.of(
                "with names",
                new Mark(
                        MarkFeature.WORD,
                        "Pellandor",
                        "",
                        List.of("佩岚朵"),
                        List.of("雾中之鸟"),
                        List.of("小佩鸟"),
                        List.of(),
                        List.of())));
        return registrations;
    }

    /** What is seen of a mark in a title; null when nothing is. */
    Evidence.Word see(String mark, String title) {
        for (Sighting sighting : matcher.match("title", title)) {
            if (sighting.mark().equals(mark)) {
                return (Evidence.Word) sighting.evidence();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
