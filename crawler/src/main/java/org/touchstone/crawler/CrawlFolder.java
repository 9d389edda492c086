package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.LoggedRequest;
import org.touchstone.crawler.fetch.PolitenessLines;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.crawler.keep.LineFile;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.Rejection;

/**
 * The folder that a crawl leaves: {@code listings.jsonl}, {@code images/}, {@code warc/}, {@code rejected.jsonl},
 * {@code politeness.jsonl}, {@code report.json}, and {@code crawl.db}, by which it goes on after any stop. What was
 * received is in the WARC files first; the rest follows from it and is made anew from it where a crash came between. Thread-safe.
 */
final class CrawlFolder implements Closeable {
    /** Digits of an image's digest in its name: 128 bits, so that paths stay readable. */
    private static final int DIGITS = 32;

    private final Path folder;
    private final Consumer<Rejection> announce;
    private final CrawlStore store;
    private final CrawlArchive archive;
    private final LineFile rejections;
    private final LineFile politeness;
    private final ListingLog listings;
    private final AtomicLong rejected;
    private final AtomicLong images;

    /** What belongs together is written under the first lock, and made durable under the second. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param revisit time after which every page is due again */
    CrawlFolder(
            Path folder, String name, Map<String, List<String>> about, Duration revisit, Consumer<Rejection> announce)
            throws IOException {
        this.folder = folder;
        this.announce = announce;
        Files.createDirectories(folder.resolve("images"));
        Files.deleteIfExists(folder.resolve("report.json"));
        store = new CrawlStore(folder.resolve("crawl.db"));
        boolean resumed = !List.of("", StopReason.DONE.key()).contains(store.text("stop"));
        if (resumed) {
            store.change("UPDATE visits SET state = 0 WHERE state IN (1, 3)");
        } else {
            startAnew();
        }
        store.setText("stop", "running");
        rejections = new LineFile(folder.resolve("rejected.jsonl"), store.number("rejectedBytes"));
        politeness = new LineFile(folder.resolve("politeness.jsonl"), Long.MAX_VALUE);
        listings = new ListingLog(folder.resolve("listings.jsonl"), store);
        rejected = new AtomicLong(store.number("rejected"));
        images = new AtomicLong(store.number("images"));
        archive = new CrawlArchive(folder, store, lock.readLock(), resumed, name, about, revisit);
        store.commit();
    }

    /** A crawl that came to its end is begun once more: pages are visited again, known listings and images stay known. */
    private void startAnew() throws IOException {
        for (String table : List.of("visits", "answers", "passing", "shapes", "met")) {
            store.change("DELETE FROM " + table);
        }
        store.change("DELETE FROM images WHERE path = ''");
        for (String number :
                List.of("rejected", "rejectedBytes", "pages", "requested", "left", "bytes", "unchanged", "resting")) {
            store.setNumber(number, 0);
        }
        store.setText("failures", "");
        store.setText("profiles", "");
        store.change("DELETE FROM texts WHERE name LIKE 'live %'");
    }

    Path path() {
        return folder;
    }

    CrawlStore store() {
        return store;
    }

    /** What was received. */
    CrawlArchive archive() {
        return archive;
    }

    /** Adds a request to the log that shows how polite the crawl was. */
    void logged(LoggedRequest request) throws IOException {
        politeness.add(PolitenessLines.write(request));
    }

    /** Notes that an offer was come upon, on its own page or another; 1 the first time in this crawl, 0 later. */
    int meet(Offered offered) throws IOException {
        String id = (offered.own() ? "own " : "") + offered.listing().id();
        return store.change("INSERT OR IGNORE INTO met VALUES (?)", id);
    }

    /** The listings. */
    ListingLog listings() {
        return listings;
    }

    /** Writes a listing, unless it is there as it is. */
    void write(Listing listing) throws IOException {
        lock.readLock().lock();
        try {
            listings.write(listing);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The path of an image that was fetched in this folder before: empty text for one that could not be had. */
    Optional<String> image(URI address) throws IOException {
        return store.first("SELECT path FROM images WHERE url = ?", row -> row.getString(1), address.toString());
    }

    /** Remembers what came of an image. */
    void rememberImage(URI address, String path) throws IOException {
        store.change("INSERT OR REPLACE INTO images VALUES (?, ?)", address.toString(), path);
    }

    static String imagePath(byte[] bytes, ImageType type) {
        return "images/" + ContentDigest.of(bytes).substring(0, DIGITS) + "." + type.extension();
    }

    /** Keeps an image under its digest; the path relative to the folder. */
    String keepImage(byte[] bytes, ImageType type) throws IOException {
        String path = imagePath(bytes, type);
        Path file = folder.resolve(path);
        synchronized (images) {
            if (!Files.exists(file)) {
                AtomicFile.write(file, bytes);
                images.incrementAndGet();
            }
        }
        return path;
    }

    void reject(Rejection rejection) {
        lock.readLock().lock();
        try {
            rejections.add(Json.line(Formats.REJECTION.write(rejection)));
            rejected.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException("rejected records cannot be kept in " + folder, e);
        } finally {
            lock.readLock().unlock();
        }
        announce.accept(rejection);
    }

    long imageCount() {
        return images.get();
    }

    long rejectionCount() {
        return rejected.get();
    }

    /** Makes what was written so far durable, files first. */
    void checkpoint() throws IOException {
        lock.writeLock().lock();
        try {
            archive.force();
            listings.force();
            rejections.force();
            politeness.force();
            store.setNumber("rejectedBytes", rejections.length());
            store.setNumber("rejected", rejected.get());
            store.setNumber("images", images.get());
            store.commit();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Ends the crawl, or this part of it. */
    void finish(CrawlReport report) throws IOException {
        store.setText("stop", report.stop().key());
        checkpoint();
        listings.compact();
        if (rejected.get() == 0) {
            Files.deleteIfExists(folder.resolve("rejected.jsonl"));
        }
        String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.toJson()) + "\n";
        AtomicFile.write(folder.resolve("report.json"), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        try (store;
                archive;
                rejections;
                politeness;
                listings) {
            // each is closed, whatever happens to the others
        }
    }
}
