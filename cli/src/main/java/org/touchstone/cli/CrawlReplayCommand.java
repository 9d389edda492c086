package org.touchstone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.CrawlReplay;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordWriter;
import org.touchstone.record.RejectionLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads listings again from WARC files, with no network. */
@Command(name = "replay")
final class CrawlReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "WARC", arity = "1..*", descriptionKey = "warc")
    private List<Path> archives;

    @Option(names = "--into", paramLabel = "DIR")
    private @Nullable Path into;

    @Option(names = "--profile", paramLabel = "FILE")
    private List<Path> profiles = new ArrayList<>();

    CrawlReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        Path folder = into;
        if (folder != null && Files.exists(folder.resolve("crawl.db"))) {
            throw CliException.usage(console.text("replay.crawl", folder));
        }
        Path named = folder == null ? null : folder.resolve("rejected.jsonl");
        try (RejectionLog rejected = new RejectionLog(named, rejection -> console.line(rejection.toString()))) {
            replay(files, folder, rejected);
            return ExitCode.of(rejected.count());
        }
    }

    private void replay(List<Path> files, @Nullable Path folder, RejectionLog rejected) throws IOException {
        CrawlReplay replay = new CrawlReplay(files, CrawlProfileCommand.read(profiles), folder, rejected);
        List<Listing> listings = replay.listings();
        if (folder == null) {
            for (Listing listing : listings) {
                console.out().println(Json.line(Formats.LISTING.write(listing)));
            }
        } else {
            try (RecordWriter<Listing> writer =
                    RecordWriter.create(folder.resolve("listings.jsonl"), Formats.LISTING)) {
                for (Listing listing : listings) {
                    writer.write(listing);
                }
                writer.commit();
            }
            ObjectNode report = replay.report().put("listings", listings.size()).put("rejected", rejected.count());
            String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
            AtomicFile.write(folder.resolve("report.json"), json.getBytes(StandardCharsets.UTF_8));
        }
        console.say("replay.done", listings.size(), files.size());
        CrawlProfileCommand.sayDrift(replay.profiles(), console);
    }

    /** The files named, and those in the folders named. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path named : archives) {
            if (!Files.exists(named)) {
                throw CliException.usage(console.text("replay.missing", named));
            }
            if (Files.isDirectory(named)) {
                files.addAll(CrawlReplay.archives(named));
            } else {
                files.add(named);
            }
        }
        if (files.isEmpty()) {
            throw CliException.usage(console.text("replay.none", archives.getFirst()));
        }
        return files;
    }
}
