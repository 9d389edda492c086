package org.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.touchstone.crawler.live.StillPlace;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Formats;
import org.touchstone.record.RecordReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the still of a live stream again from the WARC record that it was taken from. */
@Command(name = "still")
final class CrawlStillCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "LISTING", descriptionKey = "listing")
    private String listing;

    @Option(names = "--from", paramLabel = "DIR", required = true)
    private Path from;

    @Option(names = "--out", paramLabel = "FILE.jpg", required = true)
    private Path out;

    CrawlStillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Listing found = find();
        byte[] still = StillPlace.again(from, found);
        AtomicFile.write(out, still);
        Path kept = from.resolve(
                found.images().isEmpty() ? "images" : found.images().getFirst());
        boolean same = Files.isRegularFile(kept) && Arrays.equals(Files.readAllBytes(kept), still);
        console.say(same ? "still.same" : "still.differs", out, kept);
        return same ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Listing find() throws IOException {
        Path file = from.resolve("listings.jsonl");
        if (!Files.isRegularFile(file)) {
            throw CliException.usage(console.text("still.noCrawl", from));
        }
        try (RecordReader<Listing> reader = RecordReader.open(file, Formats.LISTING, rejection -> {})) {
            while (reader.hasNext()) {
                Listing next = reader.next().value();
                if (next.id().equals(listing)) {
                    return next;
                }
            }
        }
        throw CliException.usage(console.text("still.noListing", listing, file));
    }
}
