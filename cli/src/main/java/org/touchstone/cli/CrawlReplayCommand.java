package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.CrawlReplay;
import org.touchstone.listing.Listing;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordWriter;
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
        AtomicLong rejected = new AtomicLong();
        List<Path> files = files();
        CrawlReplay replay = new CrawlReplay(files, CrawlProfileCommand.read(profiles), into, rejection -> {
            rejected.incrementAndGet();
            console.line(rejection.toString());
        });
        List<Listing> listings = replay.listings();
        Path folder = into;
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
        }
        console.say("replay.done", listings.size(), files.size());
        CrawlProfileCommand.sayDrift(replay.profiles(), console);
        return ExitCode.of(rejected.get());
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
