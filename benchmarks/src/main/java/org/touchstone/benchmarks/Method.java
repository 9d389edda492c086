package org.touchstone.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The methods that are compared. */
enum Method {
    /** The texts alone: what the baselines do. */
    MATCHER("Touchstone, TextMatcher") {
        @Override
        void build(MarkSource marks, Path folder) throws IOException {
            Touchstone.build(marks, folder);
        }

        @Override
        Contestant open(MarkSource marks, Path folder) throws IOException {
            return Touchstone.open(folder);
        }
    },
    /** The full path to scored hits, by the scanner and its own threads. */
    SCANNER("Touchstone, Scanner") {
        @Override
        void build(MarkSource marks, Path folder) throws IOException {
            MATCHER.build(marks, folder);
        }

        @Override
        Contestant open(MarkSource marks, Path folder) throws IOException {
            return ScannedHits.open(folder);
        }
    },
    FUZZY("FuzzyQuery per word, best 10") {
        @Override
        void build(MarkSource marks, Path folder) throws IOException {
            FuzzyWords.build(marks, folder);
        }

        @Override
        Contestant open(MarkSource marks, Path folder) throws IOException {
            return FuzzyWords.open(folder);
        }
    },
    STORED("lucene-monitor, exact queries") {
        @Override
        void build(MarkSource marks, Path folder) {}

        @Override
        Contestant open(MarkSource marks, Path folder) throws IOException {
            return StoredQueries.open(marks, false);
        }
    },
    STORED_FUZZY("lucene-monitor, fuzzy queries") {
        @Override
        void build(MarkSource marks, Path folder) {}

        @Override
        Contestant open(MarkSource marks, Path folder) throws IOException {
            return StoredQueries.open(marks, true);
        }
    };

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** How the report names it. */
    String title() {
        return title;
    }

    /** The method whose files on disk it uses; itself where it has its own. */
    Method builder() {
        return this == SCANNER ? MATCHER : this;
    }

    /** Whether it keeps its marks on disk. */
    boolean isOnDisk() {
        return this != STORED && this != STORED_FUZZY;
    }

    /** How many marks it can be tried with; a stored fuzzy query is run for every title, some 0.2 ms each. */
    int mostMarks() {
        return this == STORED_FUZZY ? 100_000 : Integer.MAX_VALUE;
    }

    /** Makes what it keeps on disk, from nothing. */
    abstract void build(MarkSource marks, Path folder) throws IOException;

    /**
     * Makes it ready to match.
     *
     * @throws DoesNotFitException when the heap cannot hold the marks
     */
    abstract Contestant open(MarkSource marks, Path folder) throws IOException;

    static List<Method> list(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }
}
