package org.touchstone.crawler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.crawler.keep.LineFile;
import org.touchstone.listing.CaptureRef;
import org.touchstone.listing.Listing;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;

/**
 * {@code listings.jsonl} as it grows. A listing that was seen once more and has changed follows as a new line; at the end
 * the earlier lines of its id are dropped. Thread-safe.
 */
final class ListingLog implements Closeable {
    private final Path file;
    private final CrawlStore store;
    private LineFile lines;
    private long count;
    private boolean superseded;

    ListingLog(Path file, CrawlStore store) throws IOException {
        this.file = file;
        this.store = store;
        lines = new LineFile(file, store.number("listingBytes"));
        count = store.first("SELECT COUNT(*) FROM listings", row -> row.getLong(1))
                .orElse(0L);
        superseded = store.number("superseded") > 0;
    }

    private record Known(String content, String url) {}

    /**
     * The id under which to write an offer: its own, or one of its own making where another offer has that id, as in shops
     * of several sellers. Empty when the very same offer is there under another address.
     *
     * @param first whether this crawl has not come upon the offer before: what an earlier crawl found under another address
     *     has moved then
     */
    synchronized String id(Offered offered, boolean first) throws IOException {
        Listing listing = offered.listing();
        Known known = known(listing.id());
        if (known == null || known.url.equals(listing.url())) {
            return listing.id();
        }
        if (known.content.startsWith(seller(listing))) {
            return first ? listing.id() : "";
        }
        return listing.id() + "~"
                + ContentDigest.of(listing.url().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 8);
    }

    @Nullable
    private Known known(String id) throws IOException {
        return store.first(
                        "SELECT content, url FROM listings WHERE id = ?",
                        row -> new Known(row.getString(1), row.getString(2)),
                        id)
                .orElse(null);
    }

    /** What tells one seller's offer under a key from another's. */
    private static String seller(Listing listing) {
        return digest(listing.title() + "\n" + listing.seller());
    }

    /** What it says, without when and from where it was read. */
    private static String content(Listing listing) {
        ObjectNode node = (ObjectNode) Formats.LISTING.write(listing);
        node.remove("capturedAt");
        node.remove("capture");
        return seller(listing) + " " + digest(node.toString());
    }

    private static String digest(String text) {
        return ContentDigest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /** Whether there is a listing of this page. */
    synchronized boolean hasUrl(String url) throws IOException {
        return store.first("SELECT 1 FROM listings WHERE url = ? LIMIT 1", row -> true, url)
                .orElse(false);
    }

    /** Whether there is a listing of this id. */
    synchronized boolean has(String id) throws IOException {
        return known(id) != null;
    }

    private static String place(@Nullable CaptureRef capture) {
        return capture == null ? "" : " " + capture.offset() + " " + capture.warc();
    }

    /** Whether the record is there that the last line of an id was read from, as far as its file tells. */
    private boolean isCaptured(Known known) throws IOException {
        String[] parts = known.content.split(" ", 4);
        if (parts.length < 4) {
            return true;
        }
        Path warc = file.resolveSibling(parts[3]);
        return Files.exists(warc) && Files.size(warc) > Long.parseLong(parts[2]);
    }

    /** Adds a line, unless it would say what the last one of that id says, and what that was read from is there still. */
    synchronized void write(Listing listing) throws IOException {
        Known known = known(listing.id());
        String said = content(listing);
        String content = said + place(listing.capture());
        if (known != null && (known.content + " ").startsWith(said + " ") && isCaptured(known)) {
            return;
        }
        lines.add(Json.line(Formats.LISTING.write(listing)));
        store.change("INSERT OR REPLACE INTO listings VALUES (?, ?, ?)", listing.id(), content, listing.url());
        if (known == null) {
            count++;
        } else {
            superseded = true;
        }
    }

    synchronized long count() {
        return count;
    }

    /** Forces the lines to disk and notes their length, for the store to commit. */
    synchronized void force() throws IOException {
        lines.force();
        store.setNumber("listingBytes", lines.length());
        store.setNumber("superseded", superseded ? 1 : 0);
    }

    /** Drops lines that later ones of the same id replace. */
    synchronized void compact() throws IOException {
        if (!superseded) {
            return;
        }
        Map<String, Integer> last = new HashMap<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line; (line = in.readLine()) != null; number++) {
                last.put(Json.mapper().readTree(line).path("id").asText(), number);
            }
        }
        try (BufferedReader in = Files.newBufferedReader(file);
                AtomicFile out = AtomicFile.create(file)) {
            number = 0;
            for (String line; (line = in.readLine()) != null; number++) {
                if (last.getOrDefault(Json.mapper().readTree(line).path("id").asText(), -1) == number) {
                    out.stream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            // Should the process die after the next line, the remembered length is beyond the file's: all of it counts.
            out.commit();
        }
        lines.close();
        lines = new LineFile(file, Long.MAX_VALUE);
        superseded = false;
        force();
        store.commit();
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
    }
}
