package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.CrawlStore;

/**
 * Pages to visit, each once, in the crawl's store: near pages first and of them those that look like offers, each host in a
 * queue of its own. A page that was taken and not finished waits again after a crash. Bounded: what would stand behind more
 * pages than may be visited is counted and forgotten. Thread-safe.
 */
final class Frontier {
    private static final int WAITING = 0;
    private static final int TAKEN = 1;
    private static final int DONE = 2;
    private static final int PARKED = 3;

    /** How shops name the addresses of their offers. */
    private static final Pattern OFFER = Pattern.compile(
            "(?i)/(item|items|product|products|goods|detail|offer|dp|itm|p)[/._-]|[?&](id|item_?id|goods_?id|sku_?id|product_?id)=");

    /**
     * A page to visit.
     *
     * @param depth links from a seed
     * @param attempt 1 the first time
     */
    record Visit(URI address, int depth, int attempt) {}

    private final CrawlPlan plan;
    private final CrawlStore store;
    private final long capacity;
    private final Consumer<String> wake;
    private final Set<String> awake = new HashSet<>();
    private long known;
    private long waiting;
    private long turn;
    private long left;

    /** @param wake is told, within {@link #offer} and {@link #wakeAll}, of each host that has work and nobody at it */
    Frontier(CrawlPlan plan, CrawlStore store, Consumer<String> wake) throws IOException {
        this.plan = plan;
        this.store = store;
        this.wake = wake;
        known = count("SELECT COUNT(*) FROM visits");
        capacity = known + plan.limits().pages() * 4L + 100;
        waiting = count("SELECT COUNT(*) FROM visits WHERE state = 0");
        turn = count("SELECT COALESCE(MAX(turn), 0) FROM visits");
        left = store.number("left");
    }

    private long count(String sql) throws IOException {
        return store.first(sql, row -> row.getLong(1)).orElse(0L);
    }

    /** Wakes all hosts that have pages waiting from an earlier run. */
    synchronized void wakeAll() throws IOException {
        for (String host : store.all("SELECT DISTINCT host FROM visits WHERE state = 0", row -> row.getString(1))) {
            wake(host);
        }
    }

    /** Adds a page unless it was seen, leads off the plan, or lies too deep. */
    synchronized void offer(URI address, int depth) throws IOException {
        offer(address, depth, depth);
    }

    /** @param rank the depth whose turn it has: a list's further page comes after the offers of the page before it */
    synchronized void offer(URI address, int depth, int rank) throws IOException {
        if (!plan.allows(address)) {
            return;
        }
        String identity = WebAddress.identity(address);
        if (depth > plan.limits().depth() || known >= capacity) {
            if (!knows(address)) {
                left++;
            }
            return;
        }
        int priority = 2 * rank + (OFFER.matcher(address.toString()).find() ? 0 : 1);
        int added = store.change(
                "INSERT OR IGNORE INTO visits VALUES (?, ?, ?, ?, 1, ?, " + WAITING + ", ?)",
                identity,
                address.toString(),
                address.getHost(),
                depth,
                priority,
                turn + 1);
        if (added > 0) {
            turn++;
            known++;
            waiting++;
            wake(address.getHost());
        }
    }

    /** Whether a page was seen, or waits for its turn. */
    synchronized boolean knows(URI address) throws IOException {
        return store.first("SELECT 1 FROM visits WHERE identity = ?", row -> 1, WebAddress.identity(address))
                .isPresent();
    }

    /** Marks a page as seen that was reached by a redirect. */
    synchronized void markSeen(URI address) throws IOException {
        known += store.change(
                "INSERT OR IGNORE INTO visits VALUES (?, ?, ?, 0, 1, 0, " + DONE + ", 0)",
                WebAddress.identity(address),
                address.toString(),
                address.getHost());
    }

    private void wake(String host) {
        if (awake.add(host)) {
            wake.accept(host);
        }
    }

    /** The host's next page; null when it has none, after which the host sleeps until it has. */
    synchronized @Nullable Visit next(String host) throws IOException {
        Visit visit = store.first(
                        "SELECT url, depth, attempt FROM visits WHERE host = ? AND state = 0 ORDER BY priority, turn LIMIT 1",
                        row -> new Visit(URI.create(row.getString(1)), row.getInt(2), row.getInt(3)),
                        host)
                .orElse(null);
        if (visit == null) {
            awake.remove(host);
        } else {
            waiting--;
            set(visit, TAKEN);
        }
        return visit;
    }

    /** A page was read, or given up. */
    synchronized void done(Visit visit) throws IOException {
        set(visit, DONE);
    }

    /** A page that was taken is not visited now; it waits for another run. */
    synchronized void putBack(Visit visit) throws IOException {
        waiting++;
        set(visit, WAITING);
    }

    /** Puts a page at the end of its host's queue once more. */
    synchronized void offerAgain(Visit visit) throws IOException {
        waiting++;
        turn++;
        store.change(
                "UPDATE visits SET state = " + WAITING + ", attempt = attempt + 1, priority = priority + 100, turn = ?"
                        + " WHERE identity = ?",
                turn,
                WebAddress.identity(visit.address()));
        wake(visit.address().getHost());
    }

    private void set(Visit visit, int state) throws IOException {
        store.change("UPDATE visits SET state = ? WHERE identity = ?", state, WebAddress.identity(visit.address()));
    }

    /** Gives up a host's pages; how many there were. */
    synchronized int drop(String host) throws IOException {
        int dropped = store.change("UPDATE visits SET state = " + DONE + " WHERE host = ? AND state = 0", host);
        waiting -= dropped;
        return dropped;
    }

    /** Leaves a host's pages for another run; how many there are. */
    synchronized int park(String host) throws IOException {
        int parked = store.change("UPDATE visits SET state = " + PARKED + " WHERE host = ? AND state = 0", host);
        waiting -= parked;
        left += parked;
        return parked;
    }

    /** Links that were found within the plan but lie too deep, or behind more pages than may be visited. */
    synchronized long left() {
        return left;
    }

    /** Pages that still wait. */
    synchronized long waiting() {
        return waiting;
    }
}
