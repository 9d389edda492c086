package org.touchstone.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.touchstone.matcher.Sighting;

/** Proposals and comparisons: a text against all marks. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MatchBenchmark {
    /** A title with a mark as registered. */
    @Benchmark
    public List<Sighting> titleWithMark(OpenIndex index) {
        return index.matcher().match("title", index.titleWithMark());
    }

    /** A title with a mark whose letters are parted. */
    @Benchmark
    public List<Sighting> titleWithDisguise(OpenIndex index) {
        return index.matcher().match("title", index.titleWithDisguise());
    }

    /** A title without a mark. */
    @Benchmark
    public List<Sighting> cleanTitle(OpenIndex index) {
        return index.matcher().match("title", index.cleanTitle());
    }

    /** A description of 5,000 characters, some marks in it. */
    @Benchmark
    public List<Sighting> description(OpenIndex index) {
        return index.matcher().match("description", index.description());
    }
}
