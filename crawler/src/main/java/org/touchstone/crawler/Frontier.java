package org.touchstone.crawler;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.touchstone.crawler.fetch.WebAddress;

/**
 * Pages to visit, breadth first within each host, each once. In memory, bounded by a capacity: what would stand behind
 * more pages than may be visited is counted and forgotten. Thread-safe.
 */
final class Frontier {
    /**
     * A page to visit.
     *
     * @param depth links from a seed
     * @param attempt 1 the first time
     */
    record Visit(URI address, int depth, int attempt) {
        Visit again() {
            return new Visit(address, depth, attempt + 1);
        }
    }

    private final CrawlPlan plan;
    private final int capacity;
    private final Consumer<String> wake;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Deque<Visit>> queues = new HashMap<>();
    private final Set<String> awake = new HashSet<>();
    private long left;

    /** @param wake is told, within {@link #offer}, of each host that has work and nobody at it */
    Frontier(CrawlPlan plan, Consumer<String> wake) {
        this.plan = plan;
        this.wake = wake;
        capacity = (int) Math.min(Integer.MAX_VALUE / 8, plan.limits().pages() * 4L + 100);
    }

    /** Adds a page unless it was seen, leads off the plan, or lies too deep. */
    synchronized void offer(URI address, int depth) {
        if (!plan.allows(address) || seen.contains(WebAddress.identity(address))) {
            return;
        }
        if (depth > plan.limits().depth() || seen.size() >= capacity) {
            left++;
            return;
        }
        seen.add(WebAddress.identity(address));
        add(new Visit(address, depth, 1));
    }

    /** Marks a page as seen that was reached by a redirect; false when it had been seen already. */
    synchronized boolean markSeen(URI address) {
        return seen.size() >= capacity || seen.add(WebAddress.identity(address));
    }

    /** Puts a page at the end of its host's queue once more. */
    synchronized void offerAgain(Visit visit) {
        add(visit.again());
    }

    private void add(Visit visit) {
        String host = visit.address().getHost();
        queues.computeIfAbsent(host, h -> new ArrayDeque<>()).addLast(visit);
        if (awake.add(host)) {
            wake.accept(host);
        }
    }

    /** The host's next page; null when it has none, after which the host sleeps until it has. */
    synchronized @Nullable Visit next(String host) {
        Deque<Visit> queue = queues.get(host);
        Visit visit = queue == null ? null : queue.pollFirst();
        if (visit == null) {
            awake.remove(host);
        }
        return visit;
    }

    /** Counts a page that was taken but is not visited. */
    synchronized void leave() {
        left++;
    }

    /** Forgets a host's pages; how many there were. */
    synchronized int drop(String host) {
        Deque<Visit> queue = queues.remove(host);
        return queue == null ? 0 : queue.size();
    }

    /** Links that were found within the plan but lie too deep, or behind more pages than may be visited. */
    synchronized long left() {
        return left;
    }

    /** Pages that still wait. */
    synchronized long waiting() {
        return queues.values().stream().mapToLong(Deque::size).sum();
    }
}
