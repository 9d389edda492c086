package org.touchstone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.touchstone.cli.demo.DemoShop;
import org.touchstone.cli.report.ReportEntry;
import org.touchstone.crawler.CrawlListener;
import org.touchstone.crawler.CrawlReport;
import org.touchstone.crawler.Crawler;
import org.touchstone.crawler.plan.CrawlPlan;
import org.touchstone.hit.Evidence;
import org.touchstone.record.Rejection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the whole way on a shop that the program makes by itself. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final int SHOWN = 12;
    private static final String MARKER = "plan.yaml";
    private static final String REPORT = "report.html";

    private final Console console;

    @Option(names = "--into", paramLabel = "DIR")
    private Path into = Path.of("touchstone-demo");

    @Option(names = "--serve")
    private boolean serve;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        refuseForeign();
        try (DemoShop shop = openShop()) {
            shop.writeMaterial(into);
            crawl();
            ScanJob.Order order = order();
            ScanJob.Outcome outcome = new ScanJob(console).run(order);
            print(outcome);
            console.say("demo.scanned", outcome.listings(), outcome.seconds(), outcome.hits());
            console.say("scan.reported", into.resolve(REPORT));
            console.say("demo.again", into);
            console.line("  " + order.commandLine());
            if (serve) {
                console.say("demo.browse", shop.address());
                waitForEver();
            }
            return ExitCode.of(outcome.rejected());
        }
    }

    private DemoShop openShop() throws IOException {
        DemoShop shop;
        try (Progress progress = console.progress("demo.drawing", 0)) {
            shop = DemoShop.open(progress);
        }
        console.say("demo.open", shop.address(), shop.offerCount(), shop.brandCount());
        return shop;
    }

    /** By the plan file and the same way as any other shop. */
    private void crawl() throws IOException {
        CrawlPlan plan = CrawlPlan.read(into.resolve(MARKER));
        // The shop stands at another port each time: what an earlier demo knew of it does not hold.
        for (String known : List.of("crawl.db", "crawl.db-wal", "crawl.db-shm")) {
            Files.deleteIfExists(into.resolve("crawl").resolve(known));
        }
        CrawlReport report;
        try (Progress progress = console.progress("crawl.pages", 0)) {
            report = new Crawler(plan).run(into.resolve("crawl"), new CrawlListener() {
                @Override
                public void pageRead(URI page, CrawlReport.Counts soFar) {
                    progress.accept(soFar.pages());
                }

                @Override
                public void rejected(Rejection rejection) {
                    console.detail(rejection.toString());
                }
            });
        }
        double seconds = (report.finished().toEpochMilli() - report.started().toEpochMilli()) / 1000.0;
        console.say(
                "demo.crawled",
                seconds,
                report.counts().listings(),
                report.counts().images());
    }

    private ScanJob.Order order() {
        Path marks = into.resolve("marks.csv");
        Path brands = into.resolve("brands.yaml");
        Path crawl = into.resolve("crawl");
        Path hits = into.resolve("hits.jsonl");
        Path report = into.resolve(REPORT);
        String again = String.join(
                " ",
                "touchstone scan --marks",
                quoted(marks),
                quoted(crawl),
                "--brands",
                quoted(brands),
                "--out",
                quoted(hits),
                "--report",
                quoted(report));
        return new ScanJob.Order(
                List.of(marks),
                null,
                null,
                List.of(brands),
                List.of(crawl.toString()),
                hits.toString(),
                report,
                0,
                true,
                false,
                false,
                Runtime.getRuntime().availableProcessors(),
                again);
    }

    private static String quoted(Path path) {
        String name = path.toString();
        return name.matches("[\\p{L}\\p{N}_./:\\\\-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    /** The best hit of each of the first listings. */
    private void print(ScanJob.Outcome outcome) {
        Set<String> shown = new HashSet<>();
        for (ReportEntry entry : outcome.top()) {
            if (shown.size() < SHOWN && shown.add(entry.listing().id())) {
                String mark = entry.registration().mark().text();
                console.out()
                        .println(String.format(
                                        Locale.ROOT, "%5.1f %%  ", entry.hit().score() * 100)
                                + DisplayWidth.fit(
                                        mark.isEmpty() ? entry.registration().id() : mark, 16)
                                + DisplayWidth.fit(
                                        DisplayWidth.cut(entry.listing().title(), 46), 48)
                                + String.join(", ", reasons(entry)));
            }
        }
        console.out().flush();
    }

    private static List<String> reasons(ReportEntry entry) {
        List<String> reasons = new ArrayList<>();
        for (Evidence evidence : entry.hit().evidence()) {
            switch (evidence) {
                case Evidence.Word word -> reasons.add("'" + word.quote() + "'");
                case Evidence.Picture picture -> reasons.add(picture.kind());
                case Evidence.Circumstance circumstance -> reasons.add(circumstance.kind());
            }
        }
        return reasons.stream().distinct().limit(4).toList();
    }

    /** The demo overwrites its own files, and nobody else's. */
    private void refuseForeign() throws IOException {
        if (!Files.isDirectory(into) || Files.isRegularFile(into.resolve(MARKER))) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(into)) {
            if (files.iterator().hasNext()) {
                throw CliException.usage(console.text("demo.foreign", into));
            }
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
