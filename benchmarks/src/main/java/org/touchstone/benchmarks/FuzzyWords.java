package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * What a user of a search engine would do: the marks are documents, a title is a query with one fuzzy clause for each of
 * its words, and the best ten count. Words to two letters must be the same, to five may differ in one, longer in two.
 */
final class FuzzyWords implements Contestant {
    /** A title of sixty words, each with the fifty nearest terms that a fuzzy query takes, and some room. */
    private static final int MOST_CLAUSES = 4_096;

    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final int BEST = 10;
    private static final int MOST_WORDS = 60;

    private final Analyzer analyser = new StandardAnalyzer();
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private FuzzyWords(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        this.searcher = new IndexSearcher(reader);
    }

    static void build(MarkSource marks, Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                Analyzer analyser = new StandardAnalyzer();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyser))) {
            for (Iterator<Word> all = marks.words().iterator(); all.hasNext(); ) {
                Word word = all.next();
                Document document = new Document();
                document.add(new StoredField(ID, word.id()));
                document.add(new TextField(TEXT, word.text(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    static FuzzyWords open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            return new FuzzyWords(directory, DirectoryReader.open(directory));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(directory);
            throw e;
        }
    }

    /** The words of a text as the analyser sees them, in their order. */
    static List<String> words(Analyzer analyser, String field, String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyser.tokenStream(field, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        }
        return words;
    }

    /** A query for a word with as many edits as its length allows. */
    static Query query(String field, String word) {
        int edits = word.length() <= 2 ? 0 : word.length() <= 5 ? 1 : 2;
        Term term = new Term(field, word);
        return edits == 0 ? new TermQuery(term) : new FuzzyQuery(term, edits);
    }

    @Override
    public List<Found> find(Title title) throws IOException {
        Set<String> words = new LinkedHashSet<>(words(analyser, TEXT, title.text()));
        if (words.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.stream().limit(MOST_WORDS).forEach(word -> query.add(query(TEXT, word), BooleanClause.Occur.SHOULD));
        List<Found> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), BEST).scoreDocs) {
            String id = searcher.storedFields().document(hit.doc, Set.of(ID)).get(ID);
            found.add(new Found(id, hit.score));
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(reader, directory, analyser);
    }
}
