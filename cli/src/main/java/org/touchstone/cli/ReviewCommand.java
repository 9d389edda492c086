package org.touchstone.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.touchstone.indexer.MarkIndex;
import org.touchstone.mark.Registration;
import org.touchstone.matcher.Scorer;
import org.touchstone.record.RejectionLog;
import org.touchstone.review.CaseStore;
import org.touchstone.review.ImportReport;
import org.touchstone.review.MarkSource;
import org.touchstone.review.ReviewServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps cases, and serves the pages on which a person decides them. */
@Command(name = "review")
final class ReviewCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--cases", paramLabel = "FILE", required = true)
    private String cases;

    @Option(names = "--import", paramLabel = "HITS")
    private List<Path> hits = new ArrayList<>();

    @Option(names = "--listings", paramLabel = "FILE|DIR")
    private List<Path> listings = new ArrayList<>();

    @Option(names = "--index", paramLabel = "DIR")
    private @Nullable Path index;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8600")
    private int port;

    @Option(names = "--address", paramLabel = "HOST", defaultValue = "127.0.0.1")
    private String address;

    @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "")
    private String token;

    @Option(names = "--reviewer", paramLabel = "NAME")
    private String reviewer = System.getProperty("user.name");

    @Option(names = "--import-only")
    private boolean importOnly;

    ReviewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (cases.startsWith("jdbc:")) {
            throw CliException.usage(console.text("review.jdbc", cases));
        }
        if (port < 0 || port > 65_535) {
            throw CliException.usage(console.text("review.badPort", port));
        }
        long rejected;
        try (CaseStore store = CaseStore.open(Path.of(cases));
                RejectionLog rejections = new RejectionLog(null, one -> console.line(one.toString()))) {
            for (Path file : hits) {
                told(file, store.importHits(file, rejections));
            }
            for (Path file : listings) {
                Path list = java.nio.file.Files.isDirectory(file) ? file.resolve("listings.jsonl") : file;
                told(list, store.importListings(list, rejections));
            }
            rejected = rejections.count();
            if (!importOnly) {
                serve(store);
            }
        }
        return ExitCode.of(rejected);
    }

    private void told(Path file, ImportReport report) {
        console.say("review.imported", file, report.added(), report.changed(), report.same(), report.rejected());
    }

    /** Serves until the process is told to end; then pages under way are finished. The store needs no farewell. */
    private void serve(CaseStore store) throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Marks marks = index == null ? null : new Marks(MarkIndex.open(index));
                ReviewServer server = start(store, marks == null ? MarkSource.NONE : marks)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                stopped.countDown();
                                await(closed);
                            },
                            "review-stop"));
            console.out().println(server.url());
            console.flush();
            console.say("review.serving");
            stopped.await();
        } finally {
            closed.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ReviewServer start(CaseStore store, MarkSource marks) throws IOException {
        try {
            var settings =
                    new ReviewServer.Settings(InetAddress.getByName(address), port, token, reviewer, Scorer.PRIOR);
            return ReviewServer.start(
                    store, marks, settings, failure -> console.warn("review.failed", String.valueOf(failure)));
        } catch (UnknownHostException e) {
            throw CliException.usage(console.text("review.badAddress", address));
        } catch (IllegalArgumentException e) {
            throw CliException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The marks of an index. */
    private record Marks(MarkIndex index) implements MarkSource, AutoCloseable {
        @Override
        public Optional<Registration> registration(String id) {
            return index.registration(id);
        }

        @Override
        public byte[] picture(Registration registration) {
            for (String image : registration.mark().images()) {
                Optional<byte[]> picture = index.thumbnail(registration.id(), image);
                if (picture.isPresent()) {
                    return picture.get();
                }
            }
            return new byte[0];
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }
}
