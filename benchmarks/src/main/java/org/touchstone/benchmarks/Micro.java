package org.touchstone.benchmarks;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of the inner steps, each in a virtual machine of its own. */
final class Micro {
    private static final int ROUNDS = 5;

    private Micro() {}

    /**
     * @param bench folder of the bench; empty for the invented one
     * @param only part of the names of the benchmarks to run; empty for all
     */
    static String measure(String bench, String only) throws IOException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("org\\.touchstone\\.benchmarks\\..*" + only)
                .param("bench", bench)
                .forks(1)
                .warmupIterations(ROUNDS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        try {
            return table(new Runner(options.build()).run());
        } catch (RunnerException e) {
            throw new IOException("a micro-benchmark failed: " + e.getMessage(), e);
        }
    }

    private static String table(Collection<RunResult> results) {
        Table table = new Table("step", "time", "error at 99.9 %");
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            String name = run.getParams().getBenchmark();
            String unit = result.getScoreUnit().replace("us/op", "µs").replace("ns/op", "ns");
            table.row(
                    name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1)
                            .replace("Benchmark", ""),
                    String.format(Locale.ROOT, "%,.2f %s", result.getScore(), unit),
                    String.format(Locale.ROOT, "± %,.2f", result.getScoreError()));
        }
        return String.format(Locale.ROOT, "%d rounds of 1 s after %d of warm-up, one thread.\n\n", ROUNDS, ROUNDS)
                + table;
    }
}
