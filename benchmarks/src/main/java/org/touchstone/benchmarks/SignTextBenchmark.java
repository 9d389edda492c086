package org.touchstone.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.touchstone.indexer.sign.SignText;

/** Normal form of a text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignTextBenchmark {
    private static final String PLAIN = "Women running shoes lightweight mesh size 42";
    private static final String CHINESE = "夏季新款运动鞋男透气轻便跑步鞋";
    private static final String DISGUISED = "Ｗｏｍｅｎ ｒ\u200bｕ\u200bｎ\u200bｎing 𝐬𝐡𝐨𝐞𝐬 ŝïźė 42";

    @Benchmark
    public SignText plainTitle() {
        return SignText.of(PLAIN);
    }

    @Benchmark
    public SignText chineseTitle() {
        return SignText.of(CHINESE);
    }

    @Benchmark
    public SignText disguisedTitle() {
        return SignText.of(DISGUISED);
    }

    @Benchmark
    public SignText titleWithDigits() {
        return SignText.ofLeet(PLAIN);
    }
}
