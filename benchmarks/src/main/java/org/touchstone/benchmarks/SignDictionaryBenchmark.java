package org.touchstone.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;
import org.touchstone.indexer.WordSign;
import org.touchstone.indexer.sign.KeyHash;
import org.touchstone.indexer.sign.SignView;

/** Looking keys up. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SignDictionaryBenchmark {
    private static final String MISSING = "qzxwvkjh";
    private static final long MISSING_HASH = KeyHash.of(MISSING);

    /** The sieve, for a key that no sign has: by far the most frequent case. */
    @Benchmark
    public boolean sieve(OpenIndex index) {
        return index.signs().mayHave(SignView.SKELETON, MISSING_HASH);
    }

    /** A key that a sign has, in the dictionary of terms. */
    @Benchmark
    public void find(OpenIndex index, OpenIndex.Place place, Blackhole hole) {
        place.cursor().find(SignView.SKELETON, index.key(), 8, hole::consume);
    }

    /** A key that no sign has, past the sieve. */
    @Benchmark
    public void findMissing(OpenIndex.Place place, Blackhole hole) {
        place.cursor().find(SignView.SKELETON, MISSING, 8, hole::consume);
    }

    /** A sign by its number. */
    @Benchmark
    public WordSign sign(OpenIndex index) {
        return index.signs().sign(index.number());
    }
}
