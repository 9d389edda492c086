package org.touchstone.crawler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.touchstone.crawler.extract.ContentDigest;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.record.AtomicFile;
import org.touchstone.record.Json;

/**
 * Tells which listings of a crawl folder are new, or have changed, since they were last taken. Taking is in two steps, so
 * that what was found but not yet scanned when a process died is found again.
 */
public final class NewListings {
    private final Path folder;

    /** @param folder of a crawl that is not running */
    public NewListings(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the new listings to a file of the crawl folder, beside {@code listings.jsonl}, so that the paths of their
     * images hold.
     *
     * @return how many there are; with none the file is empty
     */
    public long find(String name) throws IOException {
        long found = 0;
        try (CrawlStore store = new CrawlStore(folder.resolve("crawl.db"));
                AtomicFile out = AtomicFile.create(folder.resolve(name))) {
            prepare(store);
            store.change("DELETE FROM taking");
            Path listings = folder.resolve("listings.jsonl");
            if (Files.exists(listings)) {
                try (BufferedReader in = Files.newBufferedReader(listings)) {
                    for (String line; (line = in.readLine()) != null; ) {
                        if (isNew(store, line)) {
                            out.stream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                            found++;
                        }
                    }
                }
            }
            out.commit();
            store.commit();
        }
        return found;
    }

    private static void prepare(CrawlStore store) throws IOException {
        store.change("CREATE TABLE IF NOT EXISTS taken (id TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID");
        store.change("CREATE TABLE IF NOT EXISTS taking (id TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID");
    }

    private static boolean isNew(CrawlStore store, String line) throws IOException {
        if (!(Json.mapper().readTree(line) instanceof ObjectNode listing)) {
            return false;
        }
        String id = listing.path("id").asText();
        listing.remove("capturedAt");
        listing.remove("capture");
        String content = ContentDigest.of(listing.toString().getBytes(StandardCharsets.UTF_8));
        Optional<String> taken = store.first("SELECT content FROM taken WHERE id = ?", row -> row.getString(1), id);
        if (taken.isPresent() && taken.get().equals(content)) {
            return false;
        }
        store.change("INSERT OR REPLACE INTO taking VALUES (?, ?)", id, content);
        return true;
    }

    /** Remembers what was found last as taken. */
    public void take() throws IOException {
        try (CrawlStore store = new CrawlStore(folder.resolve("crawl.db"))) {
            prepare(store);
            store.change("INSERT OR REPLACE INTO taken SELECT id, content FROM taking");
            store.change("DELETE FROM taking");
            store.commit();
        }
    }
}
