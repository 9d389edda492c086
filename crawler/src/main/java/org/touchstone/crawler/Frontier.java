package org.touchstone.crawler;

import java.io.IOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.extract.Link;
import org.touchstone.crawler.fetch.WebAddress;
import org.touchstone.crawler.keep.CrawlStore;
import org.touchstone.crawler.plan.CrawlPlan;

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
     * @param via the page that led here, empty when the plan did
     */
    record Visit(URI address, int depth, int attempt, String via) {}

    /** Put on the priority of pages that come last. */
    private static final int LAST = 1000;
    /** Links of one page that are followed; a page with more is made for machines. */
    private static final int LINKS = 2000;

    private final CrawlPlan plan;
    private final CrawlStore store;
    private final long capacity;
    private final Consumer<String> wake;
    private final Traps traps;
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
        traps = new Traps(store);
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

    /** Adds a page that the plan names. */
    synchronized void offer(URI address, int depth) throws IOException {
        offer(address, depth, depth, "");
    }

    /**
     * Adds the pages that one leads to. A list's further page has the depth of the list, and comes after the offers of the
     * page before it.
     *
     * @return how many of them are new, look like offers, and are of a form that may give some
     */
    synchronized int offer(List<Link> links, Visit from) throws IOException {
        int fresh = 0;
        String own = Shape.of(from.address());
        for (Link link : links.subList(0, Math.min(LINKS, links.size()))) {
            int depth = from.depth() + (link.further() ? 0 : 1);
            boolean added = offer(
                    link.address(), depth, from.depth() + 1, from.address().toString());
            if (added && looksLikeOffer(link.address())) {
                String shape = Shape.of(link.address());
                fresh += shape.equals(own) || traps.isLate(shape) ? 0 : 1;
            }
        }
        left += Math.max(0, links.size() - LINKS);
        return fresh;
    }

    private static boolean looksLikeOffer(URI address) {
        return OFFER.matcher(address.toString()).find();
    }

    /**
     * Adds a page unless it was seen, leads off the plan, lies too deep, or belongs to a trap.
     *
     * @param rank the depth whose turn it has
     */
    private boolean offer(URI address, int depth, int rank, String via) throws IOException {
        if (!plan.allows(address)) {
            return false;
        }
        String identity = WebAddress.identity(address);
        String shape = Shape.of(address);
        // What the plan or a sitemap names has an end, and is only late.
        boolean trap = !via.isEmpty() && traps.isLeft(shape);
        int priority = 2 * rank + (looksLikeOffer(address) ? 0 : 1) + (traps.isLate(shape) ? LAST : 0);
        if (depth > plan.limits().depth()
                || trap
                || Shape.goesInCircles(address)
                || (known >= capacity && (knows(address) || !makeRoom(address.getHost(), priority)))) {
            if (!knows(address)) {
                left++;
                if (trap) {
                    traps.left(shape, 1);
                }
            }
            return false;
        }
        int added = store.change(
                "INSERT OR IGNORE INTO visits VALUES (?, ?, ?, ?, 1, ?, " + WAITING + ", ?, ?, ?)",
                identity,
                address.toString(),
                address.getHost(),
                depth,
                priority,
                turn + 1,
                shape,
                via);
        if (added > 0) {
            turn++;
            known++;
            waiting++;
            wake(address.getHost());
        }
        return added > 0;
    }

    /** Forgets the host's page whose turn comes last, for one whose turn comes before; false when there is none such. */
    private boolean makeRoom(String host, int priority) throws IOException {
        int forgotten = store.change(
                "DELETE FROM visits WHERE identity = (SELECT identity FROM visits WHERE host = ? AND state = 0"
                        + " ORDER BY priority DESC, turn DESC LIMIT 1) AND priority > ?",
                host,
                priority);
        known -= forgotten;
        waiting -= forgotten;
        left += forgotten;
        return forgotten > 0;
    }

    /**
     * Notes what a page gave. Pages of a form that gives nothing come last, and are left in the end.
     *
     * @param offers how many offers it had that were not met before, and links to such
     */
    synchronized void gave(URI page, int offers) throws IOException {
        if (!traps.visited(page, offers > 0)) {
            return;
        }
        String shape = Shape.of(page);
        String host = page.getHost();
        if (traps.isLeft(shape)) {
            int dropped = store.change(
                    "UPDATE visits SET state = " + DONE + " WHERE host = ? AND state = 0 AND shape = ? AND via <> ''",
                    host,
                    shape);
            waiting -= dropped;
            left += dropped;
            traps.left(shape, dropped);
        } else if (traps.isLate(shape)) {
            store.change(
                    "UPDATE visits SET priority = priority + " + LAST
                            + " WHERE host = ? AND state = 0 AND shape = ? AND priority < " + LAST,
                    host,
                    shape);
        } else {
            store.change(
                    "UPDATE visits SET priority = priority - " + LAST
                            + " WHERE host = ? AND state = 0 AND shape = ? AND priority >= " + LAST,
                    host,
                    shape);
        }
    }

    /** Forms of addresses that were left because they gave nothing. */
    synchronized List<Traps.Trap> traps() throws IOException {
        return traps.all();
    }

    /** Whether a page was seen, or waits for its turn. */
    synchronized boolean knows(URI address) throws IOException {
        return store.first("SELECT 1 FROM visits WHERE identity = ?", row -> 1, WebAddress.identity(address))
                .isPresent();
    }

    /** Whether a page that a visit is led to by a redirect was read in another visit, or is being read. */
    synchronized boolean isMet(Visit from, URI to) throws IOException {
        String identity = WebAddress.identity(to);
        return !identity.equals(WebAddress.identity(from.address()))
                && store.first(
                                "SELECT 1 FROM visits WHERE identity = ? AND state IN (" + TAKEN + ", " + DONE + ")",
                                row -> 1,
                                identity)
                        .isPresent();
    }

    /**
     * The visit to the page that another's address gave: that one itself, or, after a redirect, the page's own, which is
     * taken now. Null when the page was read already, or is being read.
     */
    synchronized @Nullable Visit led(Visit from, URI address) throws IOException {
        String identity = WebAddress.identity(address);
        if (identity.equals(WebAddress.identity(from.address()))) {
            return from;
        }
        int added = store.change(
                "INSERT OR IGNORE INTO visits VALUES (?, ?, ?, ?, 1, 0, " + WAITING + ", 0, ?, ?)",
                identity,
                address.toString(),
                address.getHost(),
                from.depth(),
                Shape.of(address),
                from.via());
        known += added;
        int taken = store.change(
                "UPDATE visits SET state = " + TAKEN + " WHERE identity = ? AND state = " + WAITING, identity);
        waiting += added - taken;
        return taken == 0
                ? null
                : store.first(
                                "SELECT url, depth, attempt, via FROM visits WHERE identity = ?",
                                Frontier::visit,
                                identity)
                        .orElseThrow();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(URI.create(row.getString(1)), row.getInt(2), row.getInt(3), row.getString(4));
    }

    private void wake(String host) {
        if (awake.add(host)) {
            wake.accept(host);
        }
    }

    /** The host's next page; null when it has none, after which the host sleeps until it has. */
    synchronized @Nullable Visit next(String host) throws IOException {
        Visit visit;
        while ((visit = first(host)) != null) {
            waiting--;
            // The plan may be another than the one by which it was found.
            if (plan.allows(visit.address()) && visit.depth() <= plan.limits().depth()) {
                set(visit, TAKEN);
                return visit;
            }
            set(visit, PARKED);
        }
        awake.remove(host);
        return null;
    }

    private @Nullable Visit first(String host) throws IOException {
        return store.first(
                        "SELECT url, depth, attempt, via FROM visits WHERE host = ? AND state = 0"
                                + " ORDER BY priority, turn LIMIT 1",
                        Frontier::visit,
                        host)
                .orElse(null);
    }

    /** A page was read, or given up. */
    synchronized void done(Visit visit) throws IOException {
        set(visit, DONE);
    }

    /** A page that was taken is not visited now; it waits for another run. */
    synchronized void putBack(Visit visit) throws IOException {
        waiting += store.change(
                "UPDATE visits SET state = " + WAITING + " WHERE identity = ? AND state = " + TAKEN,
                WebAddress.identity(visit.address()));
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
        left += dropped;
        return dropped;
    }

    /** Leaves a host's pages for another run; how many there are. */
    synchronized int park(String host) throws IOException {
        int parked = store.change("UPDATE visits SET state = " + PARKED + " WHERE host = ? AND state = 0", host);
        waiting -= parked;
        left += parked;
        return parked;
    }

    /** Pages within the plan that are not visited: too deep, beyond the limit, in a trap, or of a host that is left alone. */
    synchronized long left() {
        return left;
    }

    /** Pages that still wait. */
    synchronized long waiting() {
        return waiting;
    }
}
