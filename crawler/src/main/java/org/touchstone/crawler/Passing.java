package org.touchstone.crawler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.crawler.extract.Offered;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.record.FieldException;
import org.touchstone.record.Fields;
import org.touchstone.record.Formats;
import org.touchstone.record.Json;

/**
 * Products seen on the pages of others, kept in case their own page is never read; in the crawl's store, so many at most.
 * Thread-safe.
 */
final class Passing {
    private static final int MOST = 10_000;

    private final CrawlStore store;
    private long count;

    Passing(CrawlStore store) throws IOException {
        this.store = store;
        count = store.first("SELECT COUNT(*) FROM passing", row -> row.getLong(1))
                .orElse(0L);
    }

    synchronized void add(Offered offered) throws IOException {
        if (count >= MOST) {
            return;
        }
        ObjectNode node = Json.object();
        node.set("listing", Formats.LISTING.write(offered.listing()));
        ObjectNode images = node.putObject("images");
        offered.pictures().forEach((whole, given) -> images.put(whole.toString(), given.toString()));
        count += store.change(
                "INSERT OR IGNORE INTO passing VALUES (?, ?, ?)",
                offered.listing().id(),
                offered.listing().url(),
                node.toString());
    }

    /** All of them, in the order in which they were seen. */
    List<Offered> all() throws IOException {
        List<Offered> out = new ArrayList<>();
        for (String json : store.all("SELECT offered FROM passing ORDER BY rowid", row -> row.getString(1))) {
            JsonNode node = Json.mapper().readTree(json);
            Map<URI, URI> images = new LinkedHashMap<>();
            node.path("images")
                    .properties()
                    .forEach(image -> images.put(
                            URI.create(image.getKey()),
                            URI.create(image.getValue().asText())));
            try {
                out.add(new Offered(
                        Formats.LISTING.read(new Fields((ObjectNode) node.get("listing"))), images, false, Map.of()));
            } catch (FieldException e) {
                throw new IOException("a product in the state of the crawl cannot be read: " + e.getMessage(), e);
            }
        }
        return out;
    }
}
