package org.touchstone.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.matcher.search.TextMatch;
import org.touchstone.matcher.search.TextSearch;
import org.touchstone.matcher.search.Way;

/** What answers a query about an index: the text search over all registrations, in all ways, the first hundred. Thread-safe. */
final class Searcher implements Closeable {
    private static final int MOST = 100;

    private final MarkIndex index;
    private final TextSearch search;

    private Searcher(MarkIndex index) {
        this.index = index;
        this.search = new TextSearch(index);
    }

    static Searcher open(Path dir) throws IOException {
        return new Searcher(MarkIndex.open(dir));
    }

    /** Ids of the registrations that the query reads like. */
    List<String> search(String query) {
        return search.search(query, Way.ALL, MOST).stream()
                .map(TextMatch::registration)
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
