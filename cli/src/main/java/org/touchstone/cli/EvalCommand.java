package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.touchstone.cli.eval.Evaluation;
import org.touchstone.cli.eval.Evaluator;
import org.touchstone.hit.Hit;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordReader;
import org.touchstone.record.RejectionLog;
import org.touchstone.record.Truth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a hit list against the truth. */
@Command(name = "eval")
final class EvalCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "HITS", descriptionKey = "hits")
    private Path hits;

    @Option(names = "--truth", paramLabel = "FILE", required = true)
    private Path truth;

    @Option(names = "--json")
    private boolean json;

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (RejectionLog rejections = new RejectionLog(null, one -> console.line(one.toString()));
                RecordReader<Truth> truths = RecordReader.open(truth, Formats.TRUTH, rejections);
                RecordReader<Hit> list = RecordReader.open(hits, Formats.HIT, rejections)) {
            Evaluation evaluation = new Evaluator(truths).evaluate(list);
            if (json) {
                console.out().println(Json.line(asJson(evaluation)));
            } else {
                print(evaluation, console.out());
            }
            return ExitCode.of(rejections.count());
        }
    }

    private void print(Evaluation found, PrintStream out) {
        line(out, "eval.hits", "%,d", found.hits());
        line(out, "eval.pairs", "%,d", found.pairs());
        line(out, "eval.precision", "%.4f", found.precision());
        line(out, "eval.recall", "%.4f  (%,d / %,d)", found.recall(), found.found(), found.pairs());
        line(out, "eval.averagePrecision", "%.4f", found.averagePrecision());
        line(out, "eval.ndcg", "%.4f", found.ndcg());
        line(out, "eval.brier", "%.4f", found.brier());
        line(out, "eval.calibrationError", "%.4f", found.calibrationError());
        line(
                out,
                "eval.lawful",
                "%,d / %,d  (%.3f)",
                found.lawfulFound(),
                found.lawfulPairs(),
                found.lawfulMeanScore());
        line(out, "eval.clean", "%,d", found.cleanListingsHit());
        out.println();
        out.println(console.text("eval.bins"));
        for (Evaluation.Bin bin : found.bins()) {
            out.println(String.format(
                    Locale.ROOT, "  %.1f  %,8d  %.3f  %.3f", bin.from(), bin.hits(), bin.meanScore(), bin.trueShare()));
        }
        shares(out, "eval.byEvidence", found.byEvidence());
        shares(out, "eval.byKind", found.byKind());
    }

    private void line(PrintStream out, String key, String format, Object... values) {
        out.println(DisplayWidth.fit(console.text(key), 34) + String.format(Locale.ROOT, format, values));
    }

    private void shares(PrintStream out, String key, Map<String, Evaluation.Share> shares) {
        if (shares.isEmpty()) {
            return;
        }
        out.println();
        out.println(console.text(key));
        shares.forEach((name, share) -> out.println("  " + DisplayWidth.fit(name, 30)
                + String.format(Locale.ROOT, "  %.3f  %,d / %,d", share.value(), share.part(), share.whole())));
    }

    private static ObjectNode asJson(Evaluation found) {
        ObjectNode node = Json.object();
        node.put("hits", found.hits());
        node.put("pairs", found.pairs());
        node.put("found", found.found());
        node.put("precision", found.precision());
        node.put("recall", found.recall());
        node.put("averagePrecision", found.averagePrecision());
        node.put("ndcg", found.ndcg());
        node.put("brier", found.brier());
        node.put("calibrationError", found.calibrationError());
        node.put("lawfulFound", found.lawfulFound());
        node.put("lawfulPairs", found.lawfulPairs());
        node.put("lawfulMeanScore", found.lawfulMeanScore());
        node.put("cleanListingsHit", found.cleanListingsHit());
        ArrayNode bins = node.putArray("bins");
        for (Evaluation.Bin bin : found.bins()) {
            bins.addObject()
                    .put("from", bin.from())
                    .put("hits", bin.hits())
                    .put("meanScore", bin.meanScore())
                    .put("trueShare", bin.trueShare());
        }
        shares(node.putObject("byEvidence"), found.byEvidence());
        shares(node.putObject("byKind"), found.byKind());
        return node;
    }

    private static void shares(ObjectNode node, Map<String, Evaluation.Share> shares) {
        shares.forEach((name, share) -> node.putObject(name)
                .put("part", share.part())
                .put("whole", share.whole())
                .put("share", share.value()));
    }
}
