package org.touchstone.crawler;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;
import org.touchstone.record.RecordWriter;
import org.touchstone.record.Rejection;
import org.touchstone.record.RejectionLog;

/**
 * The folder that a crawl leaves: {@code listings.jsonl}, {@code images/}, {@code rejected.jsonl}, {@code report.json}.
 * The lists appear whole, with the report as the last; an earlier crawl's stand until then. Thread-safe.
 */
final class CrawlFolder implements Closeable {
    /** Digits of an image's digest in its name: 128 bits, so that paths stay readable. */
    private static final int DIGITS = 32;

    private final Path folder;
    private final RecordWriter<Listing> listings;
    private final RejectionLog rejections;
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> urls = new HashSet<>();
    private final Set<String> images = new HashSet<>();

    CrawlFolder(Path folder, Consumer<Rejection> announce) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("images"));
        Files.deleteIfExists(folder.resolve("report.json"));
        rejections = new RejectionLog(folder.resolve("rejected.jsonl"), announce);
        listings = RecordWriter.create(folder.resolve("listings.jsonl"), Formats.LISTING);
    }

    /**
     * The offer under an id that no other listing has: shops of several sellers use a key twice. Empty when the very same
     * offer was written before.
     */
    synchronized Optional<Offered> fresh(Offered offered) {
        Listing listing = offered.listing();
        String before = ids.get(listing.id());
        if (before == null) {
            return Optional.of(offered);
        }
        String other = listing.id() + "~"
                + ContentDigest.of(listing.url().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 8);
        return before.equals(content(listing)) || ids.containsKey(other)
                ? Optional.empty()
                : Optional.of(new Offered(ListingCopy.of(listing, other).build(), offered.images(), offered.own()));
    }

    private static String content(Listing listing) {
        return ContentDigest.of((listing.title() + "\n" + listing.seller()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a listing of this id was written. */
    synchronized boolean has(String id) {
        return ids.containsKey(id);
    }

    /** Whether a listing of this page was written. */
    synchronized boolean hasUrl(String url) {
        return urls.contains(url);
    }

    /** Writes a listing; false when one of its id was there already. */
    synchronized boolean write(Listing listing) throws IOException {
        if (ids.putIfAbsent(listing.id(), content(listing)) != null) {
            return false;
        }
        urls.add(listing.url());
        listings.write(listing);
        return true;
    }

    /** Keeps an image under its digest; the path relative to the folder. */
    synchronized String keepImage(byte[] bytes, ImageType type) throws IOException {
        String path = "images/" + ContentDigest.of(bytes).substring(0, DIGITS) + "." + type.extension();
        images.add(path);
        Path file = folder.resolve(path);
        if (!Files.exists(file)) {
            AtomicFile.write(file, bytes);
        }
        return path;
    }

    void reject(Rejection rejection) {
        rejections.accept(rejection);
    }

    synchronized long listingCount() {
        return ids.size();
    }

    synchronized long imageCount() {
        return images.size();
    }

    long rejectionCount() {
        return rejections.count();
    }

    /** Makes what was written the crawl's result. */
    synchronized void finish(CrawlReport report) throws IOException {
        listings.commit();
        rejections.close();
        String json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.toJson()) + "\n";
        AtomicFile.write(folder.resolve("report.json"), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        listings.close();
    }
}
