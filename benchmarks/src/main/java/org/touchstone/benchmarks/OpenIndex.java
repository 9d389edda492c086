package org.touchstone.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.indexer.SignCursor;
import org.touchstone.indexer.SignDictionary;
import org.touchstone.indexer.sign.SignView;
import org.touchstone.matcher.text.TextMatcher;

/** The marks of a bench, indexed and open, and texts to match. */
@State(Scope.Benchmark)
public class OpenIndex {
    private static final int DESCRIPTION = 5_000;

    /** Folder of the bench; empty for the invented one. */
    @Param("")
    public String bench = "";

    private @Nullable Path folder;
    private @Nullable MarkIndex index;
    private @Nullable TextMatcher matcher;
    private String word = "";
    private String description = "";
    private int number;

    /** A cursor of each thread's own. */
    @State(Scope.Thread)
    public static class Place {
        private @Nullable SignCursor cursor;

        @Setup
        public void open(OpenIndex index) {
            cursor = index.signs().cursor();
        }

        SignCursor cursor() {
            return requireNonNull(cursor);
        }
    }

    @Setup(Level.Trial)
    public void open() throws IOException {
        TextBench marks = Benchmarks.bench(bench);
        Path at = Folders.create();
        folder = at;
        Touchstone.build(new MarkSource(marks.words(), marks.words().size(), Growth.SCRAMBLED), at);
        MarkIndex opened = MarkIndex.open(at);
        index = opened;
        matcher = new TextMatcher(opened);
        word = marks.words().stream()
                .map(Word::text)
                .filter(text -> text.matches("[a-z]{7}"))
                .findFirst()
                .orElseThrow();
        String titles = marks.titles().stream().map(Title::text).collect(Collectors.joining("\n"));
        description = titles.substring(0, Math.min(DESCRIPTION, titles.length()));
        opened.signs().cursor().find(SignView.FOLDED, word, 1, found -> number = found);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        requireNonNull(index).close();
        Folders.delete(requireNonNull(folder));
    }

    TextMatcher matcher() {
        return requireNonNull(matcher);
    }

    SignDictionary signs() {
        return requireNonNull(index).signs();
    }

    String key() {
        return word;
    }

    int number() {
        return number;
    }

    String titleWithMark() {
        return word + " running shoes size 42";
    }

    String titleWithDisguise() {
        return String.join(" ", word.split("")) + " running shoes size 42";
    }

    String cleanTitle() {
        return "light summer running shoes size 42";
    }

    String description() {
        return description;
    }
}
