package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.touchstone.crawler.fetch.Validators;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.crawler.keep.Earlier;
import org.touchstone.crawler.keep.WarcPlace;

/**
 * What earlier crawls saw of each page, and when to ask for it again. A page's changes are taken for a Poisson process, as
 * crawlers do since Cho and Garcia-Molina, Estimating Frequency of Change, ACM TOIT 3(3), 2003: one that changed c times in the
 * time t has the rate (c + 1) / t. It is asked for once the chance that it has changed reaches {@value #CHANCE}, or so much
 * time has gone by that the plan says. So a page that was never visited twice is due at once, one that often changes is
 * due every time, and one that has stood still for a month is asked for every three days. Thread-safe.
 */
final class Revisits {
    private static final double CHANCE = 0.1;
    /** What lies further back counts half. */
    private static final Duration MEMORY = Duration.ofDays(60);

    private final CrawlStore store;
    private final Duration longest;

    /** @param longest time after which every page is due */
    Revisits(CrawlStore store, Duration longest) {
        this.store = store;
        this.longest = longest;
    }

    /**
     * A page as it was seen.
     *
     * @param earlier the answer that it was last read from
     * @param content digest of what was read
     * @param asked when it was last asked for
     * @param since when its changes began to be counted
     * @param changes how often its content was another than before
     */
    record Seen(Validators validators, Earlier earlier, String content, Instant asked, Instant since, int changes) {

        boolean isDue(Instant now, Duration longest) {
            double observed = Duration.between(since, asked).toMillis();
            double waited = Duration.between(asked, now).toMillis();
            if (observed <= 0 || waited < 0 || waited >= longest.toMillis()) {
                return true;
            }
            double rate = (changes + 1) / observed;
            return 1 - Math.exp(-rate * waited) >= CHANCE;
        }

        /** As it is after another visit. */
        private Seen visited(Validators newer, Earlier answer, String found, Instant now) {
            boolean changed = !found.equals(content);
            Instant from = since;
            int so = changes;
            if (Duration.between(since, now).compareTo(MEMORY) > 0) {
                from = now.minus(MEMORY.dividedBy(2));
                so /= 2;
            }
            return new Seen(newer, answer, found, now, from, so + (changed ? 1 : 0));
        }
    }

    /** What is known of an address that gave a page; empty for one that did not. */
    Optional<Seen> seen(URI address) throws IOException {
        return store.first(
                "SELECT etag, modified, file, place, sha256, record, received, content, asked, since, changes"
                        + " FROM pages WHERE url = ?",
                row -> new Seen(
                        new Validators(row.getString(1), row.getString(2)),
                        new Earlier(
                                Instant.ofEpochMilli(row.getLong(7)),
                                new WarcPlace(row.getString(3), row.getLong(4), row.getString(5), row.getString(6))),
                        row.getString(8),
                        Instant.ofEpochMilli(row.getLong(9)),
                        Instant.ofEpochMilli(row.getLong(10)),
                        row.getInt(11)),
                address.toString());
    }

    /** Whether an address should be asked for. */
    boolean isDue(Seen seen, Instant now) {
        return seen.isDue(now, longest);
    }

    /** Notes that a page was asked for and read. */
    void visited(URI address, Validators validators, Earlier answer, String content, Instant now) throws IOException {
        Seen seen = seen(address)
                .map(before -> before.visited(validators, answer, content, now))
                .orElse(new Seen(validators, answer, content, now, now, 0));
        WarcPlace place = answer.place();
        store.change(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                address.toString(),
                validators.etag(),
                validators.modified(),
                place.file(),
                place.offset(),
                place.sha256(),
                place.record(),
                answer.at().toEpochMilli(),
                seen.content(),
                seen.asked().toEpochMilli(),
                seen.since().toEpochMilli(),
                seen.changes());
    }
}
