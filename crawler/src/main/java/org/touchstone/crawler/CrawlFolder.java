package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.fetch.Exchange;
import org.touchstone.crawler.fetch.FetchKind;
import org.touchstone.crawler.fetch.LoggedRequest;
import org.touchstone.crawler.fetch.PolitenessLines;
import org.touchstone.crawler.fetch.Validators;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.crawler.keep.Earlier;
import org.touchstone.crawler.keep.KeptAnswer;
import org.touchstone.crawler.keep.LastKept;
import org.touchstone.crawler.keep.LineFile;
import org.touchstone.crawler.keep.WarcAnswers;
import org.touchstone.crawler.keep.WarcArchive;
import org.touchstone.crawler.keep.WarcPlace;
import org.touchstone.crawler.keep.WarcTail;
import org.touchstone.crawler.live.LiveRecord;
import org.touchstone.crawler.live.LiveSource;
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
    private static final String LIVE = "live ";
    private static final String WATCHED = "done";

    private final Path folder;
    private final Consumer<Rejection> announce;
    private final CrawlStore store;
    private final WarcArchive archive;
    private final LineFile rejections;
    private final LineFile politeness;
    private final ListingLog listings;
    private final Revisits revisits;
    private final List<Path> earlier;
    private final LastKept lastKept = new LastKept();
    private final ThreadLocal<@Nullable Arrival> arrival = new ThreadLocal<>();
    private final AtomicLong rejected;
    private final AtomicLong images;
    private final boolean resumed;

    /**
     * A page that has just been received.
     *
     * @param answer it, or an earlier one that it repeats
     */
    record Arrival(URI address, Earlier answer, Validators validators) {}

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
        revisits = new Revisits(store, revisit);
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
        earlier = WarcTail.files(folder.resolve(WARC));
        int last = WarcTail.number(Path.of(store.text("warc")));
        archive = new WarcArchive(folder.resolve(WARC), fileName(name), last, about);
        store.commit();
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "_");
        return plain.substring(0, Math.min(60, plain.length()));
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

    /** Answers that were received before the last commit remembered them are found in the WARC files. */
    private void recover() throws IOException {
        String last = store.text("warc");
        for (Path file : WarcTail.files(folder.resolve(WARC))) {
            String name = String.valueOf(file.getFileName());
            if (last.isEmpty() || WarcTail.number(file) >= WarcTail.number(Path.of(last))) {
                long from = name.equals(last) ? store.number("warcBytes") : 0;
                WarcTail.mend(file, from);
                WarcAnswers.forEach(file, from, answer -> remember(answer.address(), answer.status(), whole(answer)));
            }
        }
        store.change("UPDATE visits SET state = 0 WHERE state IN (1, 3)");
    }

    /** Where the body of an answer lies, which may be where an earlier one is kept. */
    private WarcPlace whole(KeptAnswer answer) throws IOException {
        return answer.status() == 304
                ? revisits.seen(answer.address())
                        .map(seen -> seen.earlier().place())
                        .orElse(answer.place())
                : answer.place();
    }

    Path path() {
        return folder;
    }

    /** When a live room was first watched, by this run or one before; empty when it was watched to the end already. */
    Optional<Instant> watchedSince(LiveSource room) throws IOException {
        String since = store.text(LIVE + room.key());
        if (!since.isEmpty()) {
            return since.equals(WATCHED) ? Optional.empty() : Optional.of(Instant.parse(since));
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        archive.addResource(LiveRecord.ADDRESS, now, LiveRecord.TYPE, LiveRecord.write(room));
        store.setText(LIVE + room.key(), now.toString());
        checkpoint(); // before anything is fetched, lest it not be found again
        return Optional.of(now);
    }

    void setWatched(LiveSource room) throws IOException {
        store.setText(LIVE + room.key(), WATCHED);
    }

    /** The WARC files of earlier runs. */
    List<Path> earlierArchives() {
        return earlier;
    }

    /** Tells a thread where what it fetched last was kept. */
    LastKept lastKept() {
        return lastKept;
    }

    CrawlStore store() {
        return store;
    }

    /** Keeps an exchange; may be called from any thread. */
    void keep(Exchange exchange) throws IOException {
        lock.readLock().lock();
        try {
            boolean page = exchange.kind() == FetchKind.PAGE;
            Earlier earlier = page ? earlier(exchange).orElse(null) : null;
            WarcPlace place = archive.add(exchange, earlier);
            lastKept.kept(exchange, place);
            boolean lasting = exchange.kind() != FetchKind.ROBOTS && exchange.kind() != FetchKind.MEDIA;
            if (lasting && exchange.cut() == null) {
                remember(exchange.address(), exchange.status(), place);
                if (page && exchange.status() == 200) {
                    Earlier answer = earlier != null && place.equals(earlier.place())
                            ? earlier
                            : new Earlier(exchange.started().truncatedTo(ChronoUnit.MICROS), place);
                    Validators validators = new Validators(exchange.header("ETag"), exchange.header("Last-Modified"));
                    arrival.set(new Arrival(exchange.address(), answer, validators));
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The answer of an earlier crawl that this one may repeat: it can be read still, and a same one is of the same type. */
    private Optional<Earlier> earlier(Exchange exchange) throws IOException {
        return revisits.seen(exchange.address())
                .flatMap(seen -> answer(seen.earlier().place()))
                .filter(kept -> exchange.status() == 304 || kept.contentType().equals(exchange.header("Content-Type")))
                .map(kept -> new Earlier(kept.at(), kept.place()));
    }

    /** Keeps something that was made of a page; {@code kind} goes before the page's address. */
    WarcPlace keepMade(String kind, URI page, Instant at, String type, byte[] content) throws IOException {
        lock.readLock().lock();
        try {
            return archive.addResource(URI.create(kind + page), at, type, content);
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
        return resumed ? received(address) : Optional.empty();
    }

    /** The answer that was received from an address since the crawl began, if it has not been forgotten. */
    Optional<KeptAnswer> received(URI address) throws IOException {
        Optional<WarcPlace> place = store.first(
                "SELECT file, place FROM answers WHERE url = ?",
                row -> new WarcPlace(row.getString(1), row.getLong(2), "", ""),
                address.toString());
        return place.flatMap(this::answer);
    }

    /** The answer that lies at a place; empty when it is there no longer, because the file was deleted, cut off or replaced. */
    Optional<KeptAnswer> answer(WarcPlace place) {
        Path file = folder.resolve(WARC).resolve(place.file());
        try {
            return Files.isRegularFile(file)
                    ? WarcAnswers.at(file, place.offset())
                            .filter(kept -> place.record().isEmpty()
                                    || place.record().equals(kept.place().record()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The page that an address has just given this thread; null when it gave none. */
    @Nullable
    Arrival arrived(URI address) {
        Arrival last = arrival.get();
        return last != null && last.address().equals(address) ? last : null;
    }

    /** What earlier crawls into this folder saw. */
    Revisits revisits() {
        return revisits;
    }

    /** Notes that an offer was come upon, on its own page or another; 1 the first time in this crawl, 0 later. */
    int meet(Offered offered) throws IOException {
        String id = (offered.own() ? "own " : "") + offered.listing().id();
        return store.change("INSERT OR IGNORE INTO met VALUES (?)", id);
    }

    /** Keeps how a page was come upon and read. */
    void describe(URI address, Earlier answer, Map<String, List<String>> fields) throws IOException {
        lock.readLock().lock();
        try {
            archive.addMetadata(address, answer.at(), answer.place(), fields);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Answers that have been made use of need not be found again. */
    void forget(List<URI> addresses) throws IOException {
        for (URI address : addresses) {
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
