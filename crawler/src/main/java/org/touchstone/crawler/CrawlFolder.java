package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.LoggedRequest;
import org.touchstone.crawler.fetch.PolitenessLines;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.LineFile;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.keep.WarcArchive;
import org.touchstone.crawler.keep.WarcPlace;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.listing.CaptureRef;
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

    private static final String WARC = "warc";

    private final Path folder;
    private final Consumer<Rejection> announce;
    private final CrawlStore store;
    private final WarcArchive archive;
    private final LineFile rejections;
    private final LineFile politeness;
    private final ListingLog listings;
    private final Map<URI, WarcPlace> places = new ConcurrentHashMap<>();
    private final AtomicLong rejected;
    private final AtomicLong images;
    private final boolean resumed;

    /** What belongs together is written under the first lock, and made durable under the second. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    CrawlFolder(Path folder, String name, Map<String, List<String>> about, Consumer<Rejection> announce)
            throws IOException {
        this.folder = folder;
        this.announce = announce;
        Files.createDirectories(folder.resolve("images"));
        Files.deleteIfExists(folder.resolve("report.json"));
        store = new CrawlStore(folder.resolve("crawl.db"));
        resumed = !List.of("", StopReason.DONE.key()).contains(store.text("stop"));
        if (resumed) {
            recover();
        } else {
            startAnew();
        }
        store.setText("stop", "running");
        rejections = new LineFile(folder.resolve("rejected.jsonl"), store.number("rejectedBytes"));
        politeness = new LineFile(folder.resolve("politeness.jsonl"), Long.MAX_VALUE);
        listings = new ListingLog(folder.resolve("listings.jsonl"), store);
        rejected = new AtomicLong(store.number("rejected"));
        images = new AtomicLong(store.number("images"));
        archive = new WarcArchive(folder.resolve(WARC), fileName(name), about);
        store.commit();
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "_");
        return plain.substring(0, Math.min(60, plain.length()));
    }

    /** A crawl that came to its end is begun once more: pages are visited again, known listings and images stay known. */
    private void startAnew() throws IOException {
        for (String table : List.of("visits", "answers", "passing")) {
            store.change("DELETE FROM " + table);
        }
        store.change("DELETE FROM images WHERE path = ''");
        for (String number : List.of("rejected", "rejectedBytes", "pages", "requested", "left", "bytes")) {
            store.setNumber(number, 0);
        }
        store.setText("failures", "");
        store.setText("profiles", "");
        store.change("DELETE FROM texts WHERE name LIKE 'live %'");
    }

    /** Answers that were received before the last commit remembered them are found in the WARC files. */
    private void recover() throws IOException {
        String last = store.text("warc");
        for (Path file : WarcTail.files(folder.resolve(WARC))) {
            String name = String.valueOf(file.getFileName());
            if (last.isEmpty() || WarcTail.number(file) >= WarcTail.number(Path.of(last))) {
                long from = name.equals(last) ? store.number("warcBytes") : 0;
                WarcTail.mend(file, from);
                WarcAnswers.forEach(file, from, answer -> remember(answer.address(), answer.status(), answer.place()));
            }
        }
        store.change("UPDATE visits SET state = 0 WHERE state IN (1, 3)");
    }

    Path path() {
        return folder;
    }

    /** Whether a live room was watched to the end already. */
    boolean watched(String room) throws IOException {
        return !store.text("live " + room).isEmpty();
    }

    void setWatched(String room) throws IOException {
        store.setText("live " + room, "done");
    }

    CrawlStore store() {
        return store;
    }

    /** Keeps an exchange; may be called from any thread. */
    void keep(Exchange exchange) throws IOException {
        lock.readLock().lock();
        try {
            WarcPlace place = archive.add(exchange);
            if (exchange.kind() != FetchKind.ROBOTS && exchange.cut() == null) {
                remember(exchange.address(), exchange.status(), place);
                if (exchange.kind() == FetchKind.PAGE) {
                    places.put(exchange.address(), place);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Adds a request to the log that shows how polite the crawl was. */
    void logged(LoggedRequest request) throws IOException {
        politeness.add(PolitenessLines.write(request));
    }

    private void remember(URI address, int status, WarcPlace place) throws IOException {
        if (status != 429 && status < 500) {
            store.change(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)",
                    address.toString(),
                    place.file(),
                    place.offset());
        }
    }

    /** The answer that was received from an address before the crawl was interrupted; empty when there is none. */
    Optional<KeptAnswer> kept(URI address) throws IOException {
        if (!resumed) {
            return Optional.empty();
        }
        Optional<WarcPlace> place = store.first(
                "SELECT file, place FROM answers WHERE url = ?",
                row -> new WarcPlace(row.getString(1), row.getLong(2), ""),
                address.toString());
        return place.isEmpty()
                ? Optional.empty()
                : WarcAnswers.at(
                        folder.resolve(WARC).resolve(place.get().file()),
                        place.get().offset());
    }

    /** Where the page of an address was just kept; asked once. */
    @Nullable
    WarcPlace place(URI address) {
        return places.remove(address);
    }

    /** Answers that have been made use of need not be found again. */
    void forget(List<URI> addresses) throws IOException {
        for (URI address : addresses) {
            places.remove(address);
            store.change("DELETE FROM answers WHERE url = ?", address.toString());
        }
    }

    /** A place as listings name it: the path is relative to the folder. */
    static CaptureRef capture(WarcPlace place) {
        return new CaptureRef(WARC + "/" + place.file(), place.offset(), place.sha256());
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
            WarcPlace end = archive.end();
            if (!end.file().isEmpty()) {
                store.setText("warc", end.file());
                store.setNumber("warcBytes", end.offset());
            }
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
