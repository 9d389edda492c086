package org.touchstone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.CrawlListener;
import org.touchstone.crawler.CrawlReport;
import org.touchstone.crawler.Crawler;
import org.touchstone.crawler.StopReason;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.crawler.plan.Quantity;
import org.touchstone.record.Rejection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Crawls shops into a folder of listings and images. */
@Command(
        name = "crawl",
        subcommands = {
            CrawlFetchCommand.class,
            CrawlReplayCommand.class,
            CrawlProfileCommand.class,
            CrawlSchemaCommand.class,
            CrawlStillCommand.class,
            CrawlImportCommand.class
        })
final class CrawlCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PLAN.yaml | URL", arity = "0..*", descriptionKey = "what")
    private List<String> what = List.of();

    @Option(names = "--into", paramLabel = "DIR")
    private @Nullable Path into;

    @Option(names = "--contact", paramLabel = "MAIL|URL")
    private @Nullable String contact;

    @Option(names = "--pages", paramLabel = "N")
    private @Nullable Integer pages;

    @Option(names = "--depth", paramLabel = "N")
    private @Nullable Integer depth;

    @Option(names = "--delay", paramLabel = "TIME")
    private @Nullable String delay;

    @Option(names = "--private-networks")
    private boolean privateNetworks;

    CrawlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (what.isEmpty() || into == null) {
            throw CliException.usage(console.text(what.isEmpty() ? "crawl.needsPlan" : "crawl.needsInto"));
        }
        CrawlPlan plan = plan();
        Crawler crawler = new Crawler(plan);
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> stopAndWait(crawler, worker), "crawl-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        CrawlReport report;
        try {
            report = run(crawler, plan, into);
        } finally {
            removeHook(hook);
        }
        CrawlReport.Counts counts = report.counts();
        console.say("crawl.done", counts.listings(), counts.images(), counts.pages(), into);
        if (counts.resting() > 0) {
            console.say("crawl.resting", counts.unchanged() + counts.resting(), counts.resting());
        } else if (counts.unchanged() > 0) {
            console.say("crawl.unchanged", counts.unchanged());
        }
        if (counts.rejected() > 0) {
            long denied = counts.robotsDenied();
            console.say("crawl.rejected", counts.rejected() - denied, denied, into.resolve("rejected.jsonl"));
        }
        if (!report.traps().isEmpty()) {
            console.say("crawl.traps", String.join(", ", report.traps().keySet()));
        }
        boolean some = report.stop() == StopReason.DONE && counts.left() > 0;
        console.say(some ? "crawl.stop.left" : "crawl.stop." + report.stop().key(), counts.left());
        CrawlProfileCommand.sayDrift(report.profiles(), console);
        if (counts.pages() == 0 && counts.listings() == 0) {
            throw new CliException(console.text("crawl.nothing", into.resolve("rejected.jsonl")));
        }
        return ExitCode.of(counts.rejected() - counts.robotsDenied());
    }

    /** Runs a crawl with its progress shown and its failures named. */
    private CrawlReport run(Crawler crawler, CrawlPlan plan, Path folder) throws IOException {
        try (Progress progress = console.progress("crawl.pages", plan.limits().pages())) {
            return crawler.run(folder, new CrawlListener() {
                @Override
                public void pageRead(URI page, CrawlReport.Counts soFar) {
                    long known = soFar.requested() + soFar.left();
                    progress.expect(Math.min(known, Math.max(plan.limits().pages(), soFar.requested())));
                    progress.accept(soFar.requested());
                    console.detail(page.toString());
                }

                @Override
                public void browserMissing() {
                    console.say("crawl.noBrowser");
                }

                @Override
                public void rejected(Rejection rejection) {
                    console.line(rejection.toString());
                }
            });
        }
    }

    /** On Ctrl-C: what was read so far is kept; the process ends when the files stand. */
    private static void stopAndWait(Crawler crawler, Thread worker) {
        crawler.stop();
        try {
            worker.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, which is what the hook is for.
        }
    }

    private CrawlPlan plan() throws IOException {
        boolean addresses = what.stream().allMatch(one -> one.matches("(?i)https?://.*"));
        if (!addresses && what.size() > 1) {
            throw CliException.usage(console.text("crawl.onePlan", String.join(" ", what)));
        }
        CrawlPlan plan = addresses ? ofAddresses(what) : CrawlPlan.read(file(what.getFirst()));
        CrawlPlan.Limits limits = plan.limits();
        limits = pages == null ? limits : limits.withPages(atLeast("--pages", pages, 1));
        limits = depth == null ? limits : limits.withDepth(atLeast("--depth", depth, 0));
        return plan.toBuilder()
                .agent(contact == null || addresses ? plan.agent() : agent(console, contact))
                .limits(limits)
                .delay(delay == null ? plan.delay() : delay(delay))
                .privateNetworks(plan.privateNetworks() || privateNetworks)
                .build();
    }

    /** A plan's file; what is none, and is not called like one, was probably meant as an address. */
    private Path file(String written) {
        Path file = Path.of(written);
        if (!Files.exists(file) && !written.matches("(?i).*\\.ya?ml")) {
            throw CliException.usage(console.text("crawl.noPlan", written));
        }
        return file;
    }

    private CrawlPlan ofAddresses(List<String> written) {
        List<URI> seeds = new ArrayList<>();
        for (String one : written) {
            seeds.add(address(console, one));
        }
        return CrawlPlan.builder(agent(console, contact)).seeds(seeds).build();
    }

    private Duration delay(String written) {
        return Quantity.time(written).orElseThrow(() -> CliException.usage(console.text("crawl.badDelay", written)));
    }

    private int atLeast(String option, int value, int least) {
        if (value < least) {
            throw CliException.usage(console.text("crawl.badCount", option, least, value));
        }
        return value;
    }

    /** Who crawls when no plan says it. */
    static CrawlPlan.Agent agent(Console console, @Nullable String contact) {
        if (contact == null || contact.isBlank()) {
            throw CliException.usage(console.text("crawl.needsContact"));
        }
        try {
            return CrawlPlan.Agent.of(contact.strip());
        } catch (IllegalArgumentException e) {
            throw CliException.usage(console.text("crawl.badContact", contact));
        }
    }

    static URI address(Console console, String written) {
        return WebAddress.parse(written)
                .orElseThrow(() -> CliException.usage(console.text("crawl.badAddress", written)));
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
