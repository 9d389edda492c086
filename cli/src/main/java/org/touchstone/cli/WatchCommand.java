package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.cli.watch.Watch;
import org.touchstone.cli.watch.WatchedPlan;
import org.touchstone.crawler.plan.CrawlPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Crawls and scans on the plans' schedules, and reports what is new. */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {
    private final Console console;

    @ArgGroup(multiplicity = "1")
    private Against against;

    static final class Against {
        @Option(names = "--marks", paramLabel = "FILE|DIR", required = true)
        private List<Path> marks = new ArrayList<>();

        @Option(names = "--index", paramLabel = "DIR", required = true)
        private @Nullable Path index;
    }

    @Parameters(paramLabel = "PLAN.yaml", arity = "1..*", descriptionKey = "plans")
    private List<Path> plans;

    @Option(names = "--into", paramLabel = "DIR", required = true)
    private Path into;

    @Option(names = "--brands", paramLabel = "FILE")
    private List<Path> brands = new ArrayList<>();

    @Option(names = "--min-score", paramLabel = "S", defaultValue = "0")
    private double minScore;

    @Mixin
    private OwnModels own;

    @Option(names = "--no-images")
    private boolean noImages;

    @Option(names = "--now")
    private boolean now;

    @Option(names = "--once")
    private boolean once;

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        checkFiles();
        List<WatchedPlan> watched = watched();
        Watch watch = new Watch(
                console, watched, folder -> new ScanJob(console, own.store()).run(order(folder)), Clock.systemUTC());
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> watch.stopAndWait(worker), "watch-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            long rejected = once ? watch.once() : watch.always(now);
            return watch.failed() ? ExitCode.FAILED : ExitCode.of(rejected);
        } finally {
            CrawlCommand.removeHook(hook);
        }
    }

    /** Says what is missing now rather than after a crawl of hours. */
    private void checkFiles() {
        List<Path> needed = new ArrayList<>(against.marks);
        needed.addAll(brands);
        if (against.index != null) {
            needed.add(against.index);
        }
        for (Path file : needed) {
            if (!Files.exists(file)) {
                throw new CliException(console.text("watch.missing", file));
            }
        }
    }

    private List<WatchedPlan> watched() throws IOException {
        List<WatchedPlan> watched = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : plans) {
            CrawlPlan plan = CrawlPlan.read(file);
            if (plan.schedule() == null && !once) {
                throw CliException.usage(console.text("watch.noSchedule", file));
            }
            WatchedPlan one = new WatchedPlan(plan, into);
            if (!names.add(one.folder().toString())) {
                throw CliException.usage(console.text("watch.sameName", plan.name()));
            }
            watched.add(one);
        }
        return watched;
    }

    private ScanJob.Order order(Watch.NewOffers offers) {
        return new ScanJob.Order(
                against.marks,
                against.index,
                null,
                brands,
                List.of(offers.listings().toString()),
                offers.hits().toString(),
                offers.report(),
                minScore,
                !noImages,
                false,
                false,
                Runtime.getRuntime().availableProcessors(),
                "touchstone watch");
    }
}
