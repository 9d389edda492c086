package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.ImportReport;
import org.touchstone.crawler.Importer;
import org.touchstone.crawler.imports.ExportException;
import org.touchstone.crawler.imports.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings exports of marketplaces and folders of screenshots into a folder that scan reads. */
@Command(name = "import")
final class CrawlImportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", descriptionKey = "from")
    private List<Path> from;

    @Option(names = "--into", paramLabel = "DIR", required = true)
    private Path into;

    @Option(names = "--mapping", paramLabel = "FILE")
    private @Nullable Path mapping;

    @Option(names = "--zone", paramLabel = "ZONE")
    private @Nullable String zone;

    @Option(names = "--json")
    private boolean json;

    CrawlImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (Path one : from) {
            if (!Files.exists(one)) {
                throw CliException.usage(console.text("import.missing", one));
            }
        }
        ImportReport report;
        try (Progress progress = console.progress("import.listings", 0)) {
            report = new Importer(
                            mapping == null ? Mapping.NONE : Importer.mapping(mapping),
                            zone(),
                            rejection -> console.line(rejection.toString()),
                            progress)
                    .run(from, into);
        } catch (ExportException e) {
            String file = from.getFirst() + ": " + e.getMessage();
            throw new CliException(
                    e.skeleton().isEmpty() ? file : file + "\n" + console.text("import.skeleton", e.skeleton()), e);
        }
        for (ImportReport.Source source : report.sources()) {
            source.passedOver().forEach(reason -> console.say("import.passedOver", source.file(), reason));
        }
        if (report.repeated() > 0) {
            console.say("import.repeated", report.repeated());
        }
        console.say("import.done", report.listings(), report.images(), into);
        if (json) {
            console.out().println(report.toJson());
            console.out().flush();
        }
        if (report.listings() == 0) {
            throw new CliException(console.text("import.nothing", into.resolve("rejected.jsonl")));
        }
        return ExitCode.of(report.rejected());
    }

    private ZoneId zone() {
        if (zone == null) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw CliException.usage(console.text("import.badZone", zone));
        }
    }
}
