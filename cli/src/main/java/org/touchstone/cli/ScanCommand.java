package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scans listings for the signs of marks. */
@Command(name = "scan")
final class ScanCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Against against;

    static final class Against {
        @Option(names = "--marks", paramLabel = "FILE|DIR", required = true)
        private List<Path> marks = new ArrayList<>();

        @Option(names = "--index", paramLabel = "DIR", required = true)
        private @Nullable Path index;
    }

    @Parameters(paramLabel = "LISTINGS", arity = "1..*", descriptionKey = "listings")
    private List<String> listings;

    @Option(names = "--brands", paramLabel = "FILE")
    private List<Path> brands = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE")
    private @Nullable String out;

    @Option(names = "--report", paramLabel = "FILE")
    private @Nullable Path report;

    @Option(names = "--min-score", paramLabel = "S", defaultValue = "0")
    private double minScore;

    @Mixin
    private OwnModels own;

    @Option(names = "--no-images")
    private boolean noImages;

    @Option(names = "--read-images")
    private boolean readImages;

    @Option(names = "--either-script")
    private boolean eitherScript;

    @Mixin
    private OnDay on;

    @Option(names = "--threads", paramLabel = "N")
    private int threads = Runtime.getRuntime().availableProcessors();

    ScanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw CliException.usage(console.text("scan.badThreads", threads));
        }
        if (!(minScore >= 0 && minScore <= 1)) {
            throw CliException.usage(console.text("scan.badScore", String.valueOf(minScore)));
        }
        if (noImages && readImages) {
            throw CliException.usage(console.text("scan.readsNone"));
        }
        String target = out == null && report == null ? "-" : out;
        ScanJob.Outcome outcome = new ScanJob(console, own.store())
                .run(new ScanJob.Order(
                        against.marks,
                        against.index,
                        on.day(),
                        brands,
                        listings,
                        target,
                        report,
                        minScore,
                        !noImages,
                        readImages,
                        eitherScript,
                        threads,
                        "touchstone "
                                + String.join(
                                        " ",
                                        spec.root()
                                                .commandLine()
                                                .getParseResult()
                                                .originalArgs())));
        tell(outcome, target);
        return ExitCode.of(outcome.rejected());
    }

    private void tell(ScanJob.Outcome outcome, @Nullable String target) {
        console.say(
                "scan.done",
                outcome.listings(),
                outcome.seconds(),
                outcome.seconds() > 0 ? outcome.listings() / outcome.seconds() : 0.0,
                outcome.hits());
        if (target != null && !target.equals("-")) {
            console.say("scan.written", target);
        }
        if (report != null) {
            console.say("scan.reported", report);
        }
        if (outcome.rejected() > 0) {
            if (target != null && !target.equals("-")) {
                console.warn("scan.rejectedTo", outcome.rejected(), target + ".rejected.jsonl");
            } else {
                console.warn("scan.rejected", outcome.rejected());
            }
        }
    }
}
