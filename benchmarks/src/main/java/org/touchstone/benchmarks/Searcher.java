package org.touchstone.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.listing.Listing;
import org.touchstone.matcher.Sighting;
import org.touchstone.matcher.text.TextMatcher;

/** What answers a query about an index: the matcher of listings, with the query as a title. Thread-safe. */
final class Searcher implements Closeable {
    private final MarkIndex index;
    private final TextMatcher matcher;

    private Searcher(MarkIndex index) {
        this.index = index;
        this.matcher = new TextMatcher(index).inEitherScript();
    }

    static Searcher open(Path dir) throws IOException {
        return new Searcher(MarkIndex.open(dir));
    }

    /** Ids of the registrations that the query reads like. */
    List<String> search(String query) {
        return matcher.match(Listing.builder("query").title(query).build()).stream()
                .map(Sighting::mark)
                .toList();
    }

    /** How many registrations the index holds. */
    long registrations() {
        return index.info().registrations();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
