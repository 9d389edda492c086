package org.touchstone.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The search turned round, by Lucene's own means: every mark is a stored query, a title is a document. A mark of several
 * words is a phrase; of one, a word that may differ as in {@link FuzzyWords} or may not. The presearcher passes over the
 * queries whose words the title does not have; a fuzzy query it cannot pass over, so all of those are run.
 */
final class StoredQueries implements Contestant {
    private static final String TEXT = "text";
    private static final int BATCH = 5_000;

    private final Analyzer analyser;
    private final Monitor monitor;

    private StoredQueries(Analyzer analyser, Monitor monitor) {
        this.analyser = analyser;
        this.monitor = monitor;
    }

    /**
     * Stores the marks, in memory.
     *
     * @throws DoesNotFitException when the heap is full before all are stored
     */
    static StoredQueries open(MarkSource marks, boolean fuzzy) throws IOException {
        Analyzer analyser = new StandardAnalyzer();
        StoredQueries queries = new StoredQueries(analyser, new Monitor(analyser, new TermFilteredPresearcher()));
        try {
            queries.store(marks, fuzzy);
            return queries;
        } catch (IOException | RuntimeException e) {
            queries.close();
            throw e;
        }
    }

    private void store(MarkSource marks, boolean fuzzy) throws IOException {
        List<MonitorQuery> batch = new ArrayList<>(BATCH);
        int stored = 0;
        for (Iterator<Word> all = marks.words().iterator(); all.hasNext(); ) {
            Word word = all.next();
            batch.add(new MonitorQuery(word.id(), query(word.text(), fuzzy), word.text(), Map.of()));
            if (batch.size() == BATCH || !all.hasNext()) {
                monitor.register(batch);
                stored += batch.size();
                batch.clear();
                if (Memory.isFull()) {
                    throw new DoesNotFitException(String.format(
                            Locale.ROOT,
                            "%,d of %,d queries filled the heap of %s",
                            stored,
                            marks.count(),
                            Memory.shown(Memory.heapLimit())));
                }
            }
        }
    }

    private Query query(String text, boolean fuzzy) throws IOException {
        List<String> words = FuzzyWords.words(analyser, TEXT, text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        if (words.size() > 1) {
            return new PhraseQuery(TEXT, words.toArray(new String[0]));
        }
        return fuzzy ? FuzzyWords.query(TEXT, words.get(0)) : new TermQuery(new Term(TEXT, words.get(0)));
    }

    @Override
    public List<Found> find(Title title) throws IOException {
        Document document = new Document();
        document.add(new TextField(TEXT, title.text(), Field.Store.NO));
        List<Found> found = new ArrayList<>();
        for (QueryMatch match :
                monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches()) {
            found.add(new Found(match.getQueryId(), 1));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        monitor.close();
        analyser.close();
    }
}
