package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.MarkIndexWriter;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.text.TextMatcher;
import org.touchstone.register.RegisterRecord;

/** The project's own text matching, one title after the other. */
final class Touchstone implements Contestant {
    private final MarkIndex index;
    private final TextMatcher matcher;

    private Touchstone(MarkIndex index) {
        this.index = index;
        this.matcher = new TextMatcher(index);
    }

    static void build(MarkSource marks, Path folder) throws IOException {
        MarkIndexWriter.build(
                folder,
                RegisterRecord.all(marks.registrations()),
                null,
                rejection -> {
                    throw new IllegalStateException("a mark of a bench was rejected: " + rejection);
                },
                read -> {});
    }

    static Touchstone open(Path folder) throws IOException {
        return new Touchstone(MarkIndex.open(folder));
    }

    @Override
    public List<Found> find(Title title) {
        List<Found> found = new ArrayList<>();
        for (Sighting sighting : matcher.match("title", title.text())) {
            found.add(new Found(sighting.mark(), sighting.evidence().weight()));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
